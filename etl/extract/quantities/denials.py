"""The wording of zeros: verbs, participles and nouns whose denial is a zero."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.extract.lexicon import load
from etl.extract.quantities.line import Line
from etl.extract.quantities.tables import units
from etl.extract.view import Found, Phrases

VAGUE = frozenset(
    "significant sufficient enough adequate substantial comparable large many much more longer "
    "further additional less fewer other reliable comprehensive".split()
)
"""Of what is denied with these, there may be some."""
_WEIGHED = frozenset({"KG", "HA"})


@dataclass(frozen=True, slots=True)
class ZeroCue:
    """A line of `zero_words.csv`.

    Attributes:
        part: `verb` ("did not seize"), `participle` ("no heroin was seized", "seized no
            heroin"), `finding` (a participle that says something of crops and drugs
            alone: "found"), `crop` ("no poppy was found"), `noun` ("no seizures"),
            `event` (a noun that counts at the end of its phrase alone, "no raids", or in
            front of a `happening` such as "took place"), `asset` ("no assets were
            forfeited"), `facility` ("none of the prisons offers it"), `report` ("no
            reports of corruption"), `treaty` ("has no treaty"), `person` ("no official
            is") or `accusation` (what is denied of a person).
        unit: Unit of what is denied.
    """

    cue: str
    part: str
    unit: str
    example: str


@cache
def _cues(part: str) -> Phrases[ZeroCue]:
    rows = load("zero_words", ZeroCue, key=("cue", "part"))
    return Phrases((row.cue, row) for row in rows if row.part == part)


@dataclass(frozen=True, slots=True)
class _Drug:
    cue: str
    substance: str
    example: str


@cache
def _drugs() -> Phrases[_Drug]:
    return Phrases((row.cue, row) for row in load("substances", _Drug, key=("cue",)))


def named_drug(line: Line, last: int) -> bool:
    """Whether the words before token `last` name a drug."""
    return last > 0 and _drugs().before(line.tokens, last) is not None


def cue(line: Line, part: str, place: int) -> Found[ZeroCue] | None:
    """The cue of one part of speech that starts at a token."""
    return _cues(part).at(line.tokens, place) if line.word(place) else None


def within(line: Line, parts: tuple[str, ...], first: int, last: int) -> Found[ZeroCue] | None:
    """The first cue of `parts`, tried in order, between two tokens."""
    for part in parts:
        for at in range(first, last):
            hit = cue(line, part, at)
            if hit is not None and hit.last <= last:
                return hit
    return None


def unit_of(line: Line, first: int, last: int, plain: str) -> str:
    """The unit of the denied things from token `first` up to before `last`; else `plain`."""
    for scale in ("measure", "count", "persons"):
        for at in range(first, last):
            found = units()[scale].at(line.tokens, at)
            if found is not None:
                return found.row.unit
    several = line.word(last - 1).endswith("s") and within(line, ("crop",), first, last) is None
    several = several and not named_drug(line, last)
    if plain != "HA" and within(line, ("asset",), first, last) is not None:
        return "USD"
    return "COUNT" if several and plain in _WEIGHED else plain
