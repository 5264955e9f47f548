"""Which rows of a cue can speak for a number, told once for all numbers of a sort."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from etl.extract.concepts.units import fits, unit_kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from etl.extract.concepts.cues import Cues
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.tables import IndicatorCue
    from etl.extract.view import Found

RANK = 0.05
"""What a row's later indicators lose against its first."""
MOST_KEPT = 2_000
"""Sorts of numbers for which it is kept which rows can speak for them."""
ORDER = ("noun", "of", "direct", "after", "lead", "before", "past", "far")
FACTORS: dict[str, dict[str, float]] = {
    where: dict(zip(ORDER, factors, strict=True))
    for where, factors in {
        "noun": (1.0, 0.4, 0.3, 0.25, 0.15, 0.1, 0.05, 0.02),
        "bare": (1.0, 0.4, 0.5, 0.3, 0.8, 0.5, 0.2, 0.1),
        "governor": (0.9, 0.5, 1.1, 0.8, 1.0, 0.4, 0.2, 0.1),
        "topic": (0.4, 0.4, 0.2, 0.25, 1.0, 0.5, 0.25, 0.1),
        "shut": (0.4, 0.4, 0.2, 0.2, 0.15, 0.1, 0.05, 0.02),
        "clause": (1.0, 1.0, 1.0, 1.0, 1.0, 0.9, 0.4, 0.15),
        "sentence": (1.0,) * 8,
        "section": (1.0,) * 8,
    }.items()
}
"""How much of its weight a cue keeps, by the place it asks for and the one it has.

`bare` is `noun` for a number without a noun of its own, which finds it farther away;
`shut` is `topic` for a count with one, which needs no topic unless it is plain persons.
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """A row that can speak for a number.

    Attributes:
        codes: The indicators that the number can measure, each with what it loses.
        factors: What part of the weight counts, by the cue's relation to the number.
    """

    cue: str
    weight: int
    codes: tuple[tuple[str, float], ...]
    factors: Mapping[str, float]


Voices = dict[str, tuple[Voice, ...]]
"""The rows of one cue that can speak for a number, by the place they ask for."""


class Sort(NamedTuple):
    """What decides which rows can speak for a number.

    Attributes:
        stated: The unit of the number.
        unit: The same, or for a change that of the amount it leads to.
        classes: Classes of what is counted, `bare` where no noun says it.
    """

    stated: str
    unit: str
    kind: str
    classes: frozenset[str]

    def voices(self, cues: Cues) -> Voices:
        """The rows of a cue that can speak: units, classes and indicators fit."""
        names = frozenset({self.unit, unit_kind(self.unit), self.kind, unit_kind(self.stated)})
        found: Voices = {}
        for row in cues.rows:
            if self._admits(row, names):
                codes = self._measured(row)
                if codes:
                    voice = Voice(row.cue, row.weight, codes, FACTORS[self._column(row)])
                    found[row.where] = (*found.get(row.where, ()), voice)
        return found

    def _admits(self, row: IndicatorCue, names: frozenset[str]) -> bool:
        if row.units and names.isdisjoint(row.units) and not self._counts(row):
            return False
        wanted, barred = _classes(row.near)
        return barred.isdisjoint(self.classes) and not (wanted and wanted.isdisjoint(self.classes))

    def _measured(self, row: IndicatorCue) -> tuple[tuple[str, float], ...]:
        kind = self.kind if self.unit == self.stated else "level"
        ranked = ((code, rank * RANK) for rank, code in enumerate(row.codes))
        return tuple((code, loss) for code, loss in ranked if fits(code, self.unit, kind))

    def _counts(self, row: IndicatorCue) -> bool:
        """Whether a noun that is counted can be what a percentage is of."""
        part = self.kind in {"share", "change"} and "count" in row.units
        return part and row.where == "noun" and row.codes != ("other",)

    def _column(self, row: IndicatorCue) -> str:
        """The factors that a row goes by: a noun of its own shuts others out."""
        if "bare" in self.classes:
            return "bare" if row.where == "noun" else row.where
        counted = unit_kind(self.stated) == "count"
        named = counted and "plain" not in self.classes
        return "shut" if named and row.where == "topic" else row.where


@cache
def _classes(near: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The classes that a row wants, and those that it bars."""
    wanted = frozenset(name for name in near if not name.startswith("!"))
    return wanted, frozenset(name[1:] for name in near if name.startswith("!"))


def heard(
    sort: Sort, hits: Sequence[Found[Cues]], lexicon: Lexicon
) -> list[tuple[Found[Cues], Voices]]:
    """The cues that can speak for a number of a sort, each with its rows that can.

    Each cue is asked once for a sort: cues live as long as the lexicon.
    """
    if len(lexicon.voices) > MOST_KEPT:
        lexicon.voices.clear()
    known = lexicon.voices.setdefault(sort, {})
    found = []
    for hit in hits:
        voices = known.get(hit.row)
        if voices is None:
            voices = known[hit.row] = sort.voices(hit.row)
        if voices:
            found.append((hit, voices))
    return found
