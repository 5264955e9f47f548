"""Numbers among the tokens of a sentence, whole: "two and a half million" is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from etl.extract.quantities import parts, ratios
from etl.extract.quantities.factors import is_times
from etl.extract.quantities.numerals import LARGEST, number_words, worth
from etl.extract.quantities.records import Number, Part
from etl.extract.quantities.tables import qualifiers, units
from etl.extract.view import Token

FOLD_REACH = 6
"""Within so many tokens "fold" follows a number that it belongs to."""
HYPHENS = frozenset("-‐‑–")


def read_numbers(tokens: Sequence[Token]) -> list[Number]:
    """Every number and number word of a sentence, left to right."""
    return list(_numbers(tokens))


def _numbers(tokens: Sequence[Token]) -> Iterator[Number]:
    openers, behind = _openers(), 0
    may_open = [
        at
        for at, token in enumerate(tokens)
        if token.word in openers or (not token.word.isalpha() and token.is_number)
    ]
    for place in may_open:
        number = _at(tokens, place) if place >= behind else None
        if number is not None:
            yield number
            behind = number.last


@cache
def _openers() -> frozenset[str]:
    """The words, digits aside, that a number may start with."""
    return parts.ARTICLES | parts.ANOTHER | number_words().keys()


def _at(tokens: Sequence[Token], place: int) -> Number | None:
    for reader in (_fold, _ratio, _fraction, _cardinal, _one_word, _hedged_one):
        number = reader(tokens, place)
        if number is not None:
            return number
    return None


def _make(
    tokens: Sequence[Token],
    first: int,
    last: int,
    value: Decimal | None,
    role: str,
    *,
    core: int = 0,
) -> Number:
    end = core or last
    return Number(
        first=first,
        last=last,
        start=tokens[first].start,
        end=tokens[end - 1].end,
        stop=tokens[last - 1].end,
        value=value if value is None or value <= LARGEST else None,
        role=role,
        digits=tokens[first].is_number,
        magnified=end < last,
    )


def _cardinal(tokens: Sequence[Token], place: int) -> Number | None:
    core = parts.digits(tokens, place) or parts.words(tokens, place)
    if core is None:
        return None
    ordinal = parts.ordinal_end(tokens, core.last)
    if ordinal:
        return _make(tokens, place, ordinal, core.value, "ordinal")
    if place > 1 and tokens[place - 2].word == "factor" and tokens[place - 1].word == "of":
        return _make(tokens, place, core.last, core.value, "times")
    if is_times(tokens, place, core.last):
        return _make(tokens, place, core.last + 1, core.value, "times")
    tail = parts.magnitude(tokens, core.last)
    last, value = (core.last, core.value) if tail is None else (tail.last, _times(core, tail))
    if tail is not None and value is not None and not tokens[place].is_number:
        rest = parts.rest_of_thousands(tokens, tail)
        last, value = (rest.last, value + (rest.value or 0)) if rest is not None else (last, value)
    if tail is not None and tokens[place].word in parts.ARTICLES:
        place += 1
        return _make(tokens, place, last, value, "cardinal")
    return _make(tokens, place, last, value, "cardinal", core=core.last)


def _times(core: Part, tail: Part) -> Decimal | None:
    if core.value is None or tail.value is None:
        return None
    return core.value * tail.value


def _fold(tokens: Sequence[Token], place: int) -> Number | None:
    ahead = tokens[place + 1 : place + FOLD_REACH]
    if "fold" not in [token.word for token in ahead]:
        return None
    core = parts.digits(tokens, place) or parts.words(tokens, place)
    if core is None:
        return None
    last = core.last
    if last < len(tokens) and tokens[last].word in HYPHENS:
        last += 1
    if last < len(tokens) and tokens[last].word == "fold":
        return _make(tokens, place, last + 1, core.value, "fold")
    return None


def _ratio(tokens: Sequence[Token], place: int) -> Number | None:
    found = ratios.ratio(tokens, place)
    return None if found is None else _make(tokens, place, found.last, found.value, "ratio")


def _fraction(tokens: Sequence[Token], place: int) -> Number | None:
    found = parts.fraction(tokens, place)
    if found is None:
        return None
    first = place + (tokens[place].word in parts.ARTICLES | parts.ANOTHER)
    if first > place and found.value is not None and parts.is_rest_of_one(tokens, place):
        return _make(tokens, first, found.last, 1 + found.value, "cardinal")
    tail = parts.magnitude(tokens, parts.skip_article(tokens, found.last))
    tail = tail or parts.of_a_magnitude(tokens, found.last)
    if tail is not None and found.value is not None and tail.value is not None:
        return _make(tokens, first, tail.last, found.value * tail.value, "cardinal")
    return _make(tokens, first, found.last, found.value, "fraction")


def _one_word(tokens: Sequence[Token], place: int) -> Number | None:
    roles = number_words().get(tokens[place].word, {})
    for role in ("multiple", "half", "times", "fold", "ordinal", "vague", "frequency", "single"):
        if role in roles:
            last = place + 1
            while role == "vague" and parts.is_vague_chain(tokens, last):
                last += 2
            return _make(tokens, place, last, worth(tokens[place].word, role), role)
    if "fraction" in roles and parts.is_calendar(tokens, place):
        return _make(tokens, place, place + 1, None, "calendar")
    return None


def _hedged_one(tokens: Sequence[Token], place: int) -> Number | None:
    """As in "over a ton", "nearly a kilogram": one, where a hedge stands in front."""
    weighed = tokens[place].word in parts.ARTICLES and place + 1 < len(tokens)
    if not weighed or not place or qualifiers("before").before(tokens, place) is None:
        return None
    unit = units()["measure"].at(tokens, place + 1)
    measured = unit is not None and unit.row.unit in {"T", "TONS", "KG", "HA"}
    return _make(tokens, place, place + 1, Decimal(1), "cardinal") if measured else None
