"""Times that began with what a paragraph has told of: "to date", "since then"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.context.periods import Period, years
from etl.extract.context.reading import Reading
from etl.extract.context.resolve import resolve
from etl.extract.context.themes import Themes

_REACH = 8
_BEGAN = re.compile(
    r"\b(?:open(?:ed)?|found(?:ed)?|establish(?:ed)?|creat(?:ed)?|launch(?:ed)?|set\s+up|beg[au]n|start(?:ed)?"
    r"|inaugurat(?:ed)?|form(?:ed)?|enact(?:ed)?|adopt(?:ed)?|pass(?:ed)?|came\s+into\s+being)\b[^;.]{0,40}$"
)


def to_date(themes: Themes, sentence: int) -> Period | None:
    """From the "since" of a sentence before in this paragraph to the report's year."""
    for reading in _before(themes, sentence):
        since = [t for t in reading.times if t.role == "since" and t.code == "span"]
        if since:
            return resolve(since[-1], themes.around(reading, since[-1], stock=False))
    return None


def since_event(themes: Themes, sentence: int, reference_year: int) -> Period | None:
    """From the year in which something of this paragraph came about to the report's."""
    first = None
    for reading in _before(themes, sentence):
        made = [t for t in reading.times if t.code == "span" and t.first[0]]
        told = [t for t in made if _BEGAN.search(reading.between(reading.sentence.start, t.start))]
        if told or (made and first is None):
            first = (told or made)[-1].first[0]
        if told:
            break
    return years(first, max(first, reference_year)) if first else None


def bounded(themes: Themes, reading: Reading, period: Period) -> Period:
    """A year told "by then", whose months are those up to the day told of before."""
    if period.monthly or period.span:
        return period
    for time in reading.times:
        if time.code == "by_then":
            end = resolve(time, themes.around(reading, time, stock=False))
            return end if end.monthly and end.last[0] == period.last[0] else period
    return period


def _before(themes: Themes, sentence: int) -> Iterator[Reading]:
    """The sentences before one in its paragraph, the nearest first."""
    place = sentence
    while not themes.opens_paragraph(place) and sentence - place < _REACH:
        place -= 1
        yield themes.reading(place)
