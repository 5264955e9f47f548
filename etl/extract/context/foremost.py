"""Which of its times a sentence is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.context.expressions import Time
from etl.extract.context.reading import Reading

_OPENING = 40
_NO_THEME = frozenset({"window", "current", "title"})
_PUBLICATION = re.compile(r"\s(?:[\w-]+\s){0,7}?(?:report|survey|study)\b", re.IGNORECASE)

_OF_A_THING = re.compile(
    r"\b(?:when|while|because|after|since|as)\b[^,;]*\b(?:the|its|their|an?)\s+(?:[a-z-]+\s+){0,2}$"
)
_RELATIVES = frozenset({"which", "who", "where"})
_HAD_BEEN = re.compile(r",\s*(?:which|who|where)\s+(?:[\w-]+\s+){0,4}?had\b[^,;]*$")
_NOUN = re.compile(r"\s+[a-z]{4,}")


def is_theme(reading: Reading, time: Time) -> bool:
    """Whether a time may be what its sentence is about."""
    if time.weak or time.compared or time.code in _NO_THEME or _attributive(reading, time):
        return False
    if time.role == "by" and not (reading.past and time.first[1] and reading.numbers):
        return False
    if time.code == "same_period" and time.first[0]:
        return False  # it is compared with
    if time.role == "since" and not reading.numbers:
        return False
    if not time.last[0] and reading.scopes_at(time.start):
        seasons = [t for t in reading.times if t.end <= time.start and t.first[0] != t.last[0]]
        if seasons:
            return False  # it says which months such a year has
    return not (reading.scopes_of(time) or _had_been(reading, time))


def _had_been(reading: Reading, time: Time) -> bool:
    """Whether an aside tells what had been then ("..., which had come to 9 kg in 2015, ...")."""
    if "had" not in reading.vocabulary or _RELATIVES.isdisjoint(reading.vocabulary):
        return False
    return _HAD_BEEN.search(reading.between(reading.sentence.start, time.start)) is not None


def _attributive(reading: Reading, time: Time) -> bool:
    """Whether a year only names a thing in a clause of its own ("when the 2016 harvest ...")."""
    if time.code != "span" or not time.first[0] or time.role != "at":
        return False
    lead = reading.between(reading.sentence.start, time.start)
    return (
        _OF_A_THING.search(lead) is not None
        and _NOUN.match(reading.document.text, time.end) is not None
    )


def follows_number(reading: Reading, time: Time) -> bool:
    """Whether a number stands before a time in its sentence."""
    return any(number.start < time.start for number in reading.numbers)


def foremost(reading: Reading, times: Sequence[Time]) -> Time:
    """The time that opens a sentence, nearest to what it counts; else the last one."""
    if times[0].start - reading.sentence.start >= _OPENING:
        return times[-1]
    first_number = reading.numbers[0].start if reading.numbers else times[0].end
    opening = [time for time in times if time.end <= first_number]
    return opening[-1] if opening else times[0]


def of_publication(reading: Reading, time: Time) -> bool:
    """Whether a year is that of a report or survey, which tells of other years."""
    return _PUBLICATION.match(reading.document.text, time.end) is not None
