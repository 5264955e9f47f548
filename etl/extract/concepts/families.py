"""Families of words: one row of a table that speaks for many cues of one meaning."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from etl.errors import SeedError
from etl.extract.concepts.tables import FamilyCue
from etl.extract.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from etl.extract.concepts.tables import IndicatorCue


def families() -> dict[str, tuple[str, ...]]:
    """The cues of each family, from `cue_families.csv`."""
    members: dict[str, list[str]] = defaultdict(list)
    for row in load("cue_families", FamilyCue, key=("cue", "family")):
        members[row.family].append(row.cue)
    return {name: tuple(cues) for name, cues in members.items()}


def spread(
    rows: Iterable[IndicatorCue], members: Mapping[str, tuple[str, ...]]
) -> Iterator[IndicatorCue]:
    """The rows, those whose cue is `<family>` once for each cue of that family.

    Raises:
        SeedError: A row names a family that the table does not hold.
    """
    for row in rows:
        if not row.cue.startswith("<"):
            yield row
            continue
        cues = members.get(row.cue.strip("<>"))
        if cues is None:
            raise SeedError(f"indicators.csv: {row.cue} is no family of cue_families.csv")
        for cue in cues:
            yield replace(row, cue=cue)
