"""A time expression as a sentence has it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression.

    Attributes:
        start: Offset of its first word, the role's words included.
        code: `span` for dates; `title` for a year in a name; `years_back`; else a
            relative code of `periods.csv`.
        role: `at`, `until`, `since` or `by`.
        first: First year and month; 0 where not said.
        last: Last year and month.
        day: Whether a day of the month is given.
        count: Years back: for `years_back`, and 1 for "the same period last year".
        weak: Whether it is the year in which a law or paper was made.
        coordinated: Whether it lists single years ("in 2015 and 2016").
        spread: Whether it leads from one year to another ("from 2015 to 2016"), where
            "2015-2016" may be the name of one season.
        of_the_year: Whether it is a part of "the year" that the text is at.
        compared: Whether it is the start of a change ("a decrease since 2015"), which
            is no period of an amount.
    """

    start: int
    end: int
    code: str
    role: str = "at"
    first: tuple[int, int] = (0, 0)
    last: tuple[int, int] = (0, 0)
    day: bool = False
    count: int = 0
    weak: bool = False
    coordinated: bool = False
    spread: bool = False
    of_the_year: bool = False
    compared: bool = False
