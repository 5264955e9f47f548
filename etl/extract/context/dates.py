"""Absolute dates in English prose: years, months, ranges and parts of years.

What a match leaves open (a month without its year) has year 0; the sentence around it
supplies the year later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from etl.extract.context.date_words import (
    COUNTS,
    MONTH_END,
    MONTH_LEAD,
    MONTHS,
    PARTS,
    UNIT_NEXT,
    dates_in,
)


class Dated(NamedTuple):
    """A date as written: span, its first and last (year, month), 0 where not said.

    Attributes:
        day: Whether a day of the month is given.
        coordinated: Whether it lists two years ("2015 and 2016").
        spread: Whether words lead from the first to the last ("from 2015 to 2016").
        of_the_year: Whether it is a part of "the year" that the text is at.
    """

    start: int
    end: int
    first: tuple[int, int]
    last: tuple[int, int]
    day: bool = False
    coordinated: bool = False
    spread: bool = False
    of_the_year: bool = False


_OF_A_YEAR = (["the"], ["its"], ["their"])
"""Words before a year that says which cases are meant ("the 2018 cases")."""


def find_dates(text: str, start: int, end: int) -> Iterator[Dated]:
    """The dates of `text[start:end]`, left to right, in offsets of `text`."""
    for match in dates_in(text, start, end):
        found = _READERS[match.lastgroup or "plain"](match) or _year_left(match)
        if found is not None and not _is_amount(match, text):
            yield found


def _year_left(match: re.Match[str]) -> Dated | None:
    """The year behind months that nothing counts ("the same months of 2016")."""
    if match["part_year"] is None:
        return None
    moment = (int(match["part_year"]), 0)
    return Dated(*match.span("part_year"), moment, moment)


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    prefix = word[:3].lower()
    return next(place for place, name in enumerate(MONTHS, 1) if name.startswith(prefix))


def _is_amount(match: re.Match[str], text: str) -> bool:
    if match["plain"] is None or UNIT_NEXT.match(text, match.end()) is None:
        return False
    return text[max(0, match.start() - 6) : match.start()].lower().split()[-1:] not in _OF_A_YEAR


def _read_part(match: re.Match[str]) -> Dated | None:
    which, count, unit = match["which"] and match["which"].lower(), match["count"], match["unit"]
    number = int(match["part_year"] or 0)
    if count is None and (which is None or unit == "month"):
        return None
    if which is None and not (number or match["part_open"]):
        return None
    size = (1 if count is None else _count(count)) * PARTS[unit]
    first, last = _months_of(which or "first", count, size, PARTS[unit])
    if not 1 <= first <= last <= len(MONTHS):
        return None
    return Dated(
        match.start(),
        match.end(),
        (number, first),
        (number, last),
        of_the_year=match["part_open"] is not None,
    )


def _read_ending(match: re.Match[str]) -> Dated | None:
    month, year = month_number(match["em"]), int(match["ey"])
    count = _count(match["ec"]) if match["ec"] else len(MONTHS)
    if not 1 <= count <= len(MONTHS):
        return None
    day = re.match(r"\d+", match["ed1"] or match["ed2"] or str(MONTH_END))
    within = day is not None and int(day.group()) < MONTH_END
    before = month - count - within
    first = (year, before + 1) if before >= 0 else (year - 1, before + 1 + len(MONTHS))
    return Dated(match.start(), match.end(), first, (year, month))


def _months_of(which: str, count: str | None, size: int, unit: int) -> tuple[int, int]:
    if which in {"last", "final"}:
        return len(MONTHS) - size + 1, len(MONTHS)
    skipped = 0 if count else {"second": 1, "third": 2, "fourth": 3}.get(which, 0) * unit
    return skipped + 1, skipped + size


def _count(word: str) -> int:
    return int(word) if word.isdigit() else COUNTS[word.lower()]


def _read_months(match: re.Match[str]) -> Dated | None:
    return _between(match, match["m1"], match["y1"], match["m2"], match["y2"])


def _read_days(match: re.Match[str]) -> Dated | None:
    return _between(match, match["dm1"], match["dy1"], match["dm2"], match["dy2"])


def _between(
    match: re.Match[str], m1: str, y1: str | None, m2: str, y2: str | None
) -> Dated | None:
    first, last = month_number(m1), month_number(m2)
    late = int(y2 or y1 or 0)
    early = int(y1 or (late - (first > last) if late else 0))
    if (early, first) > (late, last) and late:
        return None
    words = match.group().lower().split()
    spread = not {"to", "through", "and"}.isdisjoint(words)
    return Dated(match.start(), match.end(), (early, first), (late, last), spread=spread)


def _read_date(match: re.Match[str]) -> Dated | None:
    day = match["day1"] is not None or match["day2"] is not None
    lead = match.string[max(0, match.start() - 12) : match.start()]
    if match["year"] is None and not day and lead and not MONTH_LEAD.search(lead):
        return None
    moment = (int(match["year"] or 0), month_number(match["month"]))
    of_the_year = match["day_open"] is not None
    return Dated(match.start(), match.end(), moment, moment, day=day, of_the_year=of_the_year)


def _read_years(match: re.Match[str]) -> Dated | None:
    first = int(match["ya"])
    last = int(match["yb"] or first // 100 * 100 + int(match["yc"]))
    words = match.group().lower().split()
    coordinated = not {"and", "or"}.isdisjoint(words) and words[0] != "between"
    if last < first and not coordinated:
        return None
    return Dated(
        match.start(),
        match.end(),
        (first, 0),
        (last, 0),
        coordinated=coordinated,
        spread=not {"to", "through", "until", "and"}.isdisjoint(words) and not coordinated,
    )


def _read_mixed(match: re.Match[str]) -> Dated | None:
    first, last = (int(match["xy"]), 1), (int(match["xz"]), month_number(match["xm"]))
    return Dated(match.start(), match.end(), first, last) if first <= last else None


def _read_until_year(match: re.Match[str]) -> Dated | None:
    first, last = (int(match["uy"]), month_number(match["um"])), (int(match["uz"]), len(MONTHS))
    return Dated(match.start(), match.end(), first, last) if first <= last else None


def _read_fiscal(match: re.Match[str]) -> Dated:
    number = int(match["fy"])
    moment = (number if number > 99 else 2000 + number, 0)  # noqa: PLR2004 -- two digits of a year
    return Dated(match.start(), match.end(), moment, moment)


def _read_short(match: re.Match[str]) -> Dated | None:
    size, place, number = (3 if match["qk"] == "Q" else 6), int(match["qn"]), int(match["qy"])
    last = size * place
    if last > len(MONTHS):
        return None
    return Dated(match.start(), match.end(), (number, last - size + 1), (number, last))


def _read_plain(match: re.Match[str]) -> Dated:
    moment = (int(match["y"]), 0)
    return Dated(match.start(), match.end(), moment, moment)


_READERS = {
    "ending": _read_ending,
    "part": _read_part,
    "months": _read_months,
    "days": _read_days,
    "date": _read_date,
    "mixed": _read_mixed,
    "until_year": _read_until_year,
    "years": _read_years,
    "fiscal": _read_fiscal,
    "plain": _read_plain,
    "short": _read_short,
}
