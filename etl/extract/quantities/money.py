"""Money: a currency's sign, code or name beside a number."""

from __future__ import annotations

from etl.extract.quantities.line import Line
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import CurrencyCue, currencies
from etl.extract.view import Found

_CENTS = frozenset({"cent", "cents"})


def money(line: Line, number: Number, behind: int) -> Measure | None:
    """The currency of `number`, in front of it or at token `behind`; None where it has none."""
    return _before(line, number) or _after(line, number, behind)


def in_whole_coins(line: Line, number: Number, found: Measure) -> Number:
    """`number` in dollars where it counts cents."""
    if found.scale != "money" or line.word(found.first) not in _CENTS or number.value is None:
        return number
    return number._replace(value=number.value / 100)


def _before(line: Line, number: Number) -> Measure | None:
    place = number.first - 1
    phrases = currencies("before")
    found = phrases.before(line.tokens, number.first) if place >= 0 else None
    if found is not None and found.first < place and not _is_prefix(line, found.first, place):
        found = phrases.at(line.tokens, place)
    row = None if found is None else _meant(line, found)
    if found is None or row is None:
        return None
    start = line.tokens[found.first].start
    return Measure(row.unit, start, number.last, number.last, "money")


def _is_prefix(line: Line, first: int, place: int) -> bool:
    """Whether "R$" or "Rs." is written as such, not "a $" with a space between."""
    return line.word(first) == "u.s." or (line.glued(place) and line.title(first))


def _after(line: Line, number: Number, place: int) -> Measure | None:
    found = currencies("after").at(line.tokens, place) if line.word(place) else None
    row = None if found is None else _meant(line, found)
    if found is None or row is None:
        return None
    return Measure(row.unit, number.start, place, found.last, "money")


def _meant(line: Line, found: Found[dict[str, CurrencyCue]]) -> CurrencyCue | None:
    """The currency that a cue means in this report, where it is written as one."""
    row = found.row.get(line.area) or found.row.get("")
    return row if row is not None and _as_code(line, found.first, row) else None


def _as_code(line: Line, place: int, row: CurrencyCue) -> bool:
    """Whether letters that stand for a currency are written with capitals: COP, Rs."""
    if row.cue == row.unit.lower():
        return line.capital(place)
    return row.side != "before" or not row.cue[0].isalpha() or line.title(place)
