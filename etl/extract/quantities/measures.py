"""The unit of a number: currency in front, unit or counted noun behind, and rates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.extract.quantities.line import Line
from etl.extract.quantities.numbers import HYPHENS, Number
from etl.extract.quantities.tables import CurrencyCue, UnitCue, currencies, units, word_list
from etl.extract.view import Found

_PER = frozenset({"per", "/"})
_FOR_EACH = frozenset({"for", "a", "an"})
_PRICED = frozenset("price prices priced cost costs sells sell sold retails".split())
PRICE_REACH = 40
"""How far, in tokens, what money buys may stand from it."""
_ONE = frozenset({"a", "an", "one", "1", "per", "each", "every", "single"})
_SINGULAR = {"TABLETS": "TABLET", "PLANTS": "PLANT", "DOSES": "DOSE", "PERSONS": "PERSON"}


@dataclass(frozen=True, slots=True)
class Measure:
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


def measure(line: Line, number: Number) -> Measure:
    """The unit of `number` in its sentence, rates ("$2,000 per kilogram") included."""
    found = (
        _money_before(line, number)
        or _money_after(line, number)
        or _unit(line, number)
        or _noun(line, number)
    )
    return _rate(line, found)


def _money_before(line: Line, number: Number) -> Measure | None:
    place = number.first - 1
    phrases = currencies(line.area, "before")
    found = phrases.before(line.tokens, number.first) if place >= 0 else None
    if found is not None and found.first < place and not _is_prefix(line, found.first, place):
        found = phrases.at(line.tokens, place)
    if found is None or not _as_code(line, found.first, found.row):
        return None
    start = line.tokens[found.first].start
    return Measure(found.row.unit, start, number.last, number.last, "money")


def _is_prefix(line: Line, first: int, place: int) -> bool:
    """Whether "R$" or "Rs." is written as such, not "a $" with a space between."""
    return line.word(first) == "u.s." or (line.glued(place) and line.title(first))


def _money_after(line: Line, number: Number) -> Measure | None:
    place = _behind(line, number)
    found = currencies(line.area, "after").at(line.tokens, place) if line.word(place) else None
    if found is None or not _as_code(line, place, found.row):
        return None
    return Measure(found.row.unit, number.start, place, found.last, "money")


def _as_code(line: Line, place: int, row: CurrencyCue) -> bool:
    """Whether letters that stand for a currency are written with capitals: COP, Rs."""
    if row.cue == row.unit.lower():
        return line.capital(place)
    return row.side != "before" or not row.cue[0].isalpha() or line.title(place)


def _behind(line: Line, number: Number) -> int:
    """The token behind a number, and behind the hyphen of "10-member"."""
    if line.word(number.last) == "+":
        return number.last + 1
    hyphen = line.word(number.last) in HYPHENS and line.glued(number.last)
    return number.last + 1 if hyphen and line.glued(number.last + 1) else number.last


def _unit(line: Line, number: Number) -> Measure | None:
    place = _behind(line, number)
    found = units()["measure"].at(line.tokens, place) if line.word(place) else None
    if (
        found is None
        and number.role in {"fraction", "cardinal"}
        and line.word(place) in {"a", "an"}
    ):
        place += 1
        found = units()["measure"].at(line.tokens, place) if line.word(place) else None
    if found is None and line.word(place) == "(" and line.word(place + 2) == ")":
        place += 1
        found = units()["measure"].at(line.tokens, place)
    if found is None or _is_other_word(line, number, place, found.row):
        return None
    last = _with_short_form(line, found.last, found.row.unit)
    return Measure(found.row.unit, number.start, place, last, "measure")


def _is_other_word(line: Line, number: Number, place: int, row: UnitCue) -> bool:
    """One-letter units need digits in front and no capital: "4 G phones" has none."""
    return len(row.cue) == 1 and row.cue.isalpha() and (not number.digits or line.capital(place))


def _with_short_form(line: Line, last: int, unit: str) -> int:
    """Index after "(MT)" behind "metric tons"."""
    if line.word(last) == "(" and line.word(last + 2) == ")":
        found = units()["measure"].at(line.tokens, last + 1)
        if found is not None and found.row.unit == unit:
            return last + 3
    return last


def _noun(line: Line, number: Number) -> Measure:
    place = _behind(line, number)
    last = line.noun_end(place)
    if last == place or number.role in {"multiple", "times", "fold", "half"}:
        return Measure("COUNT", number.start, number.last, number.last, "bare")
    for scale in ("count", "persons"):
        for at in range(place, last):
            found = units()[scale].at(line.tokens, at)
            if found is not None and found.last <= last:
                return Measure(found.row.unit, number.start, place, last, scale)
    return Measure("COUNT", number.start, place, last, "noun")


def _rate(line: Line, found: Measure) -> Measure:
    """`found` made a rate where "per kilogram" or "per 100,000 people" follows."""
    place = found.last
    if line.word(place) in _PER:
        place += 1
    elif found.scale == "money" and line.word(place) in _FOR_EACH:
        place += 1 + (line.word(place + 1) in {"a", "an", "one", "each", "every"})
    else:
        return _price(line, found)
    base = _rate_base(line, place, money=found.scale == "money")
    if base is None:
        return _price(line, found)
    name, last, at = base
    unit = "PERSONS" if found.scale in {"bare", "noun"} and name.isdigit() else found.unit
    return Measure(f"{unit} PER {name}", found.start, found.first, last, found.scale, at)


def _price(line: Line, found: Measure) -> Measure:
    """Money made a price where the sentence names what it buys: "a kilogram sells for"."""
    begin = max(0, found.first - PRICE_REACH)
    words = line.words(begin, found.first + PRICE_REACH)
    if found.scale != "money" or found.unit.find(" PER ") >= 0 or not _PRICED & set(words):
        return found
    for place in range(begin, begin + len(words)):
        unit = units()["measure"].at(line.tokens, place) or units()["count"].at(line.tokens, place)
        if unit is None or unit.row.unit == "PT":
            continue
        if _is_priced(line, place, unit):
            base = _SINGULAR.get(unit.row.unit, unit.row.unit)
            return replace(found, unit=f"{found.unit} PER {base}")
    return found


def _is_priced(line: Line, place: int, unit: Found[UnitCue]) -> bool:
    """Whether the unit at `place` is what a price is for, not an amount of its own."""
    if line.word(place - 1) in _ONE or line.word(unit.last) in {"price", "prices"}:
        return True
    plural = unit.row.scale == "count" and not line.word(place).endswith("plants")
    return plural and place == 0


def _rate_base(line: Line, place: int, *, money: bool) -> tuple[str, int, int] | None:
    """The code that a rate is per, the index after it, and its number's token if any."""
    number = line.number_at(place)
    if number is not None and number.value == 1:
        place, number = number.last, None
    if number is not None and number.value is not None and number.digits:
        return str(int(number.value)), line.noun_end(number.last), place
    for scale in ("measure", "count", "persons"):
        found = units()[scale].at(line.tokens, place) if line.word(place) else None
        if found is not None and found.row.unit != "PT":
            return _SINGULAR.get(found.row.unit, found.row.unit), found.last, -1
    noun = line.word(place)
    if not money or line.word(place - 1) not in _PER or not noun.isalpha():
        return None
    if noun in word_list("time_words") or noun in word_list("function_words"):
        return None
    return noun.upper(), place + 1, -1
