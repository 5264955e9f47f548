"""Factors: "14 times as many", "rose 14 times", and which way they go."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.extract.quantities import parts
from etl.extract.quantities.numerals import read_digits
from etl.extract.quantities.tables import word_list
from etl.extract.view import Token

COMPARING = frozenset(
    "as the that those previous last more higher greater larger stronger less what its "
    "their".split()
)
_HEDGES = frozenset(
    "by of about almost nearly approximately roughly around some more less than over at least "
    "most up as much many a an estimated factor".split()
)
_ADVERBS = frozenset({"up", "down"})
_PASSIVE = frozenset("is are was were be been being".split())
_HYPHENS = frozenset("-‐‑–")
_SPOKEN = Decimal(2)
"""A factor in words is two at least."""


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""


def is_times(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the number at `first` is a factor: "14 times as many", "rose 14 times"."""
    if _word(tokens, last) != "times":
        return False
    if _word(tokens, last + 1) in COMPARING:
        return True
    value = read_digits(tokens[first].word) if tokens[first].is_number else _SPOKEN
    return value is not None and value > 1 and direction(tokens, first, last + 1) != ""


def direction(tokens: Sequence[Token], first: int, last: int) -> str:
    """Whether what moves by the factor at `first` goes `up` or `down`; empty if neither.

    Prices that "were cut three times" may have been cut on three days: a passive is none.
    """
    known = word_list("directions")
    behind = _word(tokens, last)
    if behind in known and behind not in _ADVERBS:
        return known[behind]
    if behind in COMPARING:
        return ""
    place = _before_hedges(tokens, first)
    passive = _word(tokens, place - 2) in _PASSIVE
    return "" if passive else known.get(_word(tokens, place - 1), "")


def _before_hedges(tokens: Sequence[Token], place: int) -> int:
    """The place in front of what hedges a number, or of the "two to" of "two to three"."""
    joined = _word(tokens, place - 1) in {"to", "or", *_HYPHENS}
    if joined and place > 1 and (parts.digits(tokens, place - 2) or parts.words(tokens, place - 2)):
        place -= 2
    if [_word(tokens, place - 2), _word(tokens, place - 1)] == ["up", "to"]:
        place -= 2
    while _word(tokens, place - 1) in _HEDGES:
        place -= 1
    return place
