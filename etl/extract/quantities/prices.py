"""Prices and other rates that a number shares with its neighbours."""

from __future__ import annotations

from itertools import pairwise

from etl.extract.quantities.line import Line
from etl.extract.quantities.links import Candidate
from etl.extract.quantities.rates import speaks_of_prices

DEAREST = 1_000_000
"""No drug costs more a unit: larger amounts are totals."""


def rates(line: Line, candidates: list[Candidate]) -> None:
    """Make the first of "$5 to $10 per gram" a rate as the second is.

    Things beside things per something ("900 officers and 2 officers per 1,000 people")
    are no rate: only a range or a move from one to the other is, and money.
    """
    for left, right in pairwise(candidates):
        moved = right.link == "range" or line.word(right.number.first - 1) == "to"
        joined = right.link and (moved or left.measure.scale == "money")
        if joined and right.measure.unit.startswith(f"{left.measure.unit} PER "):
            left.measure = left.measure._replace(unit=right.measure.unit)


def prices(line: Line, candidates: list[Candidate], known: dict[str, str]) -> dict[str, str]:
    """Make money a price as in the sentence before, where this one speaks of prices too.

    Args:
        line: The sentence.
        candidates: Its numbers; changed in place.
        known: What money was per in the sentence before, by currency.

    Returns:
        The same for this sentence.
    """
    money = [c for c in candidates if c.disposition is None and c.measure.scale == "money"]
    if money and speaks_of_prices(line, 0, len(line.tokens)):
        for one in money:
            unit = known.get(one.measure.unit, "")
            if unit and one.number.value is not None and one.number.value < DEAREST:
                one.measure, one.rule_id = one.measure._replace(unit=unit), "unit_from_price_before"
    rated = [c.measure.unit for c in money if " PER " in c.measure.unit]
    return {unit.partition(" PER ")[0]: unit for unit in rated}
