"""The unit of a number: currency, unit or counted noun, and rates."""

from __future__ import annotations

from etl.extract.quantities.line import Line, behind
from etl.extract.quantities.money import money
from etl.extract.quantities.rates import rated
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import UnitCue, units

_FACTORIES = frozenset(
    "pharmaceutical chemical power processing treatment production manufacturing cement industrial "
    "water steel assembly packing fertilizer petrochemical nuclear bottling recycling waste "
    "refining extraction textile sugar paper gas oil desalination refinery purification".split()
)
"""Plants of these do not grow."""
_PLURALS = ("s", "men", "people", "children", "police", "aircraft", "personnel", "staff", "youth")
_SINGULARS = frozenset({"cannabis", "khat", "illicit", "previous", "various", "dangerous"})


def measure(line: Line, number: Number) -> Measure:
    """The unit of `number` in its sentence, rates ("$2,000 per kilogram") included."""
    place = behind(line, number)
    found = money(line, number, place) or _unit(line, number, place) or _noun(line, number, place)
    return rated(line, found)


def _unit(line: Line, number: Number, place: int) -> Measure | None:
    found = units()["measure"].at(line.tokens, place) if line.word(place) else None
    if (
        found is None
        and number.role in {"fraction", "cardinal"}
        and line.word(place) in {"a", "an"}
    ):
        place += 1
        found = units()["measure"].at(line.tokens, place) if line.word(place) else None
    if found is None and number.role == "fraction" and _of_one(line, place):
        place += 2
        found = units()["measure"].at(line.tokens, place)
    if found is None and line.words(number.first - 2, number.first) == ["and", "a"]:
        found = units()["measure"].before(line.tokens, number.first - 2)
        unit = found.row.unit if found is not None else ""
        return Measure(unit, number.start, place, place, "measure") if unit else None
    if found is None and line.word(place) == "(" and line.word(place + 2) == ")":
        place += 1
        found = units()["measure"].at(line.tokens, place)
    if found is None or _is_other_word(line, number, place, found.row):
        return None
    last = _with_short_form(line, found.last, found.row.unit)
    return Measure(found.row.unit, number.start, place, last, "measure")


def _of_one(line: Line, place: int) -> bool:
    """As in "three-quarters of a ton"; a part of a percentage is read elsewhere."""
    measured = line.word(place) == "of" and line.word(place + 1) in {"a", "an", "one"}
    return measured and line.word(place + 2) not in {"", "percent"}


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


def _sized(line: Line, place: int) -> tuple[int, int]:
    """The noun behind a size, as in "two 33-foot boats", "12 .38 caliber pistols"."""
    size = line.number_at(place)
    if size is None or not size.digits or size.value is None:
        return place, place
    first = behind(line, size)
    return first, line.noun_end(first)


def _qualifies(line: Line, behind: int, last: int) -> bool:
    """Whether the word before `behind` describes the noun ("police stations", "men's wards")."""
    word, follows = line.word(behind - 1), line.words(behind, last)
    if follows[:1] in (["'s"], ["'"], ["’"]):
        return True
    if word.endswith(("s", "men", "people", "children")):
        return False
    for place, one in enumerate(follows, start=behind):
        if one.endswith("ed") or line.number_at(place) is not None:
            return False
        if one.endswith("s") and one != "'s":
            return True
    return False


def _joined_end(line: Line, number: Number, last: int) -> int:
    """Index after a noun phrase, with what "and" adds where its noun has not come yet.

    As in "9,000 wild and cultivated poppy plants": several things have a plural.
    """
    several = number.value is not None and number.value > 1 and last > number.last
    while several and line.word(last) in {"and", "or"} and not _is_plural(line.word(last - 1)):
        end = line.noun_end(last + 1)
        if end == last + 1 or line.number_at(last + 1) is not None:
            break
        last = end
    return last


def _is_plural(word: str) -> bool:
    return word.endswith(_PLURALS) and word not in _SINGULARS


def _noun(line: Line, number: Number, place: int) -> Measure:
    last = _joined_end(line, number, line.noun_end(place))
    if last == place == number.last:
        place, last = _sized(line, place)
    if last == place or number.role in {"multiple", "times", "fold", "half"}:
        return Measure("COUNT", number.start, number.last, number.last, "bare")
    for scale in ("count", "persons"):
        for at in range(place, last):
            found = units()[scale].at(line.tokens, at)
            if found is not None and found.last <= last and not _qualifies(line, found.last, last):
                if found.row.unit == "PLANTS" and line.word(at - 1) in _FACTORIES:
                    break
                return Measure(found.row.unit, number.start, place, last, scale)
    return Measure("COUNT", number.start, place, last, "noun")
