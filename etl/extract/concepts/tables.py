"""The lexicon tables that tell what a quantity measures."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Protocol

from etl.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

UNNAMED = "illicit_drugs"
"""The code of drugs in general."""
UNIT_KINDS = frozenset({"area", "mass", "volume", "money", "percent", "rate", "count"})
PLACES = frozenset({"noun", "governor", "topic", "clause", "sentence", "section"})
KINDS = frozenset({"share", "change"})
CLASSES_OF_PLACE = frozenset({"bare", "part", "plain", "whole"})
"""Classes that a number has by its place, not by its noun."""
ROLES = frozenset(
    "stop auxiliary verb filler hedge magnitude join onward".split()
    + "partitive comparison subset anaphor total".split()
)
HYPHENS = frozenset("-‐‑")
UNSEEN_SIGNS = HYPHENS | frozenset("“”\"'‘’*")
"""Signs that a reading leaves out: "drug-related" is read as "drug related"."""


@dataclass(frozen=True, slots=True)
class IndicatorCue:
    """Words that speak for an indicator.

    Attributes:
        where: Which part of the sentence they must stand in to count in full:
            `noun` (what is counted), `governor` (the verb that acts on it), `topic` (the
            noun that the number is said of), `clause`, `sentence`, `section` (heading).
        codes: Indicators they speak for; the number's unit picks among them.
        units: Unit kinds, unit codes or kinds (`share`, `change`) of the number, where
            not any.
        near: Classes one of which the counted noun must belong to, where not any;
            with `!` in front, must not. `bare` is a number without a noun, `plain` one of
            persons of whom nothing more is said; `part` and `whole` are the numbers of
            "15 of 80".
        weight: How strongly they speak; 2 decides alone.
    """

    cue: str
    where: str
    codes: tuple[str, ...]
    units: tuple[str, ...]
    near: tuple[str, ...]
    weight: int
    example: str


@dataclass(frozen=True, slots=True)
class FamilyCue:
    """Words of one meaning, which rows of other tables name together as `<family>`."""

    cue: str
    family: str


@dataclass(frozen=True, slots=True)
class SubstanceCue:
    """Words that name a substance."""

    cue: str
    substance: str
    example: str


@dataclass(frozen=True, slots=True)
class FormRule:
    """What a substance is called for certain indicators: opium of an area is poppy."""

    substance: str
    indicators: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class GroupCode:
    """The code for several substances of one group, or of these groups."""

    groups: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class PartRule:
    """Indicators whose numbers are parts of another's where they are said to be."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitDefault:
    """What an amount of a named drug measures where no cue says more."""

    units: tuple[str, ...]
    indicator: str


@dataclass(frozen=True, slots=True)
class ChangeCue:
    """Words that make a number a change.

    Attributes:
        where: `before` or `after` the number; `by` before it with "by"; `fraction`
            right after it.
        sign: 1 for growth, -1 for decrease.
        units: Unit kinds of the number, where not any.
    """

    cue: str
    where: str
    sign: int
    units: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class ClassCue:
    """Words that belong to a class of counted nouns."""

    cue: str
    noun_class: str


@dataclass(frozen=True, slots=True)
class GrammarWord:
    """A function word and its role in the clause."""

    cue: str
    role: str


@dataclass(frozen=True, slots=True)
class OutsideCue:
    """What is counted where a number is not about drug control.

    Attributes:
        units: Unit kinds of the number, where not any.
        firm: Whether it is so whatever other words say.
    """

    cue: str
    units: tuple[str, ...]
    firm: bool
    example: str


class Cued(Protocol):
    """A table row that is found by its cue."""

    @property
    def cue(self) -> str:
        """The words, as in the table."""
        ...


@cache
def indicator_units() -> Mapping[str, str]:
    """Unit kind of each indicator, from the code list."""
    return _column("indicators", "unit_kind")


@cache
def substance_indicators() -> frozenset[str]:
    """Indicators that take a substance or may take one."""
    return frozenset(
        code for code, takes in _column("indicators", "takes_substance").items() if takes != "no"
    )


@cache
def substance_groups() -> Mapping[str, str]:
    """Group of each substance, from the code list."""
    return _column("substances", "group")


def _column(name: str, column: str) -> dict[str, str]:
    file = Settings.from_environment().seeds / "reference" / f"{name}.csv"
    with file.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        first = (reader.fieldnames or [""])[0]
        return {row[first]: row[column] for row in reader}
