"""Times that a number takes over from a like place of its sentence."""

from __future__ import annotations

import re

from etl.extract.context.expressions import Time
from etl.extract.context.reading import Reading

_ALONE = re.compile(r"\((?:(?:up|down)\s+)?(?:from\s+)?$")
_UNIT = re.compile(r"\s*(?:million\s+)?(?P<unit>[A-Za-z]+)?\s*")
_PARTS = frozenset({"percent", "remainder", "rest", "others"})
_AS_SHARE = re.compile(
    r"\bpercent\b[^.;]{0,60}?(?:,\s+|\s+|\()(?:or|that\s+is|i\.e\.|meaning|namely|which\s+is|equal\s+to|amounting\s+to),?\s+(?:[a-z]+\s+){0,3}$"
)
_SHARE_NEXT = re.compile(r"(?:\s+[a-z]+){0,3}[\s,(]+(?:or\s+)?(?:[a-z]+\s+){0,2}[\d.]+\s+percent\b")
_SHARE_SELF = re.compile(r"\s+percent\b[^.;]{0,60}?[\s,(](?:or|that\s+is),?\s+(?:[a-z]+\s+){0,2}\d")
_REST = re.compile(r"(?:The|A)\s+(?:remainder|rest|others|remaining)\b")
_PLAN_DOES = re.compile(
    r"[”\"’)]*\s*(?:,[^,;]{2,80},\s+|\([^)]*\)\s*)?(?:\w+ly\s+|also\s+)?(?:is|was|has|had|contain|include|set|call|foresee|foresaw|envisage|envision"
    r"|provide|list|comprise|consist|rest|allocate|earmark|budget|cost|cover|name|span|define|identif|prioriti|run|aim|seek|focus"
    r"|target|assign|carrie|carry|come|came|propose|commit|require|outline|establish|lay|laid|divide|pledge|promise|count|describe)"
)


def in_like_parens(reading: Reading, start: int, end: int) -> Time | None:
    """The time of the parentheses before: "57 kg (39 kg in 2016), 4 kg (6 kg)".

    Args:
        reading: The sentence.
        start: Where a number starts that stands alone in parentheses.
        end: Where it ends.
    """
    text = reading.document.text
    parens = [s for s in reading.scopes if s.kind == "paren" and s.start < start]
    if not parens or parens[-1].end <= start:
        return None
    own = parens.pop()
    if not _ALONE.fullmatch(text, own.start, start) or own.end - end > len(" kilograms"):
        return None
    unit = _UNIT.match(text, end)
    for scope in reversed(parens):
        times = [t for t in reading.times if scope.start < t.start < scope.end]
        numbers = [n for n in reading.numbers if scope.start < n.start < scope.end]
        if len(times) == 1 and len(numbers) == 1:
            told = _UNIT.match(text, numbers[0].end)
            alike = told is not None and unit is not None and told["unit"] == unit["unit"]
            return times[0] if alike and numbers[0].start < times[0].start else None
    return None


def of_plan(reading: Reading, start: int) -> Time | None:
    """The years of a plan whose contents a number tells ("The Plan for 2016-2020 holds 12 ...")."""
    for time in reading.times:
        spans = time.code == "title" and 0 < time.first[0] < time.last[0]
        if spans and time.end <= start and _PLAN_DOES.match(reading.document.text, time.end):
            cut = {";", "but", "while"} & set(reading.between(time.end, start).split())
            return None if cut else time
    return None


def is_part(reading: Reading, start: int, end: int) -> bool:
    """Whether a number of a sentence without times is a part of what was counted before.

    Args:
        reading: The sentence.
        start: Where the number starts.
        end: Where it ends.
    """
    if reading.times or _PARTS.isdisjoint(reading.vocabulary):
        return False
    text, first = reading.document.text, reading.sentence.start
    if _AS_SHARE.search(text, first, start) or _REST.match(text, first, start):
        return True
    limit = reading.sentence.end
    beside = _SHARE_NEXT.match(text, end, limit) or _SHARE_SELF.match(text, end, limit)
    return beside is not None
