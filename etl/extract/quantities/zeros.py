"""Zeros said in words: "did not eradicate poppy", "no arrests were made"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from etl.extract.lexicon import load
from etl.extract.model import Quantity
from etl.extract.quantities.line import Line
from etl.extract.view import Found, Phrases

_DENIALS = frozenset({"did", "has", "have", "had"})
_PASSIVES = frozenset({"was", "were"})
_NO = frozenset({"no", "zero"})
_BEING = frozenset({"is", "are", "was", "were"})
_SAID = frozenset({"known", "alleged", "reported", "believed"})
_PERSON_REACH = 14


@dataclass(frozen=True, slots=True)
class ZeroCue:
    """A line of `zero_words.csv`.

    Attributes:
        part: `verb` ("did not seize"), `participle` ("no heroin was seized"), `noun`
            ("no seizures"), `treaty` ("has no treaty") or `person` ("no official is").
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
        if token.word == "not":
            found = _denied(line, place)
        elif token.word in _NO:
            found = _none_of(line, place) or _none_done(line, place) or _no_person(line, place)
        else:
            continue
        if found is not None:
            yield _zero(line, sentence, found[0], found[1])


_Zero = tuple[tuple[int, int, int], ZeroCue]


def _cue(line: Line, part: str, place: int) -> Found[ZeroCue] | None:
    return _cues(part).at(line.tokens, place) if line.word(place) else None


def _denied(line: Line, place: int) -> _Zero | None:
    """As in "did not eradicate poppy"."""
    found = _cue(line, "verb", place + 1) if line.word(place - 1) in _DENIALS else None
    if found is None:
        return None
    last = min(line.noun_end(found.last), found.last + 1)
    return ((place - 1, found.last, last), found.row) if last > found.last else None


def _none_of(line: Line, place: int) -> _Zero | None:
    """As in "no drug-related arrests", "no extradition treaty"."""
    last = line.noun_end(place + 1)
    found = _within(line, "noun", place + 1, last) or _within(line, "treaty", place + 1, last)
    return None if found is None else ((place, place + 1, found.last), found.row)


def _none_done(line: Line, place: int) -> _Zero | None:
    """As in "no heroin was seized"."""
    last = line.noun_end(place + 1)
    found = _cue(line, "participle", last + 1) if line.word(last) in _PASSIVES else None
    return None if found is None else ((place, place + 1, last), found.row)


def _no_person(line: Line, place: int) -> _Zero | None:
    """As in "no senior official is known to have helped"."""
    for last in range(place + 2, min(len(line.tokens), place + _PERSON_REACH)):
        if line.word(last) in _BEING and line.word(last + 1) in _SAID:
            found = _within(line, "person", place + 1, last)
            return None if found is None else ((place, place + 1, found.last), found.row)
    return None


def _within(line: Line, part: str, first: int, last: int) -> Found[ZeroCue] | None:
    hits = (_cue(line, part, at) for at in range(first, last))
    return next((hit for hit in hits if hit is not None and hit.last <= last), None)


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
