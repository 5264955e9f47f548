"""Which indicator the words around a number speak for, by weighted cues."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from etl.extract.concepts.relations import relations
from etl.extract.concepts.units import fits, unit_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.reading import Reading
    from etl.extract.concepts.tables import IndicatorCue

DECISIVE = 2.0
"""The least score that names an indicator."""
MOST_KEPT = 2_000
"""Sorts of numbers for which it is kept which rows can speak for them."""
RANK = 0.05
"""What a row's later indicators lose against its first."""

OWN = frozenset({"noun", "governor", "topic", "clause"})
"""Sorts of cues that make an indicator a number's own where they stand in its clause."""
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
`shut` is `topic` for a count with one, which needs no topic.
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An indicator, how strongly it is spoken for, and by which cue most.

    Attributes:
        own: Whether words of the number's own clause speak for it, rather than words
            that it shares with other numbers.
        scores: The scores of all indicators that were spoken for.
    """

    indicator: str
    score: float
    cue: str
    own: bool
    scores: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of the cues: the place, its kind and its unit.

    Attributes:
        unit: The number's own, or for a change that of the amount it leads to.
        names: Names by which a row can ask for the number: its units and kinds.
        classes: Classes of what is counted.
    """

    place: Place
    kind: str
    unit: str
    names: frozenset[str]
    classes: frozenset[str]

    def admits(self, row: IndicatorCue) -> bool:
        """Whether a row can speak for the number: units, classes and indicators fit."""
        if row.units and self.names.isdisjoint(row.units) and not self._counts(row):
            return False
        wanted, barred = _classes(row.near)
        if not barred.isdisjoint(self.classes) or (wanted and wanted.isdisjoint(self.classes)):
            return False
        return any(self.fits(code) for code in row.codes)

    def fits(self, code: str) -> bool:
        """Whether the number can measure an indicator."""
        stated = self.place.quantity.unit
        return fits(code, self.unit, self.kind if self.unit == stated else "level")

    def _counts(self, row: IndicatorCue) -> bool:
        """Whether a noun that is counted can be what a percentage is of."""
        part = self.kind in {"share", "change"} and "count" in row.units
        return part and row.where == "noun" and row.codes != ("other",)


@cache
def _classes(near: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The classes that a row wants, and those that it bars."""
    wanted = frozenset(name for name in near if not name.startswith("!"))
    return wanted, frozenset(name[1:] for name in near if name.startswith("!"))


def judge(reading: Reading, place: Place, kind: str, unit: str, lexicon: Lexicon) -> Verdict | None:
    """The indicator with the highest score, or None where no cue speaks for any.

    Ties go to the indicator that comes first in the alphabet, so that the outcome never
    depends on the order of rows.
    """
    names = frozenset({unit, unit_kind(unit), kind, unit_kind(place.quantity.unit)})
    ask = Ask(place, kind, unit, names, noun_classes(reading, place, lexicon))
    best: dict[tuple[str, str], tuple[float, str]] = defaultdict(lambda: (0.0, ""))
    own: set[str] = set()
    for row, weight, close in _votes(reading, ask, lexicon):
        for rank, code in enumerate(row.codes):
            if ask.fits(code):
                vote = (weight - rank * RANK, row.cue)
                best[code, row.where] = max(best[code, row.where], vote)
                if close and row.where in OWN:
                    own.add(code)
    return _strongest(best, own)


def _strongest(best: dict[tuple[str, str], tuple[float, str]], own: set[str]) -> Verdict | None:
    totals: dict[str, float] = defaultdict(float)
    top: dict[str, tuple[float, str]] = {}
    for (code, _), vote in sorted(best.items()):
        totals[code] += vote[0]
        top[code] = max(top.get(code, (0.0, "")), vote)
    if not totals:
        return None
    code = min(totals, key=lambda name: (-totals[name], name))
    return Verdict(code, totals[code], top[code][1], code in own, totals)


def _votes(
    reading: Reading, ask: Ask, lexicon: Lexicon
) -> Iterator[tuple[IndicatorCue, float, bool]]:
    admits = _kept(ask, lexicon)
    related = relations(reading, ask.place, ask.kind, lexicon, admits)
    for hit in reading.cues_near(ask.place):
        for row in hit.row:
            if admits(row):
                factor = FACTORS[_sort(row, ask)][related.of(hit, row)]
                yield row, row.weight * factor, related.close(hit)
    for hit in reading.section:
        for row in hit.row:
            if ask.admits(row):
                yield row, float(row.weight), False


def _kept(ask: Ask, lexicon: Lexicon) -> Callable[[IndicatorCue], bool]:
    """The same as `ask.admits`, each row asked once: rows live as long as the lexicon."""
    if len(lexicon.admitted) > MOST_KEPT:
        lexicon.admitted.clear()
    asked = (ask.place.quantity.unit, ask.unit, ask.kind, ask.classes)
    known = lexicon.admitted.setdefault(asked, {})

    def admits(row: IndicatorCue) -> bool:
        told = known.get(id(row))
        if told is None:
            told = known[id(row)] = ask.admits(row)
        return told

    return admits


def _sort(row: IndicatorCue, ask: Ask) -> str:
    """The factors that a row goes by: a noun of its own shuts others out."""
    if ask.place.bare:
        return "bare" if row.where == "noun" else row.where
    counted = unit_kind(ask.place.quantity.unit) == "count"
    return "shut" if counted and row.where == "topic" else row.where


def noun_classes(reading: Reading, place: Place, lexicon: Lexicon) -> frozenset[str]:
    """Classes of the counted noun, and `bare`, `part` or `whole` where it is one."""
    found: set[str] = {"bare"} if place.bare else set()
    if place.share_role:
        found.add(place.share_role)
    for start, end in (place.noun, place.lent, place.echo):
        limit = max(end, place.noun_end) if start == place.noun[0] else end
        for at in range(start, end):
            hit = lexicon.classes.at(reading.tokens, at)
            if hit is not None and hit.last <= limit:
                found.update(row.noun_class for row in hit.row)
    return frozenset(found)
