"""Time expressions of a sentence: dates with the words that give them a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.extract.context.dates import Dated, find_dates
from etl.extract.context.tables import (
    relative_periods,
    role_before_date,
    role_codes,
    year_words,
)
from etl.extract.view import Token

_TITLE_REACH = 6
_ROLE_REACH = 40
_ADJECTIVE_AFTER = frozenset({"the", "a", "an", "its", "their", "his", "'s", "s", "'"})
_NO_ADJECTIVE = frozenset(
    "in of for to was is were are that which and with by from at on operation".split()
)
_NAME_BEFORE = re.compile(r"\b(?:[Pp]lan|[Ss]trategy|Agenda|Program|Action|Framework|Policy)\s\(?$")
_CLAUSE_REACH = 80
_SINCE_CLAUSE = re.compile(r"\bsince\s+(?:[\w’'-]+\s+){1,8}?(?:in|on)\s+$", re.IGNORECASE)
_UNCHANGED = re.compile(
    r"\b(?:unchanged|stable|steady|constant|flat|similar|consistent)\s+(?:to|with|from)?\s*$",
    re.IGNORECASE,
)
_SAME_OF = re.compile(r"\s(?:(?:in|of|from|for|during)\s)?(?:calendar year\s)?")
_YEARS_BACK = re.compile(
    r"\b(?:(?:in|over|during|for|within|throughout)\s+(?:the\s+)?(?:past|last|previous|preceding)\s+"
    r"|(?:in|within)\s+(?:just\s+)?(?:(?:more|less)\s+than\s+|over\s+|under\s+|about\s+|almost\s+"
    r"|nearly\s+)?)"
    r"(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+years?\b(?!\s+(?:old|later))",
    re.IGNORECASE,
)
_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
} | {"a": 1, "an": 1}


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


def find_times(text: str, start: int, end: int, words: Sequence[Token]) -> list[Time]:
    """The time expressions of `text[start:end]`, whose tokens are `words`, in order."""
    found = [_with_role(date, text, start, words) for date in find_dates(text, start, end)]
    for time in (*_relative(words), *_years_back(text, start, end)):
        if all(time.end <= other.start or other.end <= time.start for other in found):
            found.append(time)
    return list(_joined(sorted(found, key=lambda time: time.start), text))


def _joined(times: Sequence[Time], text: str) -> Iterator[Time]:
    """Join "the same period" with the year that it is of."""
    held: Time | None = None
    for time in times:
        if held and _SAME_OF.fullmatch(text, held.end, time.start) and not time.first[1]:
            back = time.code in {"previous_year", "last_year"}
            held = replace(held, end=time.end, first=time.first, last=time.last, count=int(back))
            continue
        if held:
            yield held
        held = time if time.code == "same_period" else None
        if held is None:
            yield time
    if held:
        yield held


def _with_role(date: Dated, text: str, start: int, words: Sequence[Token]) -> Time:
    begin, role = _role(date, text, start)
    dated = date.first[0] > 0
    return Time(
        begin,
        date.end,
        "title" if dated and _names_no_period(date, text, words, begin) else "span",
        role,
        date.first,
        date.last,
        day=date.day,
        weak=dated and role == "at" and _is_making(date, words),
        coordinated=date.coordinated,
        spread=date.spread,
    )


def _role(date: Dated, text: str, start: int) -> tuple[int, str]:
    """Where the date's own words begin, and its role."""
    cue = role_before_date().search(text, max(start, date.start - _ROLE_REACH), date.start)
    if cue:
        return cue.start(), role_codes()[" ".join(cue[1].lower().split())]
    clause = _SINCE_CLAUSE.search(text, max(start, date.start - _CLAUSE_REACH), date.start)
    return (clause.start(), "since") if clause else (date.start, "at")


def _names_no_period(date: Dated, text: str, words: Sequence[Token], begin: int) -> bool:
    if _UNCHANGED.search(text, max(0, begin - _ROLE_REACH), begin):
        return True
    return _is_title(date, text, words)


def _is_title(date: Dated, text: str, words: Sequence[Token]) -> bool:
    """Whether the year belongs to the name of a law, plan or other paper."""
    if _NAME_BEFORE.search(text, max(0, date.start - _ROLE_REACH), date.start):
        return True
    before = [word.word for word in words if word.end <= date.start][-2:]
    title = year_words()["title"]
    if len(before) > 1 and before[-1] in {"of", "for"} and before[-2] in title:
        return True
    after = [word.word for word in words if word.start >= date.end][:_TITLE_REACH]
    adjective = not before or before[-1] in _ADJECTIVE_AFTER
    return adjective and not date.first[1] and _names_title(after, title)


def _is_making(date: Dated, words: Sequence[Token]) -> bool:
    """Whether the year is the one in which such a paper was made ("signed in 1997")."""
    before = [word.word for word in words if word.end <= date.start][-3:]
    if len(before) < 2 or before[-1] not in {"in", "on"}:  # noqa: PLR2004 -- a verb and "in"
        return False
    making = year_words()["making"]
    return before[-2] in making or " ".join(before[-3:-1]) in making


def _names_title(after: Sequence[str], title: frozenset[str]) -> bool:
    for place, word in enumerate(after):
        if word in title and after[place + 1 : place + 2] != ["enforcement"]:
            return True
        named = word.isalpha() or word in {"-", "–", "'s"} or "." in word
        if not named or word in _NO_ADJECTIVE or word.endswith("ed"):
            return False
    return False


def _relative(words: Sequence[Token]) -> Iterator[Time]:
    for hit in relative_periods().all(words):
        yield Time(words[hit.first].start, words[hit.last - 1].end, hit.row)


def _years_back(text: str, start: int, end: int) -> Iterator[Time]:
    for match in _YEARS_BACK.finditer(text, start, end):
        word = match["n"].lower()
        count = int(word) if word.isdigit() else _NUMBERS[word]
        yield Time(match.start(), match.end(), "years_back", count=count)
