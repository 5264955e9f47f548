"""Times counted from another: "two months earlier", "three years ago", "the past five years"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.context.expressions import Time
from etl.extract.view import vocabulary

_CLAUSE_REACH = 80
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
} | {"a": 1, "an": 1}
_UNITS = frozenset("day days week weeks month months year years decade decades".split())
_WAYS = frozenset(
    "later ago afterward afterwards after followed earlier before previously next following"
    " ensuing previous preceding".split()
)
_OFFSET = re.compile(
    r"\b(?:(?P<n>(?:just\s+)?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\d{1,2})\s+|few\s+)?"
    r"(?P<unit>days?|weeks?|months?|years?|decades?)\s+(?P<way>later|ago|afterwards?|after\s+that|earlier|before\s+that|previously)"
    r"|the\s+(?P<unit_after>day|week|month|year)\s+(?P<after>that\s+followed|after(?:wards?)?)(?!\s+(?:the|its|an?|their|it|they|next))"
    r"|the\s+(?P<next>next|following|ensuing|previous|preceding)\s+(?P<unit_of>day|week|month|year))\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:since|from)\b|\w+ed\s+(?:(?:more|less)\s+than\s+|over\s+|about\s+|some\s+|nearly\s+)?$",
    re.IGNORECASE,
)
_DECADE, _WEEKS, _YEAR = 10, 4, 12
_BACKWARD = frozenset({"ago", "earlier", "before that", "previously", "previous", "preceding"})
_YEARS = frozenset({"year", "years"})
_YEARS_BACK = re.compile(
    r"\b(?:in|over|of|during|for|within|throughout)\s+(?:the\s+)?"
    r"(?:(?P<past>past|last|previous|preceding|prior)\s+(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d{1,2})|(?:(?:just|little|slightly|a\s+little|somewhat|barely)\s+)?(?:more\s+than|less\s+than|over|under|about|almost|nearly)\s+(?P<one>an?|one))"
    r"\s+years?\b(?!\s+(?:old|later))",
    re.IGNORECASE,
)


def offsets(text: str, start: int, end: int) -> Iterator[Time]:
    """Months told from the one before: "two months earlier", "the following month"."""
    words = vocabulary(text, start, end)
    if _UNITS.isdisjoint(words) or _WAYS.isdisjoint(words):
        return
    for match in _OFFSET.finditer(text, start, end):
        word = (match["n"] or "a").lower().split()[-1]
        number = int(word) if word.isdigit() else _NUMBERS.get(word, 1)
        unit = (match["unit"] or match["unit_of"] or match["unit_after"]).lower()
        way = (match["way"] or match["next"] or match["after"]).lower()
        sign = -1 if way in _BACKWARD else 1
        if way == "ago" and _BEGAN.search(
            text, max(start, match.start() - _CLAUSE_REACH), match.start()
        ):
            continue
        if unit.startswith("month") and number % _YEAR == 0:
            number, unit = number // _YEAR, "years"
        if unit.startswith(("year", "decade")):
            years = number * (_DECADE if unit.startswith("decade") else 1)
            yield Time(
                *match.span(), "years_ago" if way == "ago" else "years_off", count=sign * years
            )
        else:
            weeks = round(number / _WEEKS) if unit.startswith("week") else 0
            months = number if unit.startswith("month") else weeks
            yield Time(*match.span(), "months_off", count=sign * months)


def years_back(text: str, start: int, end: int) -> Iterator[Time]:
    """Years counted back: "over the past five years", "in the previous two years"."""
    if _YEARS.isdisjoint(vocabulary(text, start, end)):
        return
    for match in _YEARS_BACK.finditer(text, start, end):
        word = (match["n"] or match["one"]).lower()
        count = int(word) if word.isdigit() else _NUMBERS[word]
        before = (match["past"] or "").lower() in {"previous", "preceding", "prior"} and count > 1
        code = "years_before" if before else "years_back"
        yield Time(match.start(), match.end(), code, count=count)
