"""Rules for numbers that tell how a country fares: unemployment, growth, traffic, votes."""

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
_MEASURED = frozenset({"after", "above", "below", "over", "beyond", "adjusted", "discounting"})
"""Words that set something else against inflation."""
_GROWING = frozenset({"growing", "grows", "grew", "growth", "increases", "expanding"})
_OURS = frozenset(
    "drug drugs addict addicted addicts user users using inmate prison prisoner jail".split()
)
_TRAFFIC = frozenset({"containers", "passengers", "travelers", "trucks"})
_LOOKED_INTO = frozenset(
    "screened scanned inspected searched profiled checked examined seized stopped screen scan "
    "inspect search check examine".split()
)
MOST_COUNTED = 100_000
"""Fewer containers or passengers than these may have been searched."""


def economy(line: Line, number: Number, found: Measure) -> str | None:
    """As in "unemployment stands at 24 percent": no matter of drug control."""
    if found.unit != "PT":
        return None
    front = line.words(number.first - REACH, number.first)
    if "inflation" in front and _MEASURED & set(line.words(0, number.first)):
        return None
    subject = _SUBJECTS & set(front) and not _PAUSES & set(front)
    return "not_drug_control" if subject else None


def growth(line: Line, number: Number, found: Measure) -> str | None:
    """As in "growth slowed to 3 percent", "a population of 4 million growing by 2 percent"."""
    if found.unit != "PT":
        return None
    front = set(line.words(0, number.first))
    real = "inflation" in front and _MEASURED & front
    opens = (line.word(0) == "growth" and not real) or (line.word(0), line.word(1)) == (
        "economic",
        "growth",
    )
    people = "population" in front and _GROWING & set(
        line.words(number.first - REACH, number.first)
    )
    return "not_drug_control" if (opens or people) and not _OURS & front else None


def traffic(line: Line, number: Number, found: Measure) -> str | None:
    """As in "the port moved 2 million containers": what passed, not what was searched."""
    value = number.value
    if value is None or value < MOST_COUNTED or found.scale in {"money", "measure"}:
        return None
    if not _TRAFFIC & set(line.words(found.first, found.last + 1)):
        return None
    told = _LOOKED_INTO & {token.word for token in line.tokens}
    return None if told else "not_drug_control"
