"""What is known of a number in a sentence: itself, and its unit."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Part(NamedTuple):
    """A part of a number: the token after it, and its worth."""

    last: int
    value: Decimal | None


class Number(NamedTuple):
    """One number as written.

    Attributes:
        first: Index of its first token.
        last: Index after its last token, magnitude words included.
        start: Offset of its first character (without a currency sign).
        end: Offset after its digits or words, magnitude words not included.
        stop: Offset after its last token.
        value: Its worth, magnitude included; a fraction of one for fractions, the
            factor for multiples; None where the writing leaves it open.
        role: `cardinal`, `fraction`, `ratio` (one in five), `multiple`, `times`, `fold`,
            `half`, `ordinal`, `vague`, `frequency`, `single` or `calendar` (half of a
            year).
        digits: Whether it is written in digits.
        magnified: Whether a magnitude word follows.
    """

    first: int
    last: int
    start: int
    end: int
    stop: int
    value: Decimal | None
    role: str
    digits: bool
    magnified: bool


class Measure(NamedTuple):
    """The unit of a number and where it stands.

    Attributes:
        unit: Unit code; `COUNT` for a counted noun that has no code of its own, and
            for a number that no unit or noun follows.
        start: Offset of the number, its currency sign included.
        first: Index of the unit's or noun's first token.
        last: Index after its last token; equal to `first` where there is none.
        scale: `money`, `measure`, `count`, `persons`, `noun`, or `bare`.
        base: Index of the token of a rate's own number ("per 100,000"), or -1.
    """

    unit: str
    start: int
    first: int
    last: int
    scale: str
    base: int = -1
