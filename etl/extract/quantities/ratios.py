"""Shares by two numbers: "one in five", "nine out of 10", "seven of 10 children"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from etl.extract.quantities.parts import TEN, digits, tens
from etl.extract.quantities.records import Part
from etl.extract.view import Token

_RATIO_JOINTS = (
    ["in"],
    ["in", "every"],
    ["out", "of"],
    ["out", "of", "every"],
    ["of", "every"],
    ["-", "in", "-"],
    ["of"],
)
_RATIO_OPENERS = frozenset(joint[0] for joint in _RATIO_JOINTS)
_RATIO_BASES = frozenset(map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000)))
_VERBS = frozenset("is was has had uses used tests tested comes came".split())
_ROUND = frozenset(map(Decimal, (10, 100)))
_POPULATIONS = frozenset(
    "people persons children adults adolescents teenagers youth youths students pupils men women "
    "boys girls users addicts consumers inmates prisoners patients respondents households "
    "citizens residents".split()
)


def _word(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].word if 0 <= place < len(tokens) else ""


def ratio(tokens: Sequence[Token], place: int) -> Part | None:
    """As in "one in five", "one user in three is": a share by its two numbers."""
    if _word(tokens, place) == "one" and _thing_in(tokens, place + 1):
        return _one_of_them(tokens, place + 3)
    if _word(tokens, place + 1) not in _RATIO_OPENERS:
        return None
    top = digits(tokens, place) or tens(tokens, place)
    if top is None or top.value is None or not 0 < top.value < TEN:
        return None
    for joint in _RATIO_JOINTS:
        at = top.last + len(joint)
        if at < len(tokens) and [_word(tokens, top.last + n) for n in range(len(joint))] == joint:
            bottom = digits(tokens, at) or tens(tokens, at)
            if bottom is None or (joint == ["of"] and not _of_people(tokens, bottom)):
                continue
            if bottom.value in _RATIO_BASES and bottom.value > top.value:
                return Part(bottom.last, top.value / bottom.value)
    return None


def _thing_in(tokens: Sequence[Token], place: int) -> bool:
    return _word(tokens, place).isalpha() and _word(tokens, place + 1) == "in"


def _one_of_them(tokens: Sequence[Token], place: int) -> Part | None:
    """The share of "one user in three is a woman"; "one raid in three years" tells none."""
    bottom = digits(tokens, place) or tens(tokens, place) if place < len(tokens) else None
    if bottom is None or bottom.value not in _RATIO_BASES:
        return None
    told = _word(tokens, bottom.last) in _VERBS
    return Part(bottom.last, 1 / bottom.value) if told else None


def _of_people(tokens: Sequence[Token], bottom: Part) -> bool:
    """Whether "seven of 10" people of a kind are meant, not seven out of a list of ten."""
    return bottom.value in _ROUND and _word(tokens, bottom.last) in _POPULATIONS
