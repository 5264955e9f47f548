"""What a number's characters or words are worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from etl.extract.lexicon import load
from etl.extract.view import NUMBER_SIGNS

MAX_DIGITS = 30
"""Longer digit strings measure nothing: they are account numbers, keys or noise."""
LARGEST = Decimal(10) ** 18

PLAIN = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,30})?|\.[0-9]{1,30}")
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){1,9}(?:\.[0-9]{1,30})?")
DECIMAL_COMMA = re.compile(r"(?:[1-9][0-9]{0,2}|0),[0-9]{1,2}")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_ASCII_SIGNS = str.maketrans({"٫": ".", "٬": ","})


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A line of `number_words.csv`.

    Attributes:
        role: What the word does in a number: `unit`, `tens`, `hundred`, `magnitude`,
            `group` (dozen), `vague`, `fraction`, `ordinal`, `multiple`, `half`,
            `times`, `fold`, `frequency`, `single`.
        value: Its worth; the denominator of a fraction.
    """

    cue: str
    role: str
    value: Decimal
    example: str


@cache
def number_words() -> dict[str, dict[str, Decimal]]:
    """For each number word, its worth in each role that it can play."""
    words: dict[str, dict[str, Decimal]] = {}
    for row in load("number_words", NumberWord, key=("cue", "role")):
        words.setdefault(row.cue, {})[row.role] = row.value
    return words


def worth(word: str, *roles: str) -> Decimal | None:
    """The worth of `word` in the first of `roles` that it can play, otherwise None."""
    known = number_words().get(word)
    if known is None:
        return None
    return next((known[role] for role in roles if role in known), None)


def read_digits(written: str) -> Decimal | None:
    """The value of a digit group with its separators.

    Args:
        written: Digits of any script with `,` between thousands and `.` before
            decimals, as English writes them.

    Returns:
        The value; None where the separators leave it open ("1.234,56", "12,34"),
        where scripts are mixed, or where there are more than `MAX_DIGITS` digits.
    """
    if len(written) > MAX_DIGITS * 2:
        return None
    plain = written if written.isascii() else _to_ascii(written)
    if plain is None or sum(map(str.isdigit, plain)) > MAX_DIGITS:
        return None
    if PLAIN.fullmatch(plain) or GROUPED.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    return None


def read_decimal_comma(written: str) -> Decimal | None:
    """The value of "2,2" with its comma before decimals; None where it may part thousands.

    It is not `read_digits` that reads so: only a unit behind rules out "sections 2,2".
    """
    plain = written if written.isascii() else _to_ascii(written)
    if plain is None or not DECIMAL_COMMA.fullmatch(plain):
        return None
    return Decimal(plain.replace(",", "."))


def _to_ascii(written: str) -> str | None:
    digits = [char for char in written if char not in NUMBER_SIGNS]
    blocks = {ord(char) - int(char) for char in digits}
    if len(blocks) != 1:
        return None
    return "".join(char if char in NUMBER_SIGNS else str(int(char)) for char in written).translate(
        _ASCII_SIGNS
    )


def is_year(written: str) -> bool:
    """Whether a digit group can be read as a calendar year of the drug-control era."""
    return YEAR.fullmatch(written) is not None
