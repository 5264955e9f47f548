"""Compares what a row says with what its place in the text says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from etl.documents.anchor import words
from etl.ledger.figures import plain
from etl.ledger.numeral import Numeral, as_change, read

_NEGATION = re.compile(
    r"\b(?:no|not|none|never|nor|neither|without|zero|nobody)\b|n['’]t\b", re.IGNORECASE
)
_DOWN = re.compile(
    r"\b(?:decreas|declin|drop|fell\b|fall|reduc|down\b|less\b|fewer\b|lower|shr[aiu]nk|cuts?\b|"
    r"dip|plung|plummet|slump|halv|diminish|contract|loss|lost\b|slow)",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:increas|ris|rose|grew|grow|up\b|more\b|higher|addition|expan|climb|jump|soar|surg|"
    r"doubl|tripl|quadrupl|rais|exceed|gain|new|fold|spike|escalat)|fold\b",
    re.IGNORECASE,
)
_CLOSE = Decimal("1e-7")
"""Ledger values of fractions are rounded (a third is 33.33333333)."""
_REACH = 6
"""Words between the two ends of a range: "150 metric tons and up to 180"."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The figure that a row claims.

    Attributes:
        text: The number as printed.
        kind: Kind code; the sign of a `change` is looked for in the sentence's words.
    """

    value: Decimal
    value_high: Decimal | None
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the row made one expect, and what the text says."""

    expected: str
    found: str


def disagreement(sentence: str, number_word: int, stated: Stated) -> Disagreement | None:
    """What is wrong with a claimed figure, by an independent reading of its place.

    Args:
        sentence: The sentence's own characters.
        number_word: Index of the word that the number starts with.
        stated: The claim.

    Returns:
        The first disagreement, or None where the text bears the claim out.
    """
    if stated.value == 0 and _NEGATION.search(stated.text):
        return None
    numeral = read(sentence, number_word)
    if numeral is None:
        return Disagreement(f"a number, {stated.value}", _shown(sentence, number_word))
    if not _agrees(abs(stated.value), _readings(sentence, numeral)):
        return Disagreement(str(stated.value), plain(numeral.values[0]))
    if stated.value_high is not None and not _high_follows(sentence, numeral, stated.value_high):
        found = ", ".join(plain(other.values[0]) for other in _following(sentence, numeral))
        return Disagreement(f"a range up to {stated.value_high}", found or "no other number")
    return _wrong_direction(sentence, stated)


def _readings(sentence: str, numeral: Numeral) -> tuple[Decimal, ...]:
    """What the number can stand for; "2 to 3 million" lends its million to the 2."""
    if numeral.scaled:
        return numeral.values
    bare = numeral.values[0]
    readings = list(numeral.values)
    for other in _following(sentence, numeral):
        if other.times:
            readings += as_change(bare)
        if other.scaled and (base := _unscaled(sentence, other)):
            readings.append(bare * (other.values[0] / base))
    return tuple(readings)


def _unscaled(sentence: str, numeral: Numeral) -> Decimal:
    """The number's own digits, before its magnitude."""
    value = numeral.values[0]
    spans = words(sentence)
    for index in range(numeral.next_word - 2, -1, -1):
        alone = read(sentence[: spans[index][1]], index)
        if alone is not None and not alone.scaled and alone.values[0] < value:
            return alone.values[0]
    return Decimal(0)


def _following(sentence: str, numeral: Numeral) -> list[Numeral]:
    """The numbers that start within reach after this one."""
    found = []
    word = last = numeral.next_word
    while word <= last + _REACH and word < len(words(sentence)):
        other = read(sentence, word)
        if other is None:
            word += 1
        else:
            found.append(other)
            word = other.next_word
    return found


def _high_follows(sentence: str, numeral: Numeral, high: Decimal) -> bool:
    return any(_agrees(abs(high), other.values) for other in _following(sentence, numeral))


def _wrong_direction(sentence: str, stated: Stated) -> Disagreement | None:
    if stated.kind != "change":
        return None
    down, up = bool(_DOWN.search(sentence)), bool(_UP.search(sentence))
    if stated.value < 0 and not down:
        return Disagreement(f"words of a decrease for {stated.value}", "none in the sentence")
    if stated.value > 0 and down and not up:
        return Disagreement(f"words of an increase for {stated.value}", "words of a decrease only")
    return None


def _agrees(value: Decimal, readings: tuple[Decimal, ...]) -> bool:
    return any(abs(value - reading) <= abs(reading) * _CLOSE for reading in readings)


def _shown(sentence: str, number_word: int) -> str:
    """The word at the place, and the one after it."""
    spans = words(sentence)[number_word : number_word + 2]
    return repr(sentence[spans[0][0] : spans[-1][1]]) if spans else "the end of the sentence"
