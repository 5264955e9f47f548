"""Zeros said in words: "did not eradicate poppy", "no arrests were made"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from etl.extract.lexicon import load
from etl.extract.model import Quantity
from etl.extract.quantities.line import Line
from etl.extract.view import Phrases

_DENIALS = frozenset({"did", "has", "have", "had"})
_PASSIVES = frozenset({"was", "were"})
_NO = frozenset({"no", "zero"})


@dataclass(frozen=True, slots=True)
class ZeroCue:
    """A line of `zero_words.csv`.

    Attributes:
        part: `verb` ("did not seize"), `participle` ("no heroin was seized") or `noun`
            ("no seizures").
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


def zeros(line: Line, sentence: int) -> Iterator[Quantity]:
    """The zeros that a sentence says in words, as quantities of value 0."""
    for place, token in enumerate(line.tokens):
        if token.word == "not" and line.word(place - 1) in _DENIALS:
            found = _cues("verb").at(line.tokens, place + 1) if line.word(place + 1) else None
            if found is not None and _object_end(line, found.last) > found.last:
                last = _object_end(line, found.last)
                yield _zero(line, sentence, (place - 1, found.last, last), found.row)
        elif token.word in _NO:
            yield from _none_of(line, sentence, place)


def _object_end(line: Line, place: int) -> int:
    return min(line.noun_end(place), place + 1)


def _none_of(line: Line, sentence: int, place: int) -> Iterator[Quantity]:
    last = line.noun_end(place + 1)
    for at in range(place + 1, last):
        found = _cues("noun").at(line.tokens, at)
        if found is not None and found.last <= last:
            yield _zero(line, sentence, (place, place + 1, found.last), found.row)
            return
    verb = last + 1 if line.word(last) in _PASSIVES else 0
    found = _cues("participle").at(line.tokens, verb) if verb and line.word(verb) else None
    if found is not None:
        yield _zero(line, sentence, (place, place + 1, last), found.row)


def _zero(line: Line, sentence: int, places: tuple[int, int, int], cue: ZeroCue) -> Quantity:
    """The zero whose words, noun and end are at the tokens `places`."""
    first, noun, last = places
    start, end = line.tokens[first].start, line.tokens[last - 1].end
    return Quantity(
        start=start,
        end=end,
        text=line.text[start:end],
        sentence=sentence,
        value=Decimal(0),
        value_high=None,
        unit=cue.unit,
        unit_start=line.tokens[noun].start,
        unit_end=end,
        qualifier="exact",
        form="zero_words",
        rule_id="zero_denied" if cue.part == "verb" else "zero_none",
        mentions_end=end,
    )
