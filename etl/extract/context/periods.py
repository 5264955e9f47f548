"""Periods of time in years or months, and how the codebook writes them."""

from __future__ import annotations

from typing import NamedTuple

LAST_MONTH = 12


class Period(NamedTuple):
    """The time from the start of `first` to the end of `last`, both included.

    Attributes:
        first: Year and month (1 to 12), or month 0 where only the year is known.
        last: The same for the end.
    """

    first: tuple[int, int]
    last: tuple[int, int]

    @property
    def code(self) -> str:
        """`2017`, `2017-07`, `2015/2016` or `2017-01/2017-10`."""
        first, last = _code(self.first), _code(self.last)
        return first if first == last else f"{first}/{last}"

    @property
    def monthly(self) -> bool:
        """Whether months are known."""
        return self.first[1] > 0

    @property
    def lone(self) -> bool:
        """Whether it is a single month."""
        return self.monthly and self.first == self.last

    @property
    def span(self) -> int:
        """Years between its first and its last year; 0 within one year."""
        return self.last[0] - self.first[0]

    def covers(self, year: int) -> bool:
        """Whether any part of `year` lies in it."""
        return self.first[0] <= year <= self.last[0]

    def shifted(self, years: int) -> Period:
        """The same part of the calendar `years` later (earlier where negative)."""
        first, last = self.first, self.last
        return Period((first[0] + years, first[1]), (last[0] + years, last[1]))

    def months_later(self, count: int) -> Period:
        """The single month that lies `count` months later (earlier where negative)."""
        number = self.last[0] * LAST_MONTH + self.last[1] - 1 + count
        moment = (number // LAST_MONTH, number % LAST_MONTH + 1)
        return Period(moment, moment)


def year(number: int) -> Period:
    """A calendar year."""
    return Period((number, 0), (number, 0))


def years(first: int, last: int) -> Period:
    """Whole years from the earlier to the later of two."""
    return Period((min(first, last), 0), (max(first, last), 0))


def months(number: int, first: int, last: int) -> Period:
    """Months of one year; from a later month to an earlier one runs over the turn of the year."""
    start = number if first <= last else number - 1
    return Period((start, first), (number, last))


def up_to(end: tuple[int, int]) -> Period:
    """From the start of the year of `end` to `end`."""
    return Period((end[0], min(1, end[1])), end)


def hull(first: Period, last: Period) -> Period:
    """From the start of one to the end of the other, in months only where both know them."""
    if first.monthly != last.monthly:
        return years(first.first[0], last.last[0])
    low, high = min(first.first, last.first), max(first.last, last.last)
    return Period(low, high)


def _code(moment: tuple[int, int]) -> str:
    number, month = moment
    return f"{number}-{month:02}" if month else str(number)
