"""Which time expression of its sentence a number takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.extract.context.reading import Reading
from etl.extract.context.scopes import Scope
from etl.extract.context.series import in_series
from etl.extract.context.tense import is_past
from etl.extract.context.times import Time
from etl.extract.context.told import of_report, said_on

_WEAK_REACH = 60
_SPELLED_REACH = 50
_NO_PERIOD = frozenset({"window", "title"})
_YEAR_BEFORE = frozenset({"previous_year", "last_year"})
_BREAK = re.compile(
    r";|[,–—]\s*(?:while|but|whereas|although|though|compared|bringing|raising|making|increasing"
    r"|lifting|pushing|reducing|on track|on pace)\b|\b(?:that|which|who)\s+will\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
_FOR = re.compile(r"\bfor\s+(?:the\s+)?(?:[A-Z]\w+\s+)?$")
_HAS = re.compile(
    r"\b(?:has|have|there (?:is|are)|operates?|maintains?|consists? of)\s+"
    r"(?:[\w-]+\s+){0,3}[\w$€£.,-]*$"
)
_LEGEND = re.compile(
    r"(?:\([^()]*\b(?:19|20)\d\d\b[^()]*\b(?:in|within)\s+(?:parenthes[ei]s|brackets)[^()]*\)"
    r"|\b(?:with|and)\s[^();:]*\b(?:19|20)\d\d\b[^();:]*\b(?:in|within)\s+(?:parenthes[ei]s|brackets))",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:that|which|who)\s+(?:\w+ly\s+)?(?:was|were|\w+ed)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:^|[,;:–—]|\b(?:and|while|but|although|whereas|that|when))\s*"
    r"(?:(?:in|on|during|for|between|from|over|at|throughout|within|by|since|through|as of)\s+)?"
    r"(?:(?:all\s+of|the|calendar\s+year|fiscal\s+year|just|also)\s+)*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Attached:
    """A time and the way it was found."""

    time: Time
    rule: str
    base: bool = False


def attach(reading: Reading, start: int, end: int, *, change: bool) -> Attached | None:
    """The time expression of the number at `start` to `end`, if its sentence has one.

    Args:
        reading: The sentence.
        start: Where the number starts.
        end: Where it ends, a range's upper part included.
        change: Whether it is a difference; such a number belongs to the later side.
    """
    scopes = reading.scopes_at(start)
    if change:
        scopes = tuple(scope for scope in scopes if scope.kind != "base")
    for depth in range(len(scopes), -1, -1):
        outer = depth < len(scopes)
        explained = _explained_by(reading, scopes[depth]) if outer else None
        held = explained or _within(reading, start, end, scopes[:depth], outer=outer, change=change)
        if held is not None:
            crossed = any(scope.kind == "base" for scope in scopes[depth:])
            time = _bounded(reading, _spelled_out(reading, held.time))
            time = in_series(reading, time, start)
            return Attached(time, held.rule, base=crossed)
    return None


def _within(
    reading: Reading,
    start: int,
    end: int,
    scopes: tuple[Scope, ...],
    *,
    outer: bool,
    change: bool,
) -> Attached | None:
    """The time of one level of parentheses and comparisons that a number takes."""
    times = [
        t
        for t in reading.times
        if t.code not in _NO_PERIOD
        and (change or not t.compared)
        and (t.end <= start or t.start >= end)
        and reading.scopes_of(t) == scopes
    ]
    after = next((t for t in times if t.start >= end), None)
    if after and not outer and _follows(reading, end, after, scopes):
        told = of_report(reading, after) and _tells_when_said(reading, after, times)
        if not told:
            return Attached(after, "time_after_number")
    firm = [t for t in times if not t.weak and not _tells_when_said(reading, t, times)]
    return _nearest(reading, start, end, firm)


def _nearest(reading: Reading, start: int, end: int, times: Sequence[Time]) -> Attached | None:
    """The time before a number, or the one that closes its list."""
    lead = next((t for t in reversed(times) if t.end <= start), None)
    close = next((t for t in times if t.start >= end), None)
    shared = close is not None and _shares(reading, end, close)
    if close and shared and (lead is None or not _leads(reading, lead)):
        return Attached(close, "time_after_list")
    return Attached(lead, "time_before_number") if lead else None


def _bounded(reading: Reading, time: Time) -> Time:
    """A year's figure told "through October" or "as of October" is one of these months."""
    if time.code != "span" or time.role != "at" or time.first[1] or time.first != time.last:
        return time
    for other in reading.times:
        year, month = other.last
        if other.role != "until" or not month or year not in {0, time.last[0]}:
            continue
        first, last = min(time, other, key=_start), max(time, other, key=_start)
        apart = any(first.end <= n.start < last.start for n in reading.numbers)
        level = reading.scopes_of(other) == reading.scopes_of(time)
        if level and (not apart or _leads(reading, other)):
            moment = (time.last[0], month)
            return replace(other, first=moment, last=moment)
    return time


def _start(time: Time) -> int:
    return time.start


def _spelled_out(reading: Reading, time: Time) -> Time:
    """The dates in parentheses after a time, where they say what it means."""
    for other in reading.times:
        if not 0 < other.start - time.end <= _SPELLED_REACH or not other.first[1]:
            continue
        if any(time.end <= number.start < other.start for number in reading.numbers):
            break
        if reading.scopes_of(other) == reading.scopes_of(time) != reading.scopes_at(other.start):
            return other
    return time


def _explained_by(reading: Reading, scope: Scope) -> Attached | None:
    """The start of a change that a number in parentheses gives: "since 2015 (55,500 ha)"."""
    if scope.kind != "paren":
        return None
    legend = _LEGEND.search(reading.document.text, reading.sentence.start, scope.start)
    if legend is not None:
        told = [t for t in reading.times if legend.start() <= t.start < legend.end() and t.first[0]]
        if told:
            return Attached(told[0], "time_of_parentheses")
    for time in reading.times:
        if time.compared and not reading.between(time.end, scope.start).strip():
            return Attached(replace(time, role="at"), "time_before_number")
    return None


def _follows(reading: Reading, end: int, time: Time, scopes: tuple[Scope, ...]) -> bool:
    """Whether nothing but its own noun stands between a number and a time after it."""
    if time.weak and time.start - end > _WEAK_REACH:
        return False
    if any(
        end <= n.start < time.start and reading.scopes_at(n.start) == scopes
        for n in reading.numbers
    ):
        return False
    if _parted(reading, end, time):
        return False
    return not (_leads(reading, time) and _number_after(reading, time))


def _leads(reading: Reading, time: Time) -> bool:
    """Whether a time opens a clause ("..., and in 2017, ...")."""
    return _LEAD.search(reading.between(reading.sentence.start, time.start)) is not None


def _number_after(reading: Reading, time: Time) -> bool:
    later = [t.start for t in reading.times if t.start >= time.end]
    limit = later[0] if later else reading.sentence.end
    return any(time.end <= n.start < limit for n in reading.numbers)


def _shares(reading: Reading, end: int, time: Time) -> bool:
    """Whether a time at the end of a list holds for its earlier numbers too."""
    between = reading.between(end, time.start)
    if _parted(reading, end, time) or _FOR.search(between) or _two_clauses(between):
        return False
    if time.code in _YEAR_BEFORE and _RELATIVE.search(between):
        return False
    return not (_leads(reading, time) and _number_after(reading, time))


def _parted(reading: Reading, end: int, time: Time) -> bool:
    """Whether a new statement begins between a number and a time after it."""
    between = reading.between(end, time.start)
    if _BREAK.search(between):
        return True
    has = _HAS.search(reading.document.text, reading.sentence.start, end)
    return has is not None and _RELATIVE.search(between) is not None


def _two_clauses(between: str) -> bool:
    """Whether ", and" parts two statements, each with its verb."""
    left, sign, right = between.rpartition(", and ")
    return bool(sign) and _FINITE.search(left) is not None and is_past(right)


def _tells_when_said(reading: Reading, time: Time, times: Sequence[Time]) -> bool:
    """Whether a day is that of a report or speech, while another time is at hand."""
    dated = said_on(reading, time) or of_report(reading, time)
    return dated and any(t is not time and not t.weak for t in times)
