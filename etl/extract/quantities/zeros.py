"""Zeros said in words: "did not eradicate poppy", "no arrests were made"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from etl.extract.model import Quantity
from etl.extract.quantities.denials import VAGUE, cue, unit_of, within
from etl.extract.quantities.line import Line

_PERFECT = frozenset({"has", "have", "had"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_NO = frozenset({"no", "zero"})
_OPENERS = _NO | {"not", "without", "nor", "neither"}
_SINGLE = (["a", "single"], ["one", "single"])
_ANY = frozenset({"any", "anyone", "anybody"})
_STOPS = frozenset({",", ";", ":", "(", ")", "and", "but", "which", "that", "while"})
_SUBJECT_REACH = 14
_TREATY_REACH = 12


class _Zero(NamedTuple):
    """A zero: its first token, where its noun starts and ends, its unit, and its rule."""

    first: int
    noun: int
    last: int
    unit: str
    rule: str


def zeros(line: Line, sentence: int) -> Iterator[Quantity]:
    """The zeros that a sentence says in words, as quantities of value 0."""
    for place, token in enumerate(line.tokens):
        if token.word in _OPENERS:
            found = _at(line, place, token.word)
            if found is not None:
                yield _quantity(line, sentence, found)


def _at(line: Line, place: int, word: str) -> _Zero | None:
    if word in {"not", "without", "nor"} and line.words(place + 1, place + 3) in _SINGLE:
        return _none_of(line, place, place + 3)
    if word == "not":
        return _denied(line, place) or _undetected(line, place)
    if word in _NO:
        return _none_of(line, place, place + 1)
    return _no_treaty(line, place) if word == "neither" else None


def _denied(line: Line, place: int) -> _Zero | None:
    """As in "did not eradicate poppy", "has not extradited anyone"."""
    front = line.word(place - 1)
    if front != "did" and front not in _PERFECT:
        return None
    at = place + 1 + (line.word(place + 1).endswith("ly") or line.word(place + 1) == "yet")
    found = cue(line, "verb" if front == "did" else "participle", at)
    if found is None or line.word(found.last) in VAGUE:
        return None
    if line.words(found.last, found.last + 2) in _SINGLE:
        last = max(found.last + 2, line.noun_end(found.last + 2))
    else:
        last = min(line.noun_end(found.last), found.last + 1)
    if last == found.last:
        return None
    end = line.noun_end(found.last + 1) if line.word(found.last) in _ANY else last
    return _Zero(
        place - 1, found.last, last, _unit(line, found.last, end, found.row.unit), "denied"
    )


def _unit(line: Line, first: int, last: int, plain: str) -> str:
    return unit_of(line, first, max(last, first + 1), plain)


def _undetected(line: Line, place: int) -> _Zero | None:
    """As in "opium poppy was not detected"."""
    if line.word(place - 1) not in _BE | _PERFECT:
        return None
    at = place + 1 + (line.word(place + 1) == "been")
    found = cue(line, "finding", at)
    grown = within(line, ("crop",), max(0, place - _SUBJECT_REACH), place)
    if found is None or grown is None:
        return None
    return _Zero(place, at, found.last, grown.row.unit, "denied")


def _no_treaty(line: Line, place: int) -> _Zero | None:
    """As in "neither an extradition treaty nor an agreement"."""
    found = within(line, ("treaty",), place + 2, place + _TREATY_REACH)
    article = any(word in {"a", "an", "any"} for word in line.words(place + 1, place + 2))
    if found is None or not article or _STOPS & set(line.words(place, found.first)):
        return None
    return _Zero(place, place + 2, found.last, found.row.unit, "none")


def _none_of(line: Line, place: int, noun: int) -> _Zero | None:
    """As in "no arrests", "no heroin was seized", "extradited no fugitives"."""
    last = line.noun_end(noun)
    if last == noun or line.word(noun) in VAGUE:
        return None
    named = within(line, ("noun", "treaty"), noun, last)
    if named is not None:
        return _Zero(place, noun, named.last, named.row.unit, "none")
    done = _done_before(line, place) or _done_behind(line, last)
    if done is not None:
        return _Zero(place, noun, last, unit_of(line, noun, last, done), "none")
    return _not_found(line, place, noun, last) or _no_person(line, place, noun)


def _done_before(line: Line, place: int) -> str | None:
    found = cue(line, "participle", place - 1) if place else None
    return found.row.unit if found is not None and found.last == place else None


def _passive(line: Line, last: int) -> int:
    """The token behind the "were" or "has been" of what stands before token `last`; 0 if none."""
    for place in range(last, min(len(line.tokens), last + _SUBJECT_REACH)):
        word = line.word(place)
        if word in _STOPS:
            return 0
        if word in _BE:
            return place + 1 + line.word(place + 1).endswith("ly")
    return 0


def _done_behind(line: Line, last: int) -> str | None:
    place = _passive(line, last)
    found = cue(line, "participle", place) if place else None
    return None if found is None else found.row.unit


def _not_found(line: Line, place: int, noun: int, last: int) -> _Zero | None:
    """As in "no poppy was found", "surveys detected no coca"."""
    grown = within(line, ("crop",), noun, last)
    behind = _passive(line, last)
    found = cue(line, "finding", place - 1) if place else None
    if grown is None or not (found or (behind and cue(line, "finding", behind))):
        return None
    return _Zero(place, noun, last, grown.row.unit, "none")


def _no_person(line: Line, place: int, noun: int) -> _Zero | None:
    """As in "no senior official is known to have helped"."""
    behind = _passive(line, noun)
    if not behind or cue(line, "accusation", behind) is None:
        return None
    found = within(line, ("person",), noun, behind - 1)
    return None if found is None else _Zero(place, noun, found.last, found.row.unit, "none")


def _quantity(line: Line, sentence: int, zero: _Zero) -> Quantity:
    start, end = line.tokens[zero.first].start, line.tokens[zero.last - 1].end
    return Quantity(
        start=start,
        end=end,
        text=line.text[start:end],
        sentence=sentence,
        value=Decimal(0),
        value_high=None,
        unit=zero.unit,
        unit_start=line.tokens[zero.noun].start,
        unit_end=end,
        qualifier="exact",
        form="zero_words",
        rule_id=f"zero_{zero.rule}",
        mentions_end=end,
    )
