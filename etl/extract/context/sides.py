"""The periods of amounts at the two ends of a change or comparison."""

from __future__ import annotations

import re

from etl.extract.context.attach import Attached
from etl.extract.context.citations import SURVEYS
from etl.extract.context.periods import Period, year, years
from etl.extract.context.reading import Reading
from etl.extract.model import Quantity

_FROM = re.compile(
    r",?\s*(?:(?:(?:up|down)\s+(?:\w+ly\s+)?)?from\s"
    r"|(?:(?:as\s+)?(?:compared|opposed)\s+(?:to|with)|as\s+against|versus|against)\s+(?:(?:just|only|about|some|nearly|over)\s+)?[$€£]?\d)",
    re.IGNORECASE,
)
_NEAR = 70
_FORESEEN = re.compile(
    r"[^,;]*?\b(?:foreseen|planned|authorized|required|needed|targeted|sought|approved|budgeted|called\s+for|envisaged|envisioned"
    r"|projected|promised|allotted|sanctioned|expected)\b"
)
_BEATEN = frozenset(
    "surpassed exceeded beaten topped outdone bettered overtaken eclipsed outstripped passed"
    " undercut outpaced".split()
)
_OUTDONE = re.compile(
    rf"\b(?:was|were|been|being)\s+(?:\w+\s+){{0,2}}(?:{'|'.join(sorted(_BEATEN))})\s+(?:[\w-]+\s+){{0,3}}?by\s+(?:[a-z]+\s+){{0,3}}$"
)
_STOP = re.compile(r";|[.](?:\s|$)")
_TO = re.compile(r"\bto\s+(?:[a-z]+\s+){0,3}$", re.IGNORECASE)


def of_change(period: Period, found: Attached, reading: Reading, quantity: Quantity) -> Period:
    """The period of a change: its later one, or both ends of several years."""
    if found.time.role == "since":
        return period
    if _is_outdone(reading, found, quantity.start):
        return period.shifted(1)
    spelled = _spelled_later(reading, found, max(quantity.end, quantity.mentions_end))
    if spelled is not None and spelled > period.last[0]:
        return year(spelled)
    if not period.monthly and period.span == 1 and found.time.spread:
        return year(period.last[0])
    base = _compared(reading, quantity)
    if base is not None and period.last[0] - base > 1:
        return years(base, period.last[0])
    return period


def _is_outdone(reading: Reading, found: Attached, start: int) -> bool:
    """Whether a change says by how much the year after surpassed the one told of."""
    if found.time.end > start or _BEATEN.isdisjoint(reading.vocabulary):
        return False
    return _OUTDONE.search(reading.between(found.time.end, start)) is not None


def _spelled_later(reading: Reading, found: Attached, end: int) -> int | None:
    """The last year of the amounts that a colon spells a change out in."""
    if found.time.start < end or ":" not in reading.between(end, found.time.start):
        return None
    told = [t for t in reading.times if t.start >= end and t.code == "span" and t.role == "at"]
    limit = next((m.start() for m in _STOP.finditer(reading.document.text, found.time.start)), 0)
    years_told = [t.last[0] for t in told if t.start < limit and t.first == t.last and t.first[0]]
    return max(years_told, default=None)


def _compared(reading: Reading, quantity: Quantity) -> int | None:
    """The year on the other side of the comparison that follows a change."""
    for time in reading.times:
        if time.start < quantity.start or time.code != "span" or not time.first[0]:
            continue
        kinds = [scope.kind for scope in reading.scopes_at(time.start)]
        return time.last[0] if "base" in kinds else None
    return None


def _comes_from(reading: Reading, start: int) -> bool:
    """Whether a number is where a change started ("from 170 to 340")."""
    return any(
        scope.kind == "base" and reading.between(scope.start, start).lower().startswith("from ")
        for scope in reading.scopes_at(start)
    )


def is_earlier(reading: Reading, start: int) -> bool:
    """Whether a number is what one without a time of its own is compared with."""
    return any(
        scope.kind == "base" and _FROM.match(reading.document.text, scope.start)
        for scope in reading.scopes_at(start)
    )


def _reaches(reading: Reading, start: int) -> bool:
    """Whether a number is where a change ended: "to" it, right after "from" another."""
    to = _TO.search(reading.document.text, reading.sentence.start, start)
    return to is not None and any(
        scope.kind == "base" and 0 <= to.start() - scope.end <= 1 for scope in reading.scopes
    )


def of_side(
    period: Period, found: Attached, reading: Reading, start: int, *, stock: bool
) -> Period | None:
    """The period of an amount at one end of a change ("from 170 to 340").

    None for the amount that a plan starts from, which is today's.
    """
    ends = found.time.spread or found.time.code == "same_period"
    if ends and (period.span or stock):
        if found.base or _comes_from(reading, start):
            return Period(period.first, period.first)
        if _reaches(reading, start):
            return Period(period.last, period.last)
    if found.base and (
        found.time.role == "by" or _FORESEEN.match(reading.between(start, start + _NEAR))
    ):
        return None
    return earlier_than(period, reading) if found.base else period


def earlier_than(period: Period, *readings: Reading) -> Period:
    """The period before: the year of the survey before, where one is spoken of, else one year back.

    Args:
        period: The later one.
        readings: The sentences that may speak of a survey and what it is compared with.
    """
    if period.monthly or all(SURVEYS.isdisjoint(r.vocabulary) for r in readings):
        return period.shifted(-1)
    for reading in readings:
        for time in reading.times:
            looks = time.role == "since" or any(
                scope.kind == "base" for scope in reading.scopes_at(time.start)
            )
            if looks and 0 < time.first[0] < period.first[0] and time.first == time.last:
                return year(time.first[0])
    return period.shifted(-1)
