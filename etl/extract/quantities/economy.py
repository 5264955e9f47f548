"""The rule for numbers that tell how a country fares: unemployment, inflation, schooling."""

from __future__ import annotations

from etl.extract.quantities.line import Line
from etl.extract.quantities.records import Measure, Number

REACH = 5
"""How many tokens in front of a percentage its subject may stand."""
_SUBJECTS = frozenset(
    "unemployment underemployment inflation literacy illiteracy gdp gni remittances poverty "
    "turnout tariff tariffs".split()
)
_PAUSES = frozenset({",", ";", ":", "(", ")", "drug", "drugs"})


def economy(line: Line, number: Number, found: Measure) -> str | None:
    """As in "unemployment stands at 24 percent": no matter of drug control."""
    if found.unit != "PT":
        return None
    front = line.words(number.first - REACH, number.first)
    subject = _SUBJECTS & set(front) and not _PAUSES & set(front)
    return "not_drug_control" if subject else None
