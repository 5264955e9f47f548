"""Who counted or estimated a number, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from etl.extract.context.agencies import attributions
from etl.extract.context.reading import Reading
from etl.extract.context.scene import Actor
from etl.extract.context.tables import alternation
from etl.extract.model import Concept, Quantity

_OWN = frozenset({"agency_personnel", "agency_budget"})
_BUDGETS = frozenset({"counternarcotics_budget", "eradication_budget", "demand_reduction_budget"})
_STRONG = frozenset({"agency", "government"})
_NEAR = 30
_CITE = 70
_GIVEN = re.compile(r"\b\w+ed\s+(?:the\s+)?$")
_OF_SURVEY = re.compile(r"\bthe (?:survey|study|report)\b", re.IGNORECASE)
_COUNTED = re.compile(r"(?<![\d,.])(?!(?:19|20)\d\d\s)\d+(?:[.,]\d+)*\s+(?:\w+\s+){0,2}?$")
_UNNAMED = re.compile(
    r"(?:^|,\s|\b(?:and|while|but)\s)(?:the\s|other\s|local\s|those\s|these\s|\w+\s(?:additional|other)\s)?"
    r"(?:law enforcement(?: agencies| sources| officials)?|authorities|police|officials|agencies|customs"
    r"|prosecutors|security forces|officers)\s+\w+",
    re.IGNORECASE,
)
_BREAK = re.compile(r";|,\s*(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_LIST = re.compile(r"(?:['’]s)?\s*,?\s*and\s+(?:the\s+)?(?:[\w-]+-backed\s+)?", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:[Ww]ith|by|from|to|for|of|between|under|through|throughout|via|against|at|in|into|within"
    r"|across|on|near|over|including|among|as)\s+(?:(?:the|its|an?|and|[A-Z][\w’'.-]*)\s+){0,8}?$"
)
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)
_POINTS_BACK = re.compile(
    r"^(?:.{0,40}?,\s)?(?:this|the)\s+(?:unit|agency|commission|force|directorate|office|ministry"
    r"|survey|study|report)\b|^(?:it|they)\b|\b(?:reportedly|the survey)\b"
    r"|^(?:these|overall|another|of the)\b|^.{0,40}?\bof (?:these|those|them|which)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is behind a number, and by what words.

    Attributes:
        role: `source` (reports or estimates it), `does`, `own` (its staff or budget),
            `carried` from the sentence before; empty where nobody is named.
    """

    code: str
    role: str


NOBODY = Attribution("", "")
COUNTRY = Attribution("", "country")
"""The country itself acts, which names nobody; the source before may still stand."""


@cache
def _words(code: str) -> str:
    return alternation(attributions(code))


@cache
def _according() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('according')})\s+(?:[\w’'.-]+\s+){{0,6}}?$", re.IGNORECASE)


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(
        rf"(?:['’]s)?(?:\s*\([^)]*\))?(?:,[^,]{{2,80}},)?\s*(?:[\w’'.-]+\s+){{0,4}}?(?:{_words('reports')})\b",
        re.IGNORECASE,
    )


@cache
def _data() -> re.Pattern[str]:
    return re.compile(
        rf"(?:['’]s)?\s+(?:[\w’'.-]+\s+){{0,5}}?(?:{_words('data')})\b", re.IGNORECASE
    )


@cache
def _data_of() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_words('data')})\s+(?:\w+\s+)?(?:from|by|of)\s+(?:the\s+)?$"
        rf"|\b(?:{_words('data')})\b[^,;.]*\s(?:provided|published|released|conducted|compiled"
        r"|collected|produced|issued)\s+by\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


@cache
def _said_again() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\w’'.-]+\s+){{1,3}}?(?:also\s+|further\s+)?(?:{_words('reports')})\b", re.IGNORECASE
    )


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*\([^)]*\))?\s+(?:{_words('copula')})\b", re.IGNORECASE)


def attribute(
    quantity: Quantity, concept: Concept, reading: Reading, actors: Sequence[Actor]
) -> Attribution | None:
    """Who is behind a number by its own sentence; None where the sentence leaves it open.

    Args:
        quantity: The number.
        concept: What it measures.
        reading: Its sentence.
        actors: Those whom the sentence names.
    """
    source = _source(quantity, reading, actors)
    own = _owner(quantity, reading, actors) if concept.indicator in _OWN else None
    if own and (source is None or source.code):
        return Attribution(own.code, "own")
    if source is not None:
        return Attribution(source.code, "source")
    return _doer(quantity, concept, reading, actors)


def _owner(quantity: Quantity, reading: Reading, actors: Sequence[Actor]) -> Actor | None:
    """The agency whose staff or budget a number counts."""
    own = [a for a in actors if a.kind in _STRONG and a.code != "US_GOV"]
    text = reading.document.text
    near = [a for a in own if 0 <= a.start - quantity.end <= _NEAR]
    if near and not re.search(r"[,;.]|\band\b", text[quantity.end : near[0].start]):
        return near[0]
    before = [a for a in own if a.end <= quantity.start]
    before = [a for a in before if a.kind == "agency"] or before
    if not before or _copula().match(text, before[-1].end):
        return None
    return _respective(quantity, reading, before) or before[-1]


def _respective(quantity: Quantity, reading: Reading, own: Sequence[Actor]) -> Actor | None:
    """The agency in the number's own place, where the sentence says "respectively"."""
    if "respectively" not in reading.between(quantity.end, reading.sentence.end):
        return None
    starts = [number.start for number in reading.numbers if number.start >= own[0].end]
    if len(starts) != len(own) or quantity.start not in starts:
        return None
    return own[starts.index(quantity.start)]


def _source(quantity: Quantity, reading: Reading, actors: Sequence[Actor]) -> Actor | None:
    """Whoever reports or estimates a number."""
    text, start = reading.document.text, reading.sentence.start
    end = max(quantity.end, quantity.mentions_end)
    cited = [a for a in actors if _according().search(text, max(start, a.start - _CITE), a.start)]
    trailing = [a for a in cited if a.start >= end]
    if trailing and not _BREAK.search(text, end, trailing[0].start):
        return trailing[0]
    heard = [a for a in actors if a in cited or _speaks(text, start, a)]
    before = [a for a in heard if a.start < quantity.start]
    return _first_of_list(before[-1], actors, text) if before else None


def _speaks(text: str, start: int, actor: Actor) -> bool:
    if _data().match(text, actor.end) or _data_of().search(
        text, max(start, actor.start - _CITE), actor.start
    ):
        return True
    if _PREPOSITION.search(text, max(start, actor.start - _CITE), actor.start):
        return False
    return _reports().match(text, actor.end) is not None


def _doer(
    quantity: Quantity, concept: Concept, reading: Reading, actors: Sequence[Actor]
) -> Attribution | None:
    """Whose doing a number is, as the subject nearest before it or by "by" after it."""
    text, start = reading.document.text, reading.sentence.start
    subjects = [
        a
        for a in actors
        if a.start < quantity.start
        and (a.code or a.kind == "body")
        and not _PREPOSITION.search(text, max(start, a.start - _CITE), a.start)
        and not _COUNTED.search(text, max(start, a.start - _NEAR), a.start)
    ]
    subjects = [a for a in subjects if not _GIVEN.search(text, start, a.start)] or subjects
    if not subjects:
        unnamed = _UNNAMED.search(text, start, quantity.start)
        return NOBODY if unnamed else _passive(quantity, reading, actors)
    subject = _first_of_list(subjects[-1], actors, text)
    if subject.kind == "country":
        if concept.indicator in _BUDGETS:
            return Attribution(subject.code, "does")
        told = _said_again().match(text, start)
        again = told is not None and told.end() <= subject.start
        return None if again or points_back(reading) else COUNTRY
    if subject.kind == "body" or _copula().match(text, subject.end):
        return NOBODY
    return Attribution(subject.code, "does")


def _passive(quantity: Quantity, reading: Reading, actors: Sequence[Actor]) -> Attribution | None:
    text, end = reading.document.text, max(quantity.end, quantity.mentions_end)
    for actor in actors:
        if actor.start < end or not _BY.search(text, end, actor.start):
            continue
        other = any(end <= number.start < actor.start for number in reading.numbers)
        if other or _BREAK.search(text, end, actor.start):
            return None
        return Attribution(actor.code, "does") if actor.kind in _STRONG else NOBODY
    return None


def _first_of_list(actor: Actor, actors: Sequence[Actor], text: str) -> Actor:
    """Of actors joined by "and": the first that is an agency, else the first."""
    place = last = actors.index(actor)
    while place and _LIST.fullmatch(text, actors[place - 1].end, actors[place].start):
        place -= 1
    joined = actors[place : last + 1]
    return next((each for each in joined if each.kind == "agency"), joined[0])


def points_back(reading: Reading) -> bool:
    """Whether a sentence speaks of the one that the sentence before named."""
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _POINTS_BACK.search(text) is not None


def says_again(reading: Reading) -> bool:
    """Whether a sentence opens with somebody who goes on reporting ("She also claimed")."""
    told = _said_again().match(reading.document.text, reading.sentence.start)
    return told is not None and "also" in told.group().lower().split()


def of_survey(reading: Reading) -> bool:
    """Whether a sentence goes on with the survey that was spoken of."""
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _OF_SURVEY.search(text) is not None
