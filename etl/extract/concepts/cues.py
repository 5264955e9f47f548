"""Table rows by their cue: a cue found speaks with the rows of all cues that it holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from etl.extract.concepts.tables import Cued, IndicatorCue
from etl.extract.view import Phrases

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The rows of indicators that one cue speaks with.

    Attributes:
        places: The places of the sentence that they ask for.
        verbs: How many of its first words are a verb before its noun, as in
            "completed courses".
    """

    rows: tuple[IndicatorCue, ...]
    places: frozenset[str]
    verbs: int = 0


Row = TypeVar("Row", bound=Cued)


def grouped(rows: Iterable[Row]) -> Phrases[tuple[Row, ...]]:
    """Phrases whose row is the tuple of all table rows with that cue."""
    return Phrases(_by_cue(rows).items())


def speaking(rows: Iterable[IndicatorCue]) -> Phrases[Cues]:
    """Phrases of indicators, of rows that ask and speak for the same the strongest."""
    sifted = ((cue, _strongest(same)) for cue, same in _by_cue(rows).items())
    return Phrases((cue, _cues(cue, kept)) for cue, kept in sifted)


def _cues(cue: str, rows: tuple[IndicatorCue, ...]) -> Cues:
    return Cues(rows, frozenset(row.where for row in rows), _verbs(cue, rows))


def _verbs(cue: str, rows: tuple[IndicatorCue, ...]) -> int:
    """How many words of a cue stand before the longest noun that it ends with."""
    words = cue.split()
    nouns = [len(row.cue.split()) for row in rows if row.where == "noun"]
    return len(words) - max(nouns) if nouns and words[0].endswith("ed") else 0


def _by_cue(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    by_cue: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_cue[row.cue].append(row)
    _widen(by_cue)
    return {cue: tuple(dict.fromkeys(same)) for cue, same in by_cue.items()}


def _widen(by_cue: dict[str, list[Row]]) -> None:
    """Add to each cue the rows of the cues it holds: only the longest cue is found."""
    own = {cue: list(rows) for cue, rows in by_cue.items()}
    for cue, rows in by_cue.items():
        held = {name for part in _parts(cue) for name in (part, *_stems(part))}
        for name in sorted(held - {cue}):
            rows.extend(own.get(name, ()))


def _parts(cue: str) -> list[str]:
    words = cue.split()
    spans = combinations(range(len(words) + 1), 2)
    return [" ".join(words[start:end]) for start, end in spans]


def _stems(part: str) -> list[str]:
    """The stems that would cover a phrase: of "drug labs" `drug l*`, `drug la*` and on."""
    last = part.rfind(" ") + 1
    return [f"{part[:end]}*" for end in range(last + 1, len(part) + 1)]


def _strongest(rows: tuple[IndicatorCue, ...]) -> tuple[IndicatorCue, ...]:
    """Of rows that ask for and speak for the same, the one with the highest weight."""
    best: dict[tuple[object, ...], IndicatorCue] = {}
    for row in rows:
        key = (row.where, row.codes, row.units, row.near)
        if key not in best or best[key].weight < row.weight:
            best[key] = row
    return tuple(best.values())
