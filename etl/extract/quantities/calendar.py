"""Rules for numbers that tell a time: years, dates, lengths of time."""

from __future__ import annotations

import re

from etl.extract.quantities.line import Line
from etl.extract.quantities.numbers import HYPHENS
from etl.extract.quantities.numerals import is_year
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import dispositions, qualifiers, word_list

OLD_YEAR = re.compile(r"1[5-8][0-9]{2}")
_BEFORE_OLD_YEAR = frozenset({"in", "since", "of", "an", "the", "from", "by"})
_WIDENING = frozenset(
    "consecutive calendar more full additional straight working further short long previous "
    "whole entire business successive".split()
)
_PERIOD = frozenset({"first", "this", "same", "past", "last", "next", "previous", "that"})
_TIMES = frozenset({"hour", "day", "week", "month", "year", "years", "months", "decade"})
_DAYS = 31
_HALF_DAYS = frozenset({"a.m.", "p.m.", "am", "pm"})
_CLOCK_SIGNS = frozenset({"/", ":"})
_ERA = frozenset({"fy", "cy", "fiscal", "calendar"})


def _is_month(line: Line, place: int) -> bool:
    word = line.word(place)
    if word not in word_list("months"):
        return False
    token = line.tokens[place]
    return line.text[token.start].isupper()


def _small(number: Number) -> bool:
    return number.value is not None and 1 <= number.value <= _DAYS


def century(line: Line, number: Number, found: Measure) -> str | None:
    """As in "1990s", "the 20th century", "FY2017", "mid-2014"."""
    word = line.word(number.last)
    if number.digits and word == "s" and line.glued(number.last):
        return "date"
    if word in {"century", "centuries"} and number.role == "ordinal":
        return "date"
    if not number.digits or not line.glued(number.first) or found.scale == "money":
        return None
    front = line.word(number.first - 1)
    year = is_year(line.word(number.first))
    return "date" if front in _ERA or (year and front in HYPHENS | {"/"}) else None


def half_of_a_year(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "the first half of 2017", "the third quarter", "a year and a half"."""
    if number.role == "calendar":
        return "date"
    last = line.words(number.first - 3, number.last)
    longer = (
        number.role in {"fraction", "cardinal"} and last[1:3] == ["and", "a"] and last[0] in _TIMES
    )
    return "duration" if longer else None


def clock(line: Line, number: Number, found: Measure) -> str | None:
    """As in "24/7", "10:30", "3 a.m.", and in a ratio such as "1:450"."""
    if not number.digits or found.scale == "money":
        return None
    first, last = number.first, number.last
    if line.word(last) in _HALF_DAYS:
        return "date"
    if line.word(last) not in _CLOCK_SIGNS and line.word(first - 1) not in _CLOCK_SIGNS:
        return None
    joined = (line.word(last), line.word(last + 1)), (line.word(first - 2), line.word(first - 1))
    if (joined[0] == ("/", "7") and line.word(first) == "24") or joined[1] == ("24", "/"):
        return "duration"
    behind = line.word(last) == ":" and line.glued(last) and line.glued(last + 1)
    front = line.word(first - 1) == ":" and line.glued(first) and line.glued(first - 1)
    around = line.word(last + 1) if behind else line.word(first - 2)
    return "property" if (behind or front) and around.isdecimal() else None


def written_date(line: Line, number: Number, found: Measure) -> str | None:
    """As in "December 6", "6 December", "May 10-12", "the 15th of March", "12/31/2017"."""
    if found.scale in {"money", "measure"} or not (number.digits or number.role == "ordinal"):
        return None
    first, last = number.first, number.last
    if _small(number) and (_is_month(line, first - 1) or _is_month(line, last)):
        return "date"
    if _small(number) and line.word(last) == "of" and _is_month(line, last + 1):
        return "date"
    if _small(number) and _joined(line, first) and _is_month(line, first - 3):
        return "date"
    slash = "/" in {line.word(first - 1), line.word(last)} and number.digits
    return (
        "date"
        if slash and re.search(r"\d/\d{1,2}/\d|\d/(?:19|20)\d\d", _around(line, number))
        else None
    )


def _joined(line: Line, first: int) -> bool:
    before = line.word(first - 1)
    return (before in HYPHENS or before in {"and", "to", "through"}) and line.word(
        first - 2
    ).isdecimal()


def _around(line: Line, number: Number) -> str:
    return line.text[max(line.start, number.start - 8) : min(line.end, number.stop + 8)]


def year(line: Line, number: Number, found: Measure) -> str | None:
    """A calendar year, or the second part of "2012-13" and "2016/17"."""
    word = line.word(number.first)
    if not number.digits or number.magnified or found.scale in {"money", "measure"}:
        return None
    if is_year(word):
        return None if _counts_things(line, number, found) else "date"
    front, before = line.word(number.first - 1), line.word(number.first - 2)
    if front == "year" and len(word) == len("1402") and word.isdecimal():
        return "date"
    short = len(word) == len("13") and word.isdecimal()
    if (
        short
        and (front in HYPHENS or front == "/")
        and is_year(before)
        and line.glued(number.first)
    ):
        return "date"
    if short and front in {"’", "'", "fy", "fy'", "‘"} and line.glued(number.first):
        return "date"
    return "date" if OLD_YEAR.fullmatch(word) and front in _BEFORE_OLD_YEAR else None


def _counts_things(line: Line, number: Number, found: Measure) -> bool:
    """Whether "2000 tablets" counts: a known countable right behind, a hedge in front."""
    if found.scale not in {"count", "persons"}:
        return False
    hedged = qualifiers("before").before(line.tokens, number.first) is not None
    front = line.word(number.first - 1)
    return hedged or (
        front in {"total", "seized", "arrested", "destroyed", "of"}
        and found.last - found.first == 1
    )


def length_of_time(line: Line, number: Number, _found: Measure) -> str | None:
    """As in "10 months", "three consecutive years"; `penalty` where a sentence is meant."""
    place = number.last
    while line.word(place) in _WIDENING:
        place += 1
    for at in (place, number.last) if place > number.last else (place,):
        hit = dispositions("after").at(line.tokens, at) if line.word(at) else None
        if hit is not None and hit.row.disposition == "duration" and not line.leads(hit.last):
            return "penalty" if _sentenced(line, number) else "duration"
    return None


def _sentenced(line: Line, number: Number) -> bool:
    if line.word(number.first - 1) in _PERIOD:
        return False
    known = word_list("penalty_words")
    around = line.words(number.first - 12, number.last + 8)
    return any(known.get(word) == "term" or known.get(word) == "fine" for word in around)
