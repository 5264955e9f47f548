"""Events that a report tells of another country than its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.extract.context.areas import AreaMention
from etl.extract.context.clauses import opens_sentence
from etl.extract.context.gazetteer import members_of
from etl.extract.context.grounds import CLAUSE_END, ground
from etl.extract.context.reading import Reading

_BODY = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:authorities|police|customs|navy|officials|officers|forces|military|agents"
    r"|law enforcement|coast guard|guard|patrol|protection"
    r"|courts?|judges?|prosecutors?|investigators|soldiers|marines|troops)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\s+(?:also\s+)?(?:seized|arrested|eradicated|destroyed|confiscated|intercepted|detained"
    r"|dismantled|recovered)\b"
)
_THEIR_SEIZURES = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,4}seizures?\b", re.IGNORECASE)
_ACTOR = re.compile(r"(?:[,;]\s|\b(?:by|while|that)\s)(?:the\s+)?$", re.IGNORECASE)
_PASSED_BY = re.compile(
    r"\b(?:acting|based|on|with|following|after|thanks\s+to|tip|information|intelligence|leads?|support|help|assistance|request"
    r"|evidence|data)\b[^;,]{0,40}\bby\s+(?:the\s+)?$"
)
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
    countries = ground(reading, foreign, mentions, home, (start, end))
    if countries:
        return ";".join(sorted(countries))
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


_OTHER_SIDE = re.compile(r";|\bwhile\b|\bwhereas\b|\bon\s+the\s+\w+\s+side\b")


def _on_the_side(reading: Reading, mention: AreaMention, start: int, end: int) -> bool:
    """Whether "on the ... side" of a border stands in the number's own clause."""
    text = reading.document.text
    if not text.startswith(" side", mention.end) or not text.endswith(
        ("on the ", "On the "), 0, mention.start
    ):
        return False
    if mention.start - reading.sentence.start <= len("On the "):
        return _OTHER_SIDE.search(text, mention.end, start) is None
    between = text[end : mention.start] if mention.start >= end else text[mention.end : start]
    return not CLAUSE_END.search(between)


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
        if _PASSED_BY.search(lead):
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
