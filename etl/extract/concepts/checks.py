"""Checks of the concept tables: a line that could never take effect is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.errors import SeedError
from etl.extract.concepts.tables import CLASSES_OF_PLACE, KINDS, UNSEEN_SIGNS
from etl.extract.concepts.units import UNIT_CODES, fits, unit_kind
from etl.extract.view import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from etl.extract.concepts.tables import ClassCue, Cued, IndicatorCue

SAMPLES = {
    "area": "HA",
    "mass": "KG",
    "volume": "L",
    "money": "USD",
    "percent": "PT",
    "rate": "USD PER KG",
    "count": "COUNT",
}
"""A unit of each kind."""


def check_readable(rows: Iterable[Cued], name: str) -> None:
    """Refuse cues with signs that a reading leaves out.

    Raises:
        SeedError: A cue holds a hyphen or a quotation mark: it can never match.
    """
    for row in rows:
        cue = row.cue.replace("*", "")
        if UNSEEN_SIGNS.isdisjoint(cue):
            continue
        if any(token.word in UNSEEN_SIGNS for token in tokens(cue, 0, len(cue))):
            raise SeedError(f"{name}.csv: {row.cue!r} can never match: write it without signs")


def check_indicators(rows: Iterable[IndicatorCue], classes: Iterable[ClassCue]) -> None:
    """Refuse rows of indicators that can never speak for a number.

    Raises:
        SeedError: No indicator, an unknown unit or class, a weight below one, or units
            that no indicator of the row can be measured in.
    """
    known = {row.noun_class for row in classes} | CLASSES_OF_PLACE
    for row in rows:
        where = f"indicators.csv: {row.cue!r}"
        if not row.codes or row.weight < 1:
            raise SeedError(f"{where} speaks for nothing: it needs codes and a weight")
        for name in row.near:
            if name.removeprefix("!") not in known:
                raise SeedError(f"{where} names the unknown class {name!r}")
        for unit in row.units:
            if unit not in UNIT_CODES | set(SAMPLES) | KINDS:
                raise SeedError(f"{where} names the unknown unit {unit!r}")
        if row.units and not any(_measures(code, unit) for code in row.codes for unit in row.units):
            raise SeedError(f"{where} can never match: {row.codes} has no unit of {row.units}")


def _measures(code: str, unit: str) -> bool:
    if unit in KINDS:
        return fits(code, "PT", unit)
    stated = SAMPLES.get(unit, unit)
    kinds = ("share", "change") if unit_kind(stated) == "percent" else ("level",)
    return any(fits(code, stated, kind) for kind in kinds)
