"""From a time expression to a period: what it leaves open comes from around it."""

from __future__ import annotations

from typing import NamedTuple

from etl.extract.context.expressions import Time
from etl.extract.context.periods import LAST_MONTH, Period, hull, up_to, year, years

_OF_SEASON = frozenset({"that_year", "previous_year"})


class Around(NamedTuple):
    """What an expression may lean on.

    Attributes:
        reference_year: The year that undated figures are about.
        main: Period that the sentence or the ones before it are about, if any.
        stock: Whether the number is an amount at a moment, not one over time.
        past: Whether the sentence tells of the past.
        said: Year and month in which it was reported, where the sentence says so.
        near: Year that the sentence itself has stated before, if any.
    """

    reference_year: int
    main: Period | None
    stock: bool = False
    past: bool = True
    said: tuple[int, int] | None = None
    near: int | None = None

    @property
    def year(self) -> int:
        """The year that the text is at."""
        return self.main.last[0] if self.main else self.reference_year

    @property
    def open_year(self) -> int:
        """The year of a month that is named without one."""
        return self.near if self.near is not None else self.reference_year


def resolve(time: Time, around: Around) -> Period:
    """The period that `time` stands for.

    Args:
        time: An expression of the text.
        around: What it leans on.
    """
    if time.code == "span":
        return _of_span(time, around)
    if time.code == "same_period":
        return _of_same(time, around)
    if time.code == "months_off":
        return _off(time, around)
    if time.code == "by_then":
        return _by_then(around)
    if time.code.startswith("years_"):
        return _counted(time, around)
    leant = _leant(time, around) if time.code in _OF_SEASON else None
    return leant or year(_year_meant(time.code, around))


def _leant(time: Time, around: Around) -> Period | None:
    """The season or the months that "that year" or "a year earlier" has from what it leans on."""
    main = around.main
    if main is None:
        return None
    if time.count and main.monthly and not main.lone:
        end = Period(main.last, main.last)
        return (end if around.stock else main).shifted(-1)
    if not _is_season(main):
        return None
    return main.shifted(-1) if time.code == "previous_year" else main


def _by_then(around: Around) -> Period:
    """Up to the month last told of; for an amount that month itself."""
    main = around.main or year(around.reference_year)
    if not main.monthly:
        return main
    end = Period(main.last, main.last)
    return end if around.stock else up_to(main.last)


def _is_season(period: Period) -> bool:
    """Whether a period is one year that two years name ("fiscal year 2016-2017")."""
    return not period.monthly and period.span == 1


def _counted(time: Time, around: Around) -> Period:
    """Years counted from the one that the text is at, or from the report's."""
    if time.code == "years_before":
        return years(around.year - time.count, around.year - 1)
    if time.code == "years_off":
        return year(around.year + time.count)
    if time.code == "years_ago":
        return year(around.reference_year + time.count)
    back = max(1, time.count - 1) if time.count > 1 else 1
    return years(around.year - back, around.year)


def _year_meant(code: str, around: Around) -> int:
    """The year of "this year", "the previous year" and the like."""
    if code == "previous_year":
        return around.year - 1
    if code == "last_year":
        return around.reference_year - 1
    return around.year if code in {"this_year", "that_year"} else around.reference_year


def _of_span(time: Time, around: Around) -> Period:
    span = _with_year(time, around)
    if time.role == "since":
        return _since(span, around)
    if time.role == "until" and not span.monthly and span.last[0] > around.reference_year:
        return years(around.reference_year, span.last[0])
    if time.role == "until" and not around.stock:
        return hull(span, up_to(span.last))
    if time.role == "by" and around.past and span.last[0] <= around.reference_year:
        return span if around.stock else up_to(span.last)
    if around.said and span == year(around.said[0]) and not around.stock:
        return up_to(around.said)
    return span


def _with_year(time: Time, around: Around) -> Period:
    if time.first[0]:
        return Period(min(time.first, time.last), max(time.first, time.last))
    number = time.last[0] or (around.year if time.of_the_year else around.open_year)
    start = number if time.first[1] <= time.last[1] else number - 1
    return Period((start, time.first[1]), (number, time.last[1]))


def _since(span: Period, around: Around) -> Period:
    if not span.monthly:
        return years(span.first[0], max(span.first[0], around.reference_year))
    end = around.said or (around.reference_year, LAST_MONTH)
    return Period(span.first, max(span.first, end))


def _off(time: Time, around: Around) -> Period:
    """So many months after or before the month last told of."""
    main = around.main or year(around.reference_year)
    return main.months_later(time.count) if main.lone else main


def _of_same(time: Time, around: Around) -> Period:
    main = around.main or year(around.reference_year)
    if time.first[0]:
        return main.shifted(time.first[0] - main.last[0])
    return main.shifted(-time.count)
