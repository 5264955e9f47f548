"""Kinds of unit: the hard constraint between a number and an indicator."""

from __future__ import annotations

from functools import cache

from etl.extract.concepts.tables import indicator_units
from etl.extract.packs import PACKS

AREAS = frozenset({"HA", "KM2", "M2", "ACRES", "ACRE", "FT2", "MI2"})
MASSES = frozenset({"T", "KG", "G", "MG", "LB", "OZ", "TON", "TONS", "QUINTAL"})
VOLUMES = frozenset({"L", "ML", "GAL", "CL", "M3"})
COUNTS = frozenset({"COUNT", "PERSONS", "TABLETS", "PLANTS", "DOSES"})
UNIT_CODES = AREAS | MASSES | VOLUMES | COUNTS | {"PT"}
DRUG_COUNTS = frozenset(
    {"TABLETS", "PLANTS", "DOSES", "TABLET", "PLANT", "DOSE"} | {pack.upper() for pack in PACKS}
)
CURRENCY_LENGTH = 3
KIN = (
    {
        "mass": "seizure_mass",
        "volume": "seizure_volume",
        "TABLETS": "seizure_units",
        "DOSES": "seizure_units",
        "PLANTS": "seizure_plants",
    },
    {"area": "eradication_area", "mass": "eradication_mass", "PLANTS": "eradication_plants"},
)
"""Indicators of one act, by the units or kinds of unit that they are measured in."""


@cache
def unit_kind(unit: str) -> str:
    """`area`, `mass`, `volume`, `count`, `percent`, `rate`, `money` or `unknown`."""
    if " PER " in unit:
        return "rate"
    for kind, units in (("area", AREAS), ("mass", MASSES), ("volume", VOLUMES), ("count", COUNTS)):
        if unit in units:
            return kind
    if unit == "PT":
        return "percent"
    if len(unit) == CURRENCY_LENGTH and unit.isalpha():
        return "money"
    return "unknown"


@cache
def fits(indicator: str, unit: str, kind: str) -> bool:
    """Whether a number of that unit and kind can measure the indicator.

    A percentage can be a change or a part of anything; a rate can be of anything; an
    amount must have the unit kind that the code list gives the indicator.
    """
    stated, needed = unit_kind(unit), indicator_units()[indicator]
    if needed == "any":
        return True
    if kind == "share" and has_share(indicator):
        return False
    if stated == "percent":
        return kind == "change" or needed in {"percent", "count", "money", "mass", "area", "volume"}
    if stated == "rate":
        return needed == "any" or _fits_rate(indicator, unit)
    return stated == needed


def _fits_rate(indicator: str, unit: str) -> bool:
    """Whether a rate can be of the indicator: money per amount of a drug is a price."""
    told = rate_of(unit)
    if told == "other":
        return indicator not in {"drug_price", "drug_purity"}
    return indicator == told


def kindred(indicator: str, unit: str) -> str:
    """What the same act measures in another unit, or empty.

    Seizures in kilograms go on in tablets, liters or plants.
    """
    for family in KIN:
        if indicator in family.values() or (indicator == "seizure_events" and family is KIN[0]):
            return family.get(unit) or family.get(unit_kind(unit), "")
    return ""


def rate_of(unit: str) -> str:
    """What a rate by its units alone is: the price or the yield of a drug, or `other`."""
    top, _, base = unit.partition(" PER ")
    kinds = unit_kind(top), unit_kind(base)
    if kinds[0] == "money" and (kinds[1] in {"mass", "volume"} or base in DRUG_COUNTS):
        return "drug_price"
    return "crop_yield" if kinds == ("mass", "area") else "other"


def has_share(indicator: str) -> bool:
    """Whether the code list names the share of an indicator as one of its own."""
    named = {f"{indicator}_share", f"{indicator.removesuffix('_mass')}_share"}
    return not named.isdisjoint(indicator_units())
