"""Decimal commas: "2,2 MT" is read where a unit behind says that it measures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from etl.extract.quantities import parts
from etl.extract.quantities.line import Line
from etl.extract.quantities.links import Candidate
from etl.extract.quantities.numerals import read_decimal_comma
from etl.extract.quantities.records import Measure, Number

DECIMAL_COMMA = "decimal_comma"
"""The rule of a number so read."""
_MEASURED = frozenset({"measure", "money"})


def with_decimal_comma(line: Line, number: Number, found: Measure) -> Number:
    """`number` with its comma before decimals, where a unit or currency follows in words."""
    spoken = found.scale in _MEASURED and found.last > found.first
    return _read(line, number) if spoken else number


def share_comma(line: Line, candidates: Sequence[Candidate]) -> None:
    """Read the first of "2,2 to 3,5 MT" as the second was read."""
    for left, right in reversed(list(pairwise(candidates))):
        if right.rule_id != DECIMAL_COMMA or right.link not in {"range", "series"}:
            continue
        number = _read(line, left.number)
        if left.disposition == "ambiguous_format" and number.value is not None:
            left.number, left.disposition, left.rule_id = number, None, DECIMAL_COMMA


def _read(line: Line, number: Number) -> Number:
    if number.value is not None or not number.digits or number.role != "cardinal":
        return number
    value = read_decimal_comma(line.word(number.first))
    tail = parts.magnitude(line.tokens, number.first + 1)
    if value is not None and tail is not None and tail.value is not None:
        value *= tail.value
    return number._replace(value=value)
