"""Whose doing a number is: the subject of its clause, or who is named by "by"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.context.giving import FUNDED
from etl.extract.context.reading import Reading
from etl.extract.context.scene import COUNTRY, NOBODY, STRONG, Actor, Attribution
from etl.extract.context.subjects import is_inserted, is_past
from etl.extract.context.voices import only_is, points_back, told_before
from etl.extract.model import Quantity

_NEAR = 30
_GIVEN = re.compile(
    r"\b(?:\w+ed|gave|sent|sold|lent|taught|caught|shot|found|took|held|broke|brought|put|hit|bought|left|lent)\s+(?:(?:the|an?|one|two|three|several|\d+)\s+)?$"
)
_COUNTED = re.compile(r"(?<![\d,.])(?!(?:19|20)\d\d\s)\d+(?:[.,]\d+)*\s+(?:\w+\s+){0,2}?$")
_NOT_ACTING = re.compile(
    r"\s+(?:accounted|accounts|ranked|ranks|remained|remains|saw|experienced|represented)\b"
)
_BODIES = frozenset(
    "it enforcement authorities police officials agencies customs prosecutors forces officers"
    " courts judges services bodies departments".split()
)
"""Words one of which every unnamed subject holds."""

_UNNAMED = re.compile(
    r"^it (?:was|is) (?:reported|estimated|believed|said)\b|(?:^|,\s|\b(?:and|while|but)\s)"
    r"(?:the\s|other\s|local\s|those\s|these\s|\w+\s(?:additional|other)\s)?"
    r"(?:law enforcement(?: agencies| sources| officials)?|authorities|police|officials|agencies"
    r"|customs|prosecutors|security forces|officers|courts|judges)\s+\w+"
    r"|^(?:in|during|over|for|within|by)\s[^,;.]{1,40}\s(?:authorities|police|courts|judges|prosecutors)\s+[a-z]"
    r"|\bby\s+(?:all|both|other|various|several|multiple|different)\s+(?:\w+\s){0,3}?"
    r"(?:agencies|forces|authorities|services|bodies|departments)\b",
    re.IGNORECASE,
)
_STRANGERS = re.compile(
    r"^(?:[\w’'-]+\s+){0,3}?(?:workers|experts|observers|analysts|doctors|physicians|nurses|specialists"
    r"|practitioners|activists|researchers|academics|scholars|leaders|residents|farmers|traders"
    r"|journalists|groups|counselors|diplomats|sources)\s+(?:\w+\s+){0,2}?"
    r"(?:believe|estimate|say|guess|report|think|reckon|claim|put|consider|suspect|note|told|said)",
    re.IGNORECASE,
)
_OUTSIDERS = frozenset(
    "press media newspapers journalists experts observers analysts activists critics ngos"
    " doctors others sources researchers academics".split()
)
_OTHERS_SAY = re.compile(
    rf"(?:;|,|\b(?:while|but|whereas|although|though|and))\s+(?:[\w’'-]+\s+){{0,3}}?(?:{'|'.join(sorted(_OUTSIDERS))})\s+(?:\w+\s+){{0,2}}?"
    r"(?:believe|estimate|say|guess|report|think|reckon|claim|put|consider|suspect|told|said|speak)"
)
_OWN_STUDY = re.compile(
    r"\b(?:an?|one|another)\s+(?:[\w.-]+\s+){0,5}(?:study|survey|poll)\b", re.IGNORECASE
)
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
_WITH_OTHERS = re.compile(
    r"\)?,?\s+and\s+(?:other|state|local|regional|provincial|various|several|municipal)\s"
)
_BY = re.compile(
    r"(?:(?<!supported\s)(?<!backed\s)(?<!joined\s)(?<!followed\s)(?<!assisted\s)\bby"
    r"|\b(?:registered|enrolled|employed)\s+(?:with|at)|\bknown\s+to"
    r"|\bon\s+the\s+(?:books|registers?|rolls)\s+of|\bat\s+the\s+hands\s+of|\bf[ae]ll\s+to|\bthe\s+work\s+of)\s+(?:the\s+)?(?:U\.S\.\s+)?$",
    re.IGNORECASE,
)
_THAT_THEY = re.compile(
    r"(?:\s+[\w’'-]+){0,7}?\s+(?:that|which|whom)\s+(?:(?:the\s+)?(?:\w+\s+){1,3}(?:of|from|for|at|with)\s+)?(?:the\s+)?(?:U\.S\.\s+)?"
)
_DID = re.compile(
    r"(?:\s*\([^)]*\))?\s+(?:\w+\s+){0,3}?(?:\w+ed|found|took|caught|made|held|began|shut|broke|put)\b"
)
_HELPED = re.compile(
    r"\b(?:information|intelligence|tips?|tip-offs?|leads?|data|evidence|warnings?|alerts?|requests?|advice)\b"
    r"[^;,]{0,40}\b(?:by|from|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Whose hint led to a seizure has not made it."""
_ACTIVITY = re.compile(
    r"(?:['’]s)?\s+(?:[a-z-]+\s+){0,2}?(?:operations?|raids?|seizures?|arrests?|investigations?|campaigns?"
    r"|interdictions?|efforts|patrols?|lectures?|talks?|searches|eradication)\b"
)
BREAK = re.compile(r";|,\s*(?:but|while|whereas|although|though)\b", re.IGNORECASE)


def doer_of(
    quantity: Quantity, indicator: str, reading: Reading, actors: Sequence[Actor]
) -> Attribution | None:
    """Whose doing a number is, as the subject nearest before it or by "by" after it."""
    text = reading.document.text
    subjects = _subjects(quantity, reading, actors)
    if subjects is None:
        return NOBODY
    if not subjects:
        return _unsaid(quantity, indicator, reading, actors)
    subject = first_of_list(subjects[-1], actors, text)
    many = subject is not subjects[-1] and _WITH_OTHERS.match(text, subjects[-1].end) is not None
    others = others_say(reading, subjects[-1].end, quantity.start)
    if many or others or _NEW_SUBJECT.search(_past_list(text, subjects[-1], quantity)):
        return NOBODY
    if subject.kind == "country":
        again = told_before(text, reading.sentence.start, subject) or points_back(reading)
        again = again or _NOT_ACTING.match(text, subject.end) is not None
        return None if again else COUNTRY
    if subject.kind == "body" or only_is(text, subject):
        return NOBODY
    return Attribution(subject.code, "does")


def _subjects(quantity: Quantity, reading: Reading, actors: Sequence[Actor]) -> list[Actor] | None:
    """Actors before a number that may be its subject; None where an unnamed body is it."""
    text, start = reading.document.text, reading.sentence.start
    subjects = [
        a
        for a in actors
        if a.start < quantity.start
        and (a.code or a.kind == "body")
        and not a.adjunct
        and not _is_counted(reading, a)
    ]
    acting = [a for a in subjects if not _GIVEN.search(text, start, a.start)]
    if subjects and not acting and _is_unnamed(reading, text[start : subjects[0].start]):
        return None
    subjects = acting or subjects
    return [a for a in subjects if not is_inserted(text, a, subjects)]


def _is_unnamed(reading: Reading, before: str) -> bool:
    """Whether a body without a name is the subject of what stands before a number."""
    named = _BODIES.isdisjoint(reading.vocabulary)
    return not named and _UNNAMED.search(before) is not None


def _past_list(text: str, subject: Actor, quantity: Quantity) -> str:
    """The words between a subject's verb and the number; a list of subjects is no new one."""
    return text[subject.end : quantity.start].partition(" ")[2].partition(" ")[2]


def _unsaid(
    quantity: Quantity, indicator: str, reading: Reading, actors: Sequence[Actor]
) -> Attribution | None:
    """Whose doing a number is where no subject before it is known to the lexicon."""
    text, start = reading.document.text, reading.sentence.start
    before = reading.between(start, quantity.start)
    if _is_unnamed(reading, before) or _STRANGERS.search(before):
        return NOBODY
    named = [a for a in actors if a.start < quantity.start]
    named = [a for a in named if not _HELPED.search(text, start, a.start)]
    done = [a for a in named if _BY.search(text, start, a.start) or _is_active(text, start, a)]
    strong = [a for a in done if a.kind in STRONG and a.code]
    if strong and strong[0].code == "US_GOV" and indicator not in FUNDED:
        return None
    if strong and strong[-1] is done[-1]:
        return Attribution(first_of_list(strong[0], actors, text).code, "does")
    if _OWN_STUDY.search(before):
        return NOBODY
    return _that_did(quantity, reading, actors) or _passive(quantity, reading, actors)


def _that_did(quantity: Quantity, reading: Reading, actors: Sequence[Actor]) -> Attribution | None:
    """Who is the subject of the clause that tells what was done ("the 9 kg that ABC took")."""
    text, end = reading.document.text, max(quantity.end, quantity.mentions_end)
    for actor in actors:
        strong = actor.start >= end and actor.kind == "agency" and not actor.adjunct
        if strong and _THAT_THEY.fullmatch(text, end, actor.start) and _DID.match(text, actor.end):
            return Attribution(actor.code, "does")
    return None


def others_say(reading: Reading, start: int, end: int) -> bool:
    """Whether somebody who is no agency takes the word between two places of a sentence."""
    if _OUTSIDERS.isdisjoint(reading.vocabulary):
        return False
    return _OTHERS_SAY.search(reading.document.text, start, end) is not None


def _is_active(text: str, start: int, actor: Actor) -> bool:
    """Whether a noun behind an actor names what it did ("in ABC operations, 12 were ...")."""
    if actor.kind not in STRONG or is_past(text, start, actor):
        return False
    return _ACTIVITY.match(text, actor.end) is not None


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
        level = reading.scopes_at(quantity.start)
        other = any(
            end <= number.start < actor.start and reading.scopes_at(number.start) == level
            for number in reading.numbers
        )
        if other or BREAK.search(text, end, actor.start):
            return None
        return Attribution(actor.code, "does") if actor.kind in STRONG else NOBODY
    return None


def first_of_list(actor: Actor, actors: Sequence[Actor], text: str) -> Actor:
    """Of actors joined by "and": the first that is an agency, else the first."""
    place = last = actors.index(actor)
    while place and _LIST.fullmatch(text, actors[place - 1].end, actors[place].start):
        before = actors[place - 1]
        if before.kind == "country" and text[before.end : before.end + 2] == ", ":
            break  # "in ABC, DEF figures show": a place and who speaks
        if actors[place - 1].adjunct and not actor.adjunct:
            break
        place -= 1
    joined = actors[place : last + 1]
    surveyed = next((each for each in joined if each.code == "UN" and each.speaks), None)
    if surveyed is not None:
        return surveyed
    return next((each for each in joined if each.kind == "agency"), joined[0])
