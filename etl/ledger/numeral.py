"""Reads the number at a given word of a sentence, by means of its own.

Verification must not repeat extraction's mistakes, so this shares no code and no table
with it. It is asked about one place and answers with every value that the words there
can stand for; it never searches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache

from etl.documents.anchor import words
from etl.ledger.figures import digits

_UNITS = {
    word: Decimal(value)
    for value, word in enumerate(
        [
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen"),
        ]
    )
}
_TENS = {
    word: Decimal(value * 10)
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
_SCALES = {
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_SUFFIXES = {"k": 3, "m": 6, "mn": 6, "million": 6, "b": 9, "bn": 9, "billion": 9}
_PARTS = {
    word: Decimal(value)
    for value, word in enumerate(
        ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
        start=2,
    )
}
_TIMES = {
    **dict.fromkeys(("double", "doubled", "doubles", "doubling", "twice", "halved"), 2),
    **dict.fromkeys(("triple", "tripled", "triples", "tripling", "thrice"), 3),
    **dict.fromkeys(("quadruple", "quadrupled", "quadrupling"), 4),
}
_ROUND = {
    **dict.fromkeys(("single", "sole", "once"), Decimal(1)),
    **dict.fromkeys(("pair", "both", "couple"), Decimal(2)),
    **dict.fromkeys(("dozen", "dozens"), Decimal(12)),
    "score": Decimal(20),
    "hundreds": Decimal(100),
    **{f"{word}s": value for word, value in _SCALES.items()},
}
_DIGITS = re.compile(r"[^\W\d_]*?(\d+(?:[.,]\d+)*)([^\W\d_]*)")
"""With letters in front where a space is missing, with letters behind as a unit or scale."""
_JOINED = re.compile(r"[\s\-‐-–\u00a0]+")
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as read.

    Attributes:
        values: Everything it can stand for, likeliest first, without its sign.
        scaled: Whether a magnitude ("million") is part of it.
        next_word: Index of the first word after it.
    """

    values: tuple[Decimal, ...]
    scaled: bool
    next_word: int
    times: bool = False
    """Whether it is so many times something, read as a change in percent."""


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    spans: list[tuple[int, int]]

    def word(self, index: int) -> str:
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end].casefold()

    def digits_at(self, index: int) -> tuple[re.Match[str], int] | None:
        """The digits that a word starts with, and the index of the first word behind them.

        Where a space is missing they may start behind letters and end in a later word.
        """
        if not 0 <= index < len(self.spans):
            return None
        match = _DIGITS.match(self.text, self.spans[index][0])
        if match is None:
            return None
        after = index + 1
        while after < len(self.spans) and self.spans[after][0] < match.end():
            after += 1
        return match, after

    def joined(self, index: int) -> bool:
        """Whether only space or a hyphen stands between this word and the one before."""
        gap = self.text[self.spans[index - 1][1] : self.spans[index][0]]
        return _JOINED.fullmatch(gap) is not None

    def follows(self, index: int, table: dict[str, Decimal]) -> Decimal | None:
        """The value of a word that directly follows the one before it."""
        found = table.get(self.word(index))
        return found if found is not None and self.joined(index) else None


def read(sentence: str, word: int) -> Numeral | None:
    """The number that starts at a word.

    Args:
        sentence: The sentence's own characters.
        word: 0-based index of the word, as `etl.documents.anchor.words` counts.

    Returns:
        The number, or None where that word starts none.
    """
    reader = _Reader(sentence, _spans(sentence))
    if reader.word(word) in {"a", "an"}:
        word += 1
    return _multiple(reader, word) or _fraction(reader, word) or _cardinal(reader, word)


@lru_cache(maxsize=64)
def _spans(sentence: str) -> list[tuple[int, int]]:
    """The sentence's words; one sentence is asked about many times in a row."""
    return words(sentence)


def _cardinal(reader: _Reader, word: int) -> Numeral | None:
    found = reader.digits_at(word)
    if found is None:
        spoken = _spoken(reader, word)
        return None if spoken is None else _scaled(reader, *spoken)
    match, after = found
    value, scale = digits(match[1]), _SUFFIXES.get(match[2].casefold())
    if scale is not None:
        return Numeral((value * 10**scale, value), scaled=True, next_word=after)
    return _scaled(reader, value, after)


def _scaled(reader: _Reader, value: Decimal, word: int) -> Numeral:
    """`value` times the magnitudes that follow it ("hundred thousand")."""
    scaled = False
    while (scale := reader.follows(word, {**_SCALES, "hundred": _HUNDRED})) is not None:
        value, word, scaled = value * scale, word + 1, True
    return Numeral((value,), scaled, word)


def _spoken(reader: _Reader, word: int) -> tuple[Decimal, int] | None:
    """A number below a thousand in words, and the index after it."""
    first = reader.word(word)
    if first in _ROUND:
        return _ROUND[first], word + 1
    if first in _SCALES or first == "hundred":
        return Decimal(1), word
    below = _below_hundred(reader, word)
    if below is None or reader.follows(below[1], {"hundred": _HUNDRED}) is None:
        return below
    value, after = below[0] * _HUNDRED, below[1] + 1
    rest = _below_hundred(reader, after + 1 if reader.word(after) == "and" else after)
    if rest is None or (reader.word(after) != "and" and not reader.joined(after)):
        return value, after
    return value + rest[0], rest[1]


def _below_hundred(reader: _Reader, word: int) -> tuple[Decimal, int] | None:
    first = reader.word(word)
    if first in _UNITS:
        return _UNITS[first], word + 1
    if first not in _TENS:
        return None
    unit = reader.follows(word + 1, _UNITS)
    if unit is None or not 0 < unit < _UNITS["ten"]:
        return _TENS[first], word + 1
    return _TENS[first] + unit, word + 2


def _fraction(reader: _Reader, word: int) -> Numeral | None:
    """A "half", "two-thirds", "one in five": of one, and of a hundred as percent."""
    first = reader.word(word)
    if first in _PARTS:
        return _portion(Decimal(1), _PARTS[first], _after_half(reader, word + 1))
    above = _cardinal(reader, word)
    if above is None or above.scaled:
        return None
    part = _PARTS.get(reader.word(above.next_word).removesuffix("s"))
    if part is not None and reader.joined(above.next_word):
        return _portion(above.values[0], part, (Decimal(1), above.next_word + 1))
    return _ratio(reader, above)


def _ratio(reader: _Reader, above: Numeral) -> Numeral | None:
    word = above.next_word
    gap = 1 if reader.word(word) == "in" else 2 if reader.word(word) == "out" else 0
    below = _cardinal(reader, word + gap) if gap else None
    if below is None or below.values[0] <= above.values[0] or below.values[0] > _HUNDRED:
        return None
    return _portion(above.values[0], below.values[0], (Decimal(1), below.next_word))


def _after_half(reader: _Reader, word: int) -> tuple[Decimal, int]:
    """The magnitude of "half a million", or one."""
    scale = _SCALES.get(reader.word(word + 1)) if reader.word(word) == "a" else None
    return (Decimal(1), word) if scale is None else (scale, word + 2)


def _portion(above: Decimal, below: Decimal, scale: tuple[Decimal, int]) -> Numeral:
    with localcontext() as context:
        context.prec = 40
        values = (above * scale[0] / below, above * _HUNDRED / below)
    return Numeral((*values, above), scaled=scale[0] != 1, next_word=scale[1])


def _multiple(reader: _Reader, word: int) -> Numeral | None:
    """What "doubled", "six-fold", "three times" say: a change in percent, up or down."""
    first = reader.word(word)
    if first in _TIMES:
        return _change(Decimal(_TIMES[first]), word + 1)
    if first.endswith("fold") and first.removesuffix("fold") in _UNITS:
        return _change(_UNITS[first.removesuffix("fold")], word + 1)
    number = _cardinal(reader, word)
    if number is not None and reader.word(number.next_word) in {"fold", "times"}:
        return _change(number.values[0], number.next_word + 1)
    return None


def _change(times: Decimal, word: int) -> Numeral:
    return Numeral((*as_change(times), times), scaled=False, next_word=word, times=True)


def as_change(times: Decimal) -> tuple[Decimal, ...]:
    """So many times as much, or as little, as a change in percent without its sign."""
    up = (times - 1) * _HUNDRED
    return (up, _HUNDRED - _HUNDRED / times) if times else (up,)
