"""The countries in which the words of an event say that it took place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.context.areas import AreaMention
from etl.extract.context.clauses import NEW_CLAUSE, opens_sentence
from etl.extract.context.reading import Reading

_IN_COUNTRY = re.compile(
    r"(?:(?P<verb>\w+)\s+|^[\s.]*)(?P<prep>in|within|inside|throughout|across|at)\s+(?:the\s+)?(?:(?:\w+ern|neighboring|neighbouring|nearby)\s+)?$",
    re.IGNORECASE,
)
_PLACE_IN_COUNTRY = re.compile(r"\b(?:in|at|near)\s+(?:[A-ZÀ-Ý][\w’'-]+\s?){1,4},\s+(?:the\s+)?$")
_ORIGIN = re.compile(
    r"produced|grown|made|manufactured|cultivated|sourced|originat\w+|based|registered|born|processed"
    r"|interest\w*|involve\w*|participat\w*|assist\w*|cooperat\w*|invest\w*|used|sold|consumed"
)
_NO_GROUND = re.compile(
    r"\s+(?:currency|dollars?|cash|bills|notes|banknotes|funds|funding|money|assistance|aid|support|hands|partners"
    r"|estimates?|figures|data|statistics|analysts|officials|reports?|assessments?|satellite)\b"
)
_EVENT_IN = re.compile(
    r"\b(?:seizure|arrest|interception|detention|discovery|recovery|confiscation|capture|destruction|dismantling)s?"
    r"\s+in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CAUGHT_IN = re.compile(
    r"\b(?:was|were)\s+(?:arrested|detained|intercepted|stopped|caught|held|apprehended|boarded)\s+(?:in|at)\s+(?:the\s+)?$"
)
_OF_NUMBER = re.compile(r"\s+of\s+(?:[a-z]+\s+){0,3}")
_BOTH = re.compile(
    r"[^;.]{0,60}?\b(?:in|across|on\s+the\s+territor(?:y|ies)\s+of)\s+(?:the\s+two|both|these\s+two|the\s+three|all\s+three)\s+countries\b"
)
_AND = re.compile(r"\s*(?:,\s*)?(?:and|or|&)\s+(?:in\s+)?(?:the\s+)?|,\s+(?:the\s+)?")
_BEHIND = re.compile(
    r"(?:\s+(?:million|billion|dollars|per|a|kg|kilogram|gram|kilo))*\s+in\s+(?:the\s+)?"
)
_WHO = re.compile(r"\b(?:who|whom|whose|which|where|while)\b")
_BODY_AT = re.compile(
    r"\b(?:police|authorities|customs|officers|officials|prosecutors|courts?|judges|agents|inspectors|investigators|forces|guards?)"
    r"\s+(?:in|at)\s+(?:the\s+)?(?:port\s+of\s+)?$",
    re.IGNORECASE,
)
_DID = re.compile(
    r"\s+(?:then\s+|later\s+|also\s+|\w+ly\s+)?(?:\w{2,}ed|found|took|held|caught|made)\b[^;]*$"
)
CLAUSE_END = re.compile(r"[,;]|\b(?:and|but|while|fetch|fetches|fetched|sells|sold|costs?)\b")


def ground(
    reading: Reading,
    foreign: Sequence[AreaMention],
    mentions: Sequence[AreaMention],
    home: str,
    span: tuple[int, int],
) -> set[str]:
    """The countries in which the words of an event say that it took place."""
    start, end = span
    if _in_both(reading, end):
        return {home, *(m.code for m in foreign if m.kind != "city")}
    grounds = [m for m in foreign if m.kind in {"name", "city"}]
    codes = {m.code for m in grounds if _took_place(reading, m, start, end)}
    for place in grounds:
        joined = _joined_home(reading, place, home, mentions)
        if joined is not None and _took_place(reading, joined, start, end):
            return codes | {home, place.code}
        if _right_behind(reading, place, end):
            return {place.code}
    return set() if _at_home(reading, home, mentions) else codes


def _in_both(reading: Reading, end: int) -> bool:
    """Whether an event took place in the two countries that a sentence names."""
    if "countries" not in reading.vocabulary:
        return False
    return _BOTH.match(reading.between(end, reading.sentence.end)) is not None


def _joined_home(
    reading: Reading, place: AreaMention, home: str, mentions: Sequence[AreaMention]
) -> AreaMention | None:
    """The first of a place and the report's country, joined by "and" ("in Romania and Spain")."""
    for own in mentions:
        if own.kind == "name" and own.code == home:
            first, last = sorted((own, place), key=lambda mention: mention.start)
            apart = _NO_GROUND.match(reading.document.text, last.end) is not None
            if not apart and _AND.fullmatch(reading.document.text, first.end, last.start):
                return first
    return None


def _right_behind(reading: Reading, place: AreaMention, end: int) -> bool:
    """Whether a place stands right behind the number ("sells for $900 in Bolivia")."""
    if _NO_GROUND.match(reading.document.text, place.end):
        return False
    return place.start >= end and _BEHIND.fullmatch(reading.between(end, place.start)) is not None


def _took_place(reading: Reading, place: AreaMention, start: int, end: int) -> bool:
    """Whether the event's words say "in" this place."""
    lead = reading.between(reading.sentence.start, place.start)
    if _NO_GROUND.match(reading.document.text, place.end):
        return False
    if place.end <= start and _befell(lead, reading.between(place.end, start)):
        return True
    inside = _IN_COUNTRY.search(" . " + lead)
    if inside is None:
        inside = _PLACE_IN_COUNTRY.search(lead)
    elif _ORIGIN.fullmatch(inside["verb"] or ""):
        return False
    if inside is None:
        return False
    if place.start >= end:
        between = reading.between(end, place.start)
        return not (NEW_CLAUSE.search(between) or _WHO.search(between))
    return opens_sentence(
        reading,
        reading.sentence.start + max(0, place.start - reading.sentence.start - len(inside.group())),
    )


def _befell(lead: str, between: str) -> bool:
    """Whether the seizure in a place is "of" the number, or people were arrested there with it."""
    if _EVENT_IN.search(lead) and _OF_NUMBER.fullmatch(between):
        return True
    if _BODY_AT.search(lead) and _DID.match(between):
        return True
    return _CAUGHT_IN.search(lead) is not None and not CLAUSE_END.search(between)


def _at_home(reading: Reading, home: str, mentions: Sequence[AreaMention]) -> bool:
    """Whether the report's own country acts or is named as the place too."""
    return any(
        m.code[:3] == home
        and m.kind != "demonym"
        and _IN_COUNTRY.search(reading.between(reading.sentence.start, m.start))
        for m in mentions
    )
