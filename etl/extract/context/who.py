"""Who counted or estimated a number, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.extract.context.giving import gives, receives
from etl.extract.context.owners import owner
from etl.extract.context.reading import Reading
from etl.extract.context.scene import STRONG, Actor
from etl.extract.context.subjects import is_inserted
from etl.extract.context.voices import (
    only_is,
    points_back,
    speaks_last,
    told_before,
)
from etl.extract.model import Concept, Quantity

_OWN = frozenset({"agency_personnel", "agency_budget"})
BUDGETS = frozenset({"counternarcotics_budget", "eradication_budget", "demand_reduction_budget"})
GIVEN = frozenset(
    {"foreign_assistance", "equipment_donated", "personnel_trained", "training_events"}
)
"""What a donor gives, whoever is the subject of the sentence."""

FUNDED = GIVEN | {
    "prevention_participants",
    "treatment_admissions",
    "alternative_development_families",
    "alternative_crops_area",
}
"""What is the doing of who pays for it, where nobody else is said to do it."""

_TREATIES = frozenset({"agreements"})
_NEAR = 30
_GIVEN = re.compile(r"\b(?:\w+ed|gave|sent|sold|lent|taught)\s+(?:the\s+)?$")
_COUNTED = re.compile(r"(?<![\d,.])(?!(?:19|20)\d\d\s)\d+(?:[.,]\d+)*\s+(?:\w+\s+){0,2}?$")
_NOT_ACTING = re.compile(
    r"\s+(?:accounted|accounts|ranked|ranks|remained|remains|saw|experienced|represented)\b"
)
_UNNAMED = re.compile(
    r"^it (?:was|is) (?:reported|estimated|believed|said)\b|(?:^|,\s|\b(?:and|while|but)\s)"
    r"(?:the\s|other\s|local\s|those\s|these\s|\w+\s(?:additional|other)\s)?"
    r"(?:law enforcement(?: agencies| sources| officials)?|authorities|police|officials|agencies"
    r"|customs|prosecutors|security forces|officers|courts|judges)\s+\w+",
    re.IGNORECASE,
)
_STRANGERS = re.compile(
    r"^(?:[\w’'-]+\s+){0,3}?(?:workers|experts|observers|analysts|doctors|physicians|nurses|specialists"
    r"|practitioners|activists|researchers|academics|scholars|leaders|residents|farmers|traders"
    r"|journalists|groups|counselors|diplomats|sources)\s+(?:\w+\s+){0,2}?"
    r"(?:believe|estimate|say|guess|report|think|reckon|claim|put|consider|suspect|note|told|said)",
    re.IGNORECASE,
)
_OWN_STUDY = re.compile(
    r"\b(?:an?|one|another)\s+(?:[\w.-]+\s+){0,5}(?:study|survey|poll)\b", re.IGNORECASE
)
_BREAK = re.compile(r";|,\s*(?:but|while|whereas|although|though)\b", re.IGNORECASE)
_LIST = re.compile(
    r"(?:['’]s)?\s*(?:,\s*(?:and\s+)?|and\s+)(?:the\s+)?(?:[\w-]+-backed\s+)?", re.IGNORECASE
)
_NEW_SUBJECT = re.compile(
    r"(?:;|,|\b(?:and|while|but|whereas|though|although))\s+(?:[a-z]+\s+){0,2}?"
    r"(?:(?:in|on|over|during|by|since|within)\s+[^,;]{1,40}?,?\s)?(?:the\s+|local\s+|other\s+|state\s+){0,2}"
    r"(?:authorities|police|officials|courts|judges|prosecutors|customs|security\s+forces|tribunals|juries"
    r"|law\s+enforcement(?:\s+\w+)?)\s+(?:have\s+|has\s+|also\s+|had\s+|\w+ly\s+)?"
    r"(?:\w+ed|took|found|gave|made|heard|held|tried|began|broke|shut|won|sent|put|brought|caught)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)


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
    own = owner(quantity, reading, actors) if concept.indicator in _OWN else None
    if own and (source is None or source.code):
        return Attribution(own.code, "own")
    if source is not None:
        return Attribution(source.code, "source")
    doer = _doer(quantity, concept.indicator, reading, actors)
    if concept.indicator in GIVEN and gives(reading) and not _acts(doer, reading):
        return Attribution("US_GOV", "does")
    return _by_nature(concept.indicator, doer, _state(quantity, actors))


def _by_nature(
    indicator: str, doer: Attribution | None, state: Attribution | None
) -> Attribution | None:
    """What an indicator allows: whose budget, staff or treaty it can be.

    What a government did that no indicator names is no count of its own.
    """
    if indicator in _TREATIES or (indicator in _OWN and doer and doer.code == "US_GOV"):
        return NOBODY
    if indicator == "other" and doer and doer.role == "does" and _is_home(doer.code):
        return NOBODY
    if indicator in BUDGETS and (doer is None or not doer.code):
        return state or doer
    return doer


def _acts(doer: Attribution | None, reading: Reading) -> bool:
    """Whether somebody gives or teaches, and is not who receives."""
    return doer is not None and bool(doer.code) and not receives(reading)


def _is_home(code: str) -> bool:
    """Whether a code is that of a government other than the one that publishes the report."""
    return code.endswith("_GOV") and code != "US_GOV"


def _state(quantity: Quantity, actors: Sequence[Actor]) -> Attribution | None:
    """The country whose money it is."""
    named = [a for a in actors if a.kind == "country" and a.start < quantity.start and a.code]
    return Attribution(named[-1].code, "does") if named else None


def _source(quantity: Quantity, reading: Reading, actors: Sequence[Actor]) -> Actor | None:
    """Whoever reports or estimates a number."""
    text, end = reading.document.text, max(quantity.end, quantity.mentions_end)
    cited = [a for a in actors if a.cited]
    trailing = [a for a in cited if a.start >= end]
    if trailing and not _BREAK.search(text, end, trailing[0].start):
        return trailing[0]
    said = [a for a in actors if a.start >= end and speaks_last(text, end, a)]
    if said and not _BREAK.search(text, end, said[0].start):
        return said[0]
    heard = [a for a in actors if a.cited or a.speaks]
    before = [a for a in heard if a.start < quantity.start]
    return _first_of_list(before[-1], actors, text) if before else None


def _doer(
    quantity: Quantity, indicator: str, reading: Reading, actors: Sequence[Actor]
) -> Attribution | None:
    """Whose doing a number is, as the subject nearest before it or by "by" after it."""
    text, start = reading.document.text, reading.sentence.start
    subjects = [
        a
        for a in actors
        if a.start < quantity.start
        and (a.code or a.kind == "body")
        and not a.adjunct
        and not _is_counted(reading, a)
    ]
    subjects = [a for a in subjects if not _GIVEN.search(text, start, a.start)] or subjects
    subjects = [a for a in subjects if not is_inserted(text, a, subjects)]
    if not subjects:
        return _unsaid(quantity, indicator, reading, actors)
    subject = _first_of_list(subjects[-1], actors, text)
    if _NEW_SUBJECT.search(_past_list(text, subjects[-1], quantity)):
        return NOBODY
    if subject.kind == "country":
        again = told_before(text, start, subject) or points_back(reading)
        again = again or _NOT_ACTING.match(text, subject.end) is not None
        return None if again else COUNTRY
    if subject.kind == "body" or only_is(text, subject):
        return NOBODY
    return Attribution(subject.code, "does")


def _past_list(text: str, subject: Actor, quantity: Quantity) -> str:
    """The words between a subject's verb and the number; a list of subjects is no new one."""
    return text[subject.end : quantity.start].partition(" ")[2].partition(" ")[2]


def _unsaid(
    quantity: Quantity, indicator: str, reading: Reading, actors: Sequence[Actor]
) -> Attribution | None:
    """Whose doing a number is where no subject before it is known to the lexicon."""
    text, start = reading.document.text, reading.sentence.start
    before = reading.between(start, quantity.start)
    if _UNNAMED.search(before) or _STRANGERS.search(before):
        return NOBODY
    done = [a for a in actors if a.start < quantity.start and _BY.search(text, start, a.start)]
    strong = [a for a in done if a.kind in STRONG and a.code]
    if strong and strong[0].code == "US_GOV" and indicator not in FUNDED:
        return None
    if strong and strong[-1] is done[-1]:
        return Attribution(_first_of_list(strong[0], actors, text).code, "does")
    return NOBODY if _OWN_STUDY.search(before) else _passive(quantity, reading, actors)


def _is_counted(reading: Reading, actor: Actor) -> bool:
    """Whether a number that is no date counts an actor's people ("12 ABC officers")."""
    start = max(reading.sentence.start, actor.start - _NEAR)
    found = _COUNTED.search(reading.document.text, start, actor.start)
    return found is not None and not any(t.start <= found.start() < t.end for t in reading.times)


def _passive(quantity: Quantity, reading: Reading, actors: Sequence[Actor]) -> Attribution | None:
    text, end = reading.document.text, max(quantity.end, quantity.mentions_end)
    for actor in actors:
        if actor.start < end or not _BY.search(text, end, actor.start):
            continue
        other = any(end <= number.start < actor.start for number in reading.numbers)
        if other or _BREAK.search(text, end, actor.start):
            return None
        return Attribution(actor.code, "does") if actor.kind in STRONG else NOBODY
    return None


def _first_of_list(actor: Actor, actors: Sequence[Actor], text: str) -> Actor:
    """Of actors joined by "and": the first that is an agency, else the first."""
    place = last = actors.index(actor)
    while place and _LIST.fullmatch(text, actors[place - 1].end, actors[place].start):
        if actors[place - 1].adjunct and not actor.adjunct:
            break
        place -= 1
    joined = actors[place : last + 1]
    return next((each for each in joined if each.kind == "agency"), joined[0])
