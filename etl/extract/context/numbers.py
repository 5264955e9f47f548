"""The numbers of a sentence that are no dates: what times and places are shared among."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from etl.extract.context.expressions import Time
from etl.extract.context.starts import Starting
from etl.extract.view import Token, tokens, vocabulary

_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|hundred|hundreds|dozen|dozens|half|third|quarter|double|doubled|triple|tripled|single"
)
_SPELLED = Starting(
    re.compile(rf"(?<![\w-])(?:{_WORDS})(?![\w])", re.IGNORECASE), _WORDS.split("|")
)
_DIGITS = re.compile(r"(?<![\w.-])(?:[$€£]\s?)?\d+(?:[.,]\d+)*(?![\w]|-\w)")
_PAST = len("-x")
"""How far behind a number its pattern looks."""
_NOT_COUNTED = re.compile(r"\s(?:of\s(?:the|these|those|its|his)|another)\b", re.IGNORECASE)
_CURRENCIES = frozenset("$€£")


class Number(NamedTuple):
    """Where a number stands."""

    start: int
    end: int


def find_numbers(text: str, start: int, end: int, times: Sequence[Time]) -> list[Number]:
    """The numbers of `text[start:end]` outside its time expressions, in order."""
    words = tokens(text, start, end)
    found: list[Number] = []
    if not _SPELLED.first.isdisjoint(vocabulary(text, start, end)):
        found = [
            Number(*match.span())
            for match in _SPELLED.all(words, text, start, end)
            if not _NOT_COUNTED.match(text, match.end())
        ]
    found += [Number(*match.span()) for match in _in_digits(text, words, end)]
    return sorted((each for each in found if _is_apart(each, times)), key=_start)


def _in_digits(text: str, words: Sequence[Token], end: int) -> Iterator[re.Match[str]]:
    """The numbers in digits, each with the sign of its currency."""
    before: Token | None = None
    for token in words:
        if token.word[0].isdecimal():
            signed = before is not None and before.word in _CURRENCIES
            begin = before.start if before and signed else token.start
            for match in _DIGITS.finditer(text, begin, min(end, token.end + _PAST)):
                if match.start() < token.end:
                    yield match
        before = token


def _is_apart(number: Number, times: Sequence[Time]) -> bool:
    """Whether a number is no part of a time expression."""
    return not any(time.start < number.end and number.start < time.end for time in times)


def _start(number: Number) -> int:
    return number.start
