"""Numbers and times that stand in two lists: "100, 200 and 300 in 2014, 2015 and 2016"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.extract.context.expressions import Time
from etl.extract.context.numbers import Number
from etl.extract.context.reading import Reading

_JOIN = re.compile(r"\s*(?:,\s*(?:and\s+|or\s+)?|\band\s+|\bor\s+)(?:in\s+)?")


def in_series(reading: Reading, time: Time, start: int) -> Time:
    """The time of a list that is the number's own.

    Args:
        reading: The sentence.
        time: A time of it, maybe one of several joined by commas and "and".
        start: Where the number starts.

    Returns:
        The time at the number's own place where there are as many numbers as times; all
        of them where there is one number; else `time` itself.
    """
    run = _run_of(reading, time)
    members = [member for each in run for member in _members(each)]
    if len(members) < 2:  # noqa: PLR2004 -- one time is no list
        return time
    numbers = _beside(reading, run, start)
    places = [number.start for number in numbers]
    if len(numbers) == len(members) and start in places:
        return members[places.index(start)]
    alike = {(member.role, member.first[1] > 0) for member in members}
    if len(numbers) != 1 or len(run) == 1 or len(alike) > 1 or time.role != "at":
        return time
    first, last = min(m.first for m in members), max(m.last for m in members)
    return replace(time, first=first, last=last, coordinated=False)


def _run_of(reading: Reading, time: Time) -> list[Time]:
    """The times joined with `time`, in order."""
    times = [t for t in reading.times if t.code == "span" and t.first[0]]
    if time not in times:
        return [time]
    first = last = times.index(time)
    text = reading.document.text
    while first and _JOIN.fullmatch(text, times[first - 1].end, times[first].start):
        first -= 1
    while last + 1 < len(times) and _JOIN.fullmatch(text, times[last].end, times[last + 1].start):
        last += 1
    return times[first : last + 1]


def _members(time: Time) -> list[Time]:
    if not time.coordinated:
        return [time]
    return [
        replace(time, last=time.first, coordinated=False),
        replace(time, first=time.last, coordinated=False),
    ]


def _beside(reading: Reading, run: Sequence[Time], start: int) -> list[Number]:
    """The numbers of the list on the number's side, up to the next time."""
    begin, end = run[0].start, run[-1].end
    if start < begin:
        before = [t.end for t in reading.times if t.end <= start]
        low, high = (before[-1] if before else reading.sentence.start), begin
    else:
        after = [t.start for t in reading.times if t.start > start]
        low, high = end, (after[0] if after else reading.sentence.end)
    level = reading.scopes_at(start)
    return [
        n for n in reading.numbers if low <= n.start < high and reading.scopes_at(n.start) == level
    ]
