"""Which time expression of its sentence a number takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from etl.extract.context.expressions import Time
from etl.extract.context.partings import in_aside, leads, number_after, parted, shares, turns_to_now
from etl.extract.context.reading import Reading
from etl.extract.context.scopes import Scope
from etl.extract.context.series import in_series
from etl.extract.context.tables import a_paper
from etl.extract.context.told import of_report, said_on

_WEAK_REACH = 60
_SPELLED_REACH = 50
_NO_PERIOD = frozenset({"window", "title"})
_WITH = re.compile(
    r"\s+(?:with|at)\s+(?:(?:just|only|some|about|around|over|nearly|an?|total|of|fewer|less|more|than)\s+)*"
)
"""What something had when it began ("opened in 2012 with 40 beds")."""
_NEXT_CLAUSE = re.compile(
    r"\s*(?:,\s*and|;)\s+(?:(?:some|about|another|more|than|over|a|total|of|nearly|further|in|all|roughly)\s+)*"
)
_MEASURE = re.compile(
    r"(?:(?:less|more|fewer|over|nearly|about|roughly|only|just)\s+)?(?:than\s+)?", re.IGNORECASE
)
_GOAL = re.compile(
    r"\b(?:goals?|targets?|quotas?|objectives?|aims?|ceilings?|allotments?)\s+(?:[a-z-]+\s+){0,4}?(?:of|at|to\s+\w+)\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
"""What was aimed at is of the same time as what was reached."""
_LEGEND = re.compile(
    r"(?:\([^()]*\b(?:19|20)\d\d\b[^()]*\b(?:in|within)\s+(?:parenthes[ei]s|brackets)[^()]*\)"
    r"|\b(?:with|and)\s[^();:]*\b(?:19|20)\d\d\b[^();:]*\b(?:in|within)\s+(?:parenthes[ei]s|brackets))",
    re.IGNORECASE,
)


class Attached(NamedTuple):
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
    scopes = tuple(scope for scope in scopes if not _opens_base(reading, scope, start))
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


def _opens_base(reading: Reading, scope: Scope, start: int) -> bool:
    """Whether a number is the word of the comparison itself ("half the 75 kg of 2016")."""
    if scope.kind != "base":
        return False
    said = reading.between(scope.start, start)
    return _MEASURE.fullmatch(said) is not None or _GOAL.search(said) is not None


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
    lead = next(
        (t for t in reversed(times) if t.end <= start and not in_aside(reading, t, start)), None
    )
    if lead is not None and (turns_to_now(reading, lead, start) or _left(reading, lead, start)):
        lead = None
    close = next((t for t in times if t.start >= end), None)
    shared = close is not None and shares(reading, end, close)
    held = lead is not None and _WITH.fullmatch(reading.between(lead.end, start)) is not None
    if close and shared and not held and (lead is None or not leads(reading, lead)):
        return Attached(close, "time_after_list")
    return Attached(lead, "time_before_number") if lead else None


def _left(reading: Reading, lead: Time, start: int) -> bool:
    """Whether a month closed its clause, and a number opens the next ("in June, and 90 ...")."""
    if not lead.last[1] or lead.first != lead.last or leads(reading, lead):
        return False
    return _NEXT_CLAUSE.fullmatch(reading.between(lead.end, start)) is not None


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
        if level and (not apart or leads(reading, other)):
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
        if not other.last[0] and time.first[0] != time.last[0]:
            break
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
        beside = time.end <= scope.start and not reading.between(time.end, scope.start).strip()
        if time.compared and beside:
            return Attached(replace(time, role="at"), "time_before_number")
    return None


def _of_paper(reading: Reading, end: int, time: Time) -> bool:
    """Whether a year is that of a law or treaty under which the number came about."""
    return a_paper().search(reading.between(end, time.start)) is not None


def _follows(reading: Reading, end: int, time: Time, scopes: tuple[Scope, ...]) -> bool:
    """Whether nothing but its own noun stands between a number and a time after it."""
    if time.weak and (time.start - end > _WEAK_REACH or _of_paper(reading, end, time)):
        return False
    if any(
        end <= n.start < time.start and reading.scopes_at(n.start) == scopes
        for n in reading.numbers
    ):
        return False
    if parted(reading, end, time):
        return False
    return not (leads(reading, time) and number_after(reading, time))


def _tells_when_said(reading: Reading, time: Time, times: Sequence[Time]) -> bool:
    """Whether a day is that of a report or speech, while another time is at hand."""
    dated = said_on(reading, time) or of_report(reading, time)
    return dated and any(t is not time and not t.weak for t in times)
