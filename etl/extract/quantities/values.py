"""From a settled candidate to a quantity: its value in its unit, range and hedge."""

from __future__ import annotations

from decimal import Decimal

from etl.extract.model import Quantity
from etl.extract.quantities.factors import direction
from etl.extract.quantities.line import Line
from etl.extract.quantities.links import Candidate
from etl.extract.quantities.records import Number
from etl.extract.quantities.tables import qualifiers, word_list

_HUNDRED = Decimal(100)
_RELATIVE = frozenset({"multiple", "times", "fold", "half"})
_PLACES = Decimal(1).scaleb(-8)
_REACH = 12
_BOUNDS = frozenset({"at_least", "at_most"})
"""Against "the 900 of the year before" they compare; they do not hedge it."""
_SKIPPED = frozenset({"an", "a", "the", "estimated", "additional", "total", "of", "another"})


def quantity(line: Line, sentence: int, low: Candidate, high: Candidate | None) -> Quantity:
    """The quantity of one candidate, or of a range's two."""
    number, found = low.number, low.measure
    top = high.number if high is not None else None
    noun = high.measure if high is not None else found
    value, unit = _value(line, low, top)
    upper = None if top is None else _value(line, high or low, None)[0]
    spoken = noun.last > noun.first
    start, end = found.start, number.end
    return Quantity(
        start=start,
        end=end,
        text=line.text[start:end],
        sentence=sentence,
        value=value,
        value_high=upper,
        unit=unit,
        unit_start=line.tokens[noun.first].start if spoken else -1,
        unit_end=line.tokens[noun.last - 1].end if spoken else -1,
        qualifier="range" if top is not None else _qualifier(line, low),
        form=_form(number),
        rule_id=low.rule_id if top is None else "range",
        mentions_end=number.stop if top is None else top.stop,
    )


def _value(line: Line, low: Candidate, top: Number | None) -> tuple[Decimal, str]:
    number, unit = low.number, low.measure.unit
    worth = number.value if number.value is not None else Decimal(0)
    if number.role in _RELATIVE or (top is not None and top.role in _RELATIVE):
        return _relative(line, number, worth), "PT"
    if number.role == "ratio":
        return _rounded(worth * _HUNDRED), "PT"
    if number.role == "fraction" and low.measure.scale != "measure":
        return _rounded(worth * _HUNDRED), "PT"
    if top is not None and top.magnified and not number.magnified:
        worth = _magnified(worth, top)
    return worth + 0, unit


def _magnified(worth: Decimal, top: Number) -> Decimal:
    """The 2 of "2 to 3 million" in full, where that keeps it the lower end."""
    for power in (3, 6, 9, 12):
        scale = Decimal(10) ** power
        if top.value is not None and worth * scale < top.value < worth * scale * 1000:
            return worth * scale
    return worth


def _relative(line: Line, number: Number, factor: Decimal) -> Decimal:
    """Change in percent that a multiple says: doubled 100, halved 50, ten-fold 900."""
    known = word_list("directions")
    near = line.words(number.first - _REACH, number.first) + line.words(
        number.last, number.last + 3
    )
    downward = number.role == "half" or any(known.get(word) == "down" for word in near)
    if number.role not in {"fold", "half"}:
        lowers = direction(line.tokens, number.first, number.last) == "down"
        downward = number.role != "multiple" and lowers
    share = 1 - 1 / factor if downward and factor > 1 else factor - 1
    return _rounded(share * _HUNDRED)


def _rounded(value: Decimal) -> Decimal:
    """`value` to eight places, without trailing zeros and without an exponent."""
    return Decimal(format(value.quantize(_PLACES).normalize(), "f"))


def _qualifier(line: Line, low: Candidate) -> str:
    place = low.number.first
    while place > 0 and line.tokens[place - 1].end > low.measure.start:
        place -= 1
    before = qualifiers("before").before(line.tokens, place)
    while before is None and line.word(place - 1) in _SKIPPED:
        place -= 1
        before = qualifiers("before").before(line.tokens, place)
    compared = line.word(place - 1) == "than" and (
        line.word(place) == "the" or _follows_amount(line, place - 3)
    )
    if before is not None and before.row.qualifier in _BOUNDS:
        compared = compared or (line.word(place) == "the" and line.word(place - 1) != "to")
    if before is not None and not compared:
        never = "never" in line.words(before.first - 3, before.first)
        return "at_most" if never else before.row.qualifier
    for after in (low.number.last, low.measure.last):
        behind = qualifiers("after").at(line.tokens, after) if line.word(after) else None
        if behind is not None:
            return behind.row.qualifier
    return "exact"


def _follows_amount(line: Line, place: int) -> bool:
    """Whether an amount ends at `place`, as in "18 percent more than 900"."""
    return line.word(place) in {"percent", "%", "times"} or line.word(place).isdecimal()


def _form(number: Number) -> str:
    if number.role in {"fraction", "ratio"}:
        return "fraction"
    if number.role in _RELATIVE:
        return "multiple"
    return "digits" if number.digits else "words"
