"""Events that a report tells of another country than its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.extract.context.areas import AreaMention
from etl.extract.context.clauses import NEW_CLAUSE, opens_sentence
from etl.extract.context.gazetteer import members_of
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
_BODY = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:authorities|police|customs|navy|officials|officers|forces|military|agents"
    r"|law enforcement|coast guard|guard|patrol|protection)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\s+(?:also\s+)?(?:seized|arrested|eradicated|destroyed|confiscated|intercepted|detained"
    r"|dismantled|recovered)\b"
)
_THEIR_SEIZURES = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,4}seizures?\b", re.IGNORECASE)
_ACTOR = re.compile(r"(?:[,;]\s|\b(?:by|while|that)\s)(?:the\s+)?$", re.IGNORECASE)
_NO_GROUND = re.compile(
    r"\s+(?:currency|dollars?|cash|bills|notes|banknotes|funds|funding|money|assistance|aid|support|hands|partners)\b"
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
_CLAUSE_END = re.compile(r"[,;]|\b(?:and|but|while|fetch|fetches|fetched|sells|sold|costs?)\b")
_GROUND = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:borders?|ports?|airports?|waters|territory|soil)\b", re.IGNORECASE
)


def abroad(
    reading: Reading, start: int, end: int, home: str, mentions: Sequence[AreaMention]
) -> str:
    """The other country in which an event took place, or empty.

    Args:
        reading: The sentence that tells of it.
        start: Where its number starts.
        end: Where its number ends.
        home: Country of the report.
        mentions: Places that the sentence names.
    """
    own, text = members_of(home), reading.document.text
    foreign = [m for m in mentions if m.kind != "part" and m.code not in own]
    if not foreign or not home:
        return ""
    places = [m for m in foreign if m.kind == "name" and _took_place(reading, m, start, end)]
    if places and not _at_home(reading, home, mentions):
        return ";".join(sorted({mention.code for mention in places}))
    sides = [m for m in foreign if _on_the_side(reading, m, start, end)]
    if sides:
        return sides[0].code
    theirs = [
        m
        for m in foreign
        if (m.start < start or text[end : m.start] == " of ") and _THEIR_SEIZURES.match(text, m.end)
    ]
    if theirs:
        return theirs[-1].code
    return next(_acted(reading, foreign, mentions, home, start), "")


def _on_the_side(reading: Reading, mention: AreaMention, start: int, end: int) -> bool:
    """Whether "on the ... side" of a border stands in the number's own clause."""
    text = reading.document.text
    if not text.startswith(" side", mention.end) or not text.endswith("on the ", 0, mention.start):
        return False
    between = text[end : mention.start] if mention.start >= end else text[mention.end : start]
    return not _CLAUSE_END.search(between)


def _took_place(reading: Reading, place: AreaMention, start: int, end: int) -> bool:
    """Whether the event's words say "in" this place."""
    lead = reading.between(reading.sentence.start, place.start)
    if _NO_GROUND.match(reading.document.text, place.end):
        return False
    inside = _IN_COUNTRY.search(" . " + lead)
    if inside is None:
        inside = _PLACE_IN_COUNTRY.search(lead)
    elif _ORIGIN.fullmatch(inside["verb"] or ""):
        return False
    if inside is None:
        return False
    if place.end <= start and _befell(lead, reading.between(place.end, start)):
        return True
    if place.start >= end:
        return not NEW_CLAUSE.search(reading.between(end, place.start))
    return opens_sentence(
        reading,
        reading.sentence.start + max(0, place.start - reading.sentence.start - len(inside.group())),
    )


def _befell(lead: str, between: str) -> bool:
    """Whether the seizure in a place is "of" the number, or people were arrested there with it."""
    if _EVENT_IN.search(lead) and _OF_NUMBER.fullmatch(between):
        return True
    return _CAUGHT_IN.search(lead) is not None and not _CLAUSE_END.search(between)


def _at_home(reading: Reading, home: str, mentions: Sequence[AreaMention]) -> bool:
    """Whether the report's own country acts or is named as the place too."""
    return any(
        m.code[:3] == home
        and m.kind != "demonym"
        and _IN_COUNTRY.search(reading.between(reading.sentence.start, m.start))
        for m in mentions
    )


def _acted(
    reading: Reading,
    foreign: Sequence[AreaMention],
    mentions: Sequence[AreaMention],
    home: str,
    start: int,
) -> Iterator[str]:
    """Countries whose own forces are the ones who seized or arrested."""
    for mention in foreign:
        if mention.start > start or not _is_force(reading, mention):
            continue
        if any(m.code[:3] == home and m.kind != "part" for m in mentions if m.start < start):
            continue
        lead = reading.between(reading.sentence.start, mention.start)
        if not opens_sentence(reading, mention.start) and not _ACTOR.search(lead):
            continue
        if mention.code != "USA" or _on_its_ground(reading, mentions, start):
            yield mention.code


def _is_force(reading: Reading, mention: AreaMention) -> bool:
    """Whether a mention is that of a country's forces, or of the country as who acts."""
    text = reading.document.text
    if mention.kind == "name" and _ACTS.match(text, mention.end):
        return True
    named = mention.kind == "demonym" or mention.code == "USA"
    return named and _BODY.match(text, mention.end) is not None


def _on_its_ground(reading: Reading, mentions: Sequence[AreaMention], start: int) -> bool:
    """Whether the United States is the place too: its agencies act everywhere."""
    return any(
        m.code == "USA" and m.start > start and _GROUND.match(reading.document.text, m.end)
        for m in mentions
    )
