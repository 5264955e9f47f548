"""The lexicon tables that reading numbers needs, loaded once a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.extract.lexicon import load
from etl.extract.view import Phrases

DISPOSITIONS = frozenset(
    "date duration age legal_reference label contact pronoun geography frequency enumeration "
    "name ordinal".split()
)
QUALIFIERS = frozenset({"exact", "approximately", "at_least", "at_most", "range"})


@dataclass(frozen=True, slots=True)
class UnitCue:
    """A line of `units.csv`; `scale` is `measure`, `count` or `persons`."""

    cue: str
    unit: str
    scale: str
    example: str


@dataclass(frozen=True, slots=True)
class CurrencyCue:
    """A line of `currencies.csv`.

    Attributes:
        area: Country of the report in which the word means this currency; empty where
            it does everywhere.
        side: Where it stands: `before` or `after` the number, or `both`.
    """

    cue: str
    area: str
    unit: str
    side: str
    example: str


@dataclass(frozen=True, slots=True)
class QualifierCue:
    """A line of `qualifiers.csv`: words before or after a number that hedge it."""

    cue: str
    side: str
    qualifier: str
    example: str


@dataclass(frozen=True, slots=True)
class DispositionCue:
    """A line of `dispositions.csv`: words next to a number that say it is no quantity.

    Attributes:
        form: Which numbers it holds for: `any`, `digits`, `words`, or the word `one`.
    """

    cue: str
    side: str
    disposition: str
    form: str


@dataclass(frozen=True, slots=True)
class WordRow:
    """A line of a plain word list with the role that each word plays."""

    cue: str
    role: str


@cache
def units() -> dict[str, Phrases[UnitCue]]:
    """Unit and counted-noun cues by scale."""
    rows = load("units", UnitCue)
    return {
        scale: Phrases((row.cue, row) for row in rows if row.scale == scale)
        for scale in ("measure", "count", "persons")
    }


@cache
def currencies(side: str) -> Phrases[dict[str, CurrencyCue]]:
    """Currency cues before or after a number; what each means, by country (or "" for all)."""
    cues: dict[str, dict[str, CurrencyCue]] = {}
    for row in load("currencies", CurrencyCue, key=("cue", "area", "side")):
        if row.side in {side, "both"}:
            cues.setdefault(row.cue, {})[row.area] = row
    return Phrases(cues.items())


@cache
def qualifiers(side: str) -> Phrases[QualifierCue]:
    """Hedging words before or after a number."""
    rows = load("qualifiers", QualifierCue, key=("cue", "side"), codes={"qualifier": QUALIFIERS})
    return Phrases((row.cue, row) for row in rows if row.side == side)


@cache
def dispositions(side: str) -> Phrases[DispositionCue]:
    """Words before or after a number that say that it is no quantity."""
    codes = {"disposition": DISPOSITIONS, "form": {"any", "digits", "words", "one"}}
    rows = load("dispositions", DispositionCue, key=("cue", "side"), codes=codes)
    return Phrases((row.cue, row) for row in rows if row.side == side)


@cache
def subsets() -> Phrases[WordRow]:
    """Words that open a part of what was counted: "including", "of which"."""
    rows = load("grammar", WordRow, key=("cue", "role"))
    return Phrases((row.cue, row) for row in rows if row.role == "subset")


@cache
def price_words() -> Phrases[WordRow]:
    """Words that say that an amount of money is a price."""
    return Phrases((row.cue, row) for row in load("price_words", WordRow))


@cache
def word_list(name: str) -> dict[str, str]:
    """A plain word list: each word and its role."""
    return {row.cue: row.role for row in load(name, WordRow)}
