"""Rates: what an amount is per, said beside it or by the sentence around a price."""

from __future__ import annotations

from itertools import product

from etl.extract.packs import PACKS
from etl.extract.quantities.line import Line
from etl.extract.quantities.records import Measure
from etl.extract.quantities.tables import UnitCue, price_words, units, word_list
from etl.extract.view import Found

_PER = frozenset({"per", "/"})
_EACH = frozenset({"a", "an", "one", "each", "every"})
_MASSES = frozenset({"G", "KG", "T", "TONS"})
_EVERY = frozenset({"each", "every"})
_LEADING = frozenset({"for", "to", "in", "among", "of"})
FEWEST_BASE = 10
PRICE_REACH = 40
"""How far, in tokens, what money buys may stand from it."""
THING_WORDS = 5
"""How many words may name what is measured before "per"."""
_ONE = frozenset({"a", "an", "one", "1", "per", "each", "every", "single"})
_SINGULAR = {"TABLETS": "TABLET", "PLANTS": "PLANT", "DOSES": "DOSE", "PERSONS": "PERSON"}


def rated(line: Line, found: Measure) -> Measure:
    """`found` made a rate where the text says what it is per, beside it or around it."""
    place = _behind_per(line, found)
    base = _rate_base(line, place, money=found.scale == "money") if place else None
    if base is None:
        return _yield(line, _price(line, found))
    name, last, at = base
    unit = "PERSONS" if found.scale in {"bare", "noun"} and name.isdigit() else found.unit
    return Measure(f"{unit} PER {name}", found.start, found.first, last, found.scale, at)


def _behind_per(line: Line, found: Measure) -> int:
    """The token behind "per", or behind the "a" of "$40 a gram"; 0 where none follows."""
    place = found.last
    if line.word(place) in _PER:
        return place + 1
    if for_every(line, place):
        return place + 2
    if found.scale == "measure" and line.word(place) == "of":
        return _behind_thing(line, place + 1)
    if found.scale != "money":
        return 0
    if line.word(place) == "for" and line.word(place + 1) in _EACH:
        return place + 2
    return place + 1 if line.word(place) in {"a", "an"} else 0


def for_every(line: Line, place: int) -> bool:
    """Whether "for every" or "to each" leads from a token to a round number of people."""
    if line.word(place + 1) not in _EVERY or line.word(place) not in _LEADING:
        return False
    number = line.number_at(place + 2)
    return number is not None and number.value is not None and number.value >= FEWEST_BASE


def _behind_thing(line: Line, place: int) -> int:
    """The token behind the "per" of "5 kg of dry opium per hectare"; 0 where none follows."""
    for at in range(place, place + THING_WORDS):
        if line.word(at) == "per":
            return at + 1
        if not line.word(at).isalpha() or line.word(at) in word_list("function_words"):
            return 0
    return 0


def _yield(line: Line, found: Measure) -> Measure:
    """A mass made a yield where the sentence says "yield per hectare" of it."""
    if found.scale != "measure" or found.unit not in _MASSES:
        return found
    words = line.words(found.first - PRICE_REACH, found.first)
    yields = "yield" in words or "yields" in words
    hectare = "hectare" in words and words[words.index("hectare") - 1] in _ONE
    return found._replace(unit=f"{found.unit} PER HA") if yields and hectare else found


def _price(line: Line, found: Measure) -> Measure:
    """Money made a price where the sentence names what it buys: "a kilogram sells for"."""
    if found.scale != "money" or " PER " in found.unit:
        return found
    begin = max(0, found.first - PRICE_REACH)
    end = min(len(line.tokens), found.first + PRICE_REACH)
    if not speaks_of_prices(line, begin, end):
        return found
    for place in (*range(found.first - 1, begin - 1, -1), *range(found.first, end)):
        if _is_pack(line, place):
            return found._replace(unit=f"{found.unit} PER {line.word(place).upper()}")
        unit = units()["measure"].at(line.tokens, place) or units()["count"].at(line.tokens, place)
        if unit is None or unit.row.unit == "PT":
            continue
        if _is_priced(line, place, unit):
            base = _SINGULAR.get(unit.row.unit, unit.row.unit)
            return found._replace(unit=f"{found.unit} PER {base}")
    return found


def _is_pack(line: Line, place: int) -> bool:
    """As in "a joint costs"; not in "a joint patrol"."""
    if line.word(place) not in PACKS or line.word(place - 1) not in _ONE:
        return False
    behind = line.word(place + 1)
    ends = not behind.isalpha() or behind in word_list("function_words")
    return ends or price_words().at(line.tokens, place + 1) is not None


def speaks_of_prices(line: Line, first: int, last: int) -> bool:
    """Whether a word of prices stands among the tokens from `first` up to before `last`."""
    return any(price_words().at(line.tokens, place) for place in range(first, last))


def _is_priced(line: Line, place: int, unit: Found[UnitCue]) -> bool:
    """Whether the unit at `place` is what a price is for, not an amount of its own."""
    described = line.word(place - 2) in _ONE and not line.word(place).endswith("s")
    if described or line.word(place - 1) in _ONE or line.word(unit.last) in {"price", "prices"}:
        return True
    plural = unit.row.scale == "count" and not line.word(place).endswith("plants")
    return plural and place == 0


def _rate_base(line: Line, place: int, *, money: bool) -> tuple[str, int, int] | None:
    """The code that a rate is per, the index after it, and its number's token if any."""
    number = line.number_at(place)
    if number is not None and number.value == 1:
        place, number = number.last, None
    if number is not None and number.value is not None and number.value >= FEWEST_BASE:
        return str(int(number.value)), line.noun_end(number.last), place
    for at, scale in product((place, place + 1), ("measure", "count", "persons")):
        if at > place and (not line.word(place).endswith("ed") or line.word(place - 1) not in _PER):
            break
        found = units()[scale].at(line.tokens, at) if line.word(at) else None
        if found is not None and found.row.unit != "PT":
            return _SINGULAR.get(found.row.unit, found.row.unit), found.last, -1
    noun = line.word(place)
    if money and noun in PACKS:
        return noun.upper(), place + 1, -1
    if not money or line.word(place - 1) not in _PER or not noun.isalpha():
        return None
    if noun in word_list("time_words") or noun in word_list("function_words"):
        return None
    return noun.upper(), place + 1, -1
