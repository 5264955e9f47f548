"""The numbers of a sentence that are no dates: what times and places are shared among."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.extract.context.expressions import Time

_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    "|hundreds?|dozens?|half|third|quarter|doubled?|tripled?|single"
)
_NUMBER = re.compile(
    rf"(?<![\w.-])(?:[$€£]\s?)?\d+(?:[.,]\d+)*(?![\w]|-\w)|(?<![\w-])(?:{_WORDS})(?![\w])",
    re.IGNORECASE,
)
_NOT_COUNTED = re.compile(r"\s(?:of\s(?:the|these|those|its|his)|another)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:-|–|to|and)\s?$")


@dataclass(frozen=True, slots=True)
class Number:
    """Where a number stands."""

    start: int
    end: int


def find_numbers(text: str, start: int, end: int, times: Sequence[Time]) -> list[Number]:
    """The numbers of `text[start:end]` outside its time expressions, in order."""
    found: list[Number] = []
    for match in _NUMBER.finditer(text, start, end):
        if any(time.start < match.end() and match.start() < time.end for time in times):
            continue
        if match.group()[0].isalpha() and _NOT_COUNTED.match(text, match.end()):
            continue
        found.append(Number(*match.span()))
    return found
