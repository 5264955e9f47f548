"""Zeros said in words: "did not eradicate poppy", "no arrests were made"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from etl.extract.model import Quantity
from etl.extract.quantities.denials import VAGUE, cue, named_drug, unit_of, within
from etl.extract.quantities.line import Line
from etl.extract.quantities.prisons import no_prison, not_in_prison
from etl.extract.quantities.undone import (
    BE,
    PERFECT,
    SINGLE,
    Zero,
    denied,
    head,
    nothing_done,
    phrase_end,
    undetected,
)

_NO = frozenset({"no", "zero"})
_NOBODY = frozenset({"none", "nobody", "neither"})
_UNDONE = frozenset({"failed", "yet"})
_OPENERS = _NO | _NOBODY | _UNDONE | {"not", "without", "nor"}
_ARTICLES = frozenset({"a", "an", "any"})
_STOPS = frozenset({",", ";", ":", "(", ")", "and", "but", "which", "that", "while"})
_POINTING = frozenset({"the", "these", "those", "its", "their", "them", "whom"})
_SUBJECT_REACH = 14
_TREATY_REACH = 12
_REPORT_REACH = 7


def zeros(line: Line, sentence: int) -> Iterator[Quantity]:
    """The zeros that a sentence says in words, as quantities of value 0."""
    if _OPENERS.isdisjoint(line.all_words):
        return
    for place, word in enumerate(line.all_words):
        if word in _OPENERS:
            found = _at(line, place, word)
            if found is not None:
                yield _quantity(line, sentence, found)


def _at(line: Line, place: int, word: str) -> Zero | None:
    if word in _NOBODY:
        return (_no_treaty(line, place) if word == "neither" else None) or _nobody(line, place)
    if word in _UNDONE:
        return denied(line, place) if line.word(place + 1) == "to" else None
    noun = _denied_noun(line, place, word)
    if noun or word != "not":
        return (no_prison(line, place, noun) or _none_of(line, place, noun)) if noun else None
    found = denied(line, place) or undetected(line, place) or nothing_done(line, place)
    return found or not_in_prison(line, place)


def _denied_noun(line: Line, place: int, word: str) -> int:
    """The token where what "no", "not a single" or "nor has any" denies starts; 0 if none."""
    if word in _NO:
        return 0 if line.word(place - 1) == "in" else place + 1
    if line.words(place + 1, place + 3) in SINGLE:
        return place + 3
    if word == "nor" and line.word(place + 2) == "any":
        return place + 3
    return place + 2 if word == "not" and line.word(place + 1) == "one" else 0


def _no_treaty(line: Line, place: int) -> Zero | None:
    """As in "neither an extradition treaty nor an agreement"."""
    found = within(line, ("treaty",), place + 2, place + _TREATY_REACH)
    article = any(word in _ARTICLES for word in line.words(place + 1, place + 2))
    if found is None or not article or _STOPS & set(line.words(place, found.first)):
        return None
    return Zero(place, place + 2, found.last, found.row.unit, "none")


def _none_of(line: Line, place: int, noun: int) -> Zero | None:
    """As in "no arrests", "no heroin was seized", "extradited no fugitives"."""
    last = line.noun_end(noun)
    if last == noun or line.word(noun) in VAGUE:
        return None
    named = head(line, ("noun", "treaty", "event"), noun, phrase_end(line, noun))
    if named is not None:
        return Zero(place, noun, *named, "none")
    if cue(line, "report", last - 1) is not None and _on_corruption(line, last):
        return Zero(place, noun, last, "COUNT", "accused")
    done = _done_before(line, place) or _done_behind(line, last)
    if done is not None:
        return Zero(place, noun, last, unit_of(line, noun, last, done), "none")
    return _not_found(line, place, noun, last) or _no_person(line, place, noun)


def _on_corruption(line: Line, last: int) -> bool:
    """Whether "no reports" are those "of drug-related corruption"."""
    return any(word.startswith("corrupt") for word in line.words(last, last + _REPORT_REACH))


def _nobody(line: Line, place: int) -> Zero | None:
    """As in "none were convicted", "none of the prisons offers treatment", "neither was tried"."""
    opens = line.word(place + 1) == "of"
    noun = place + 1 + opens
    while opens and line.word(noun) in _POINTING:
        noun += 1
    pointed = line.number_at(noun)
    noun = pointed.last if pointed is not None and opens else noun
    last = line.noun_end(noun) if opens else noun
    if opens and pointed is None and (pointed := line.number_at(last)) is not None:
        noun, last = pointed.last, line.noun_end(pointed.last)
    done = _done_behind(line, last)
    counted = pointed is not None and opens
    if done is not None:
        unit = unit_of(line, noun, last, done) if last > noun else done
        return Zero(place, place, max(place + 1, last * (not counted)), unit, "none")
    for at in range(noun, last):
        if cue(line, "facility", at) is not None:
            unit = unit_of(line, noun, at + 1, "COUNT")
            return Zero(place, place, place + 1 if counted else at + 1, unit, "none")
    return None


def _done_before(line: Line, place: int) -> str | None:
    found = cue(line, "participle", place - 1) if place else None
    return found.row.unit if found is not None and found.last == place else None


def _passive(line: Line, last: int) -> int:
    """The token behind the "were" or "has been" of what stands before token `last`; 0 if none."""
    for place in range(last, min(len(line.tokens), last + _SUBJECT_REACH)):
        word = line.word(place)
        if word in _STOPS:
            return 0
        been = word in PERFECT and line.word(place + 1) == "been"
        if word in BE or been:
            return place + 1 + been + line.word(place + 1).endswith("ly")
    return 0


def _done_behind(line: Line, last: int) -> str | None:
    place = _passive(line, last)
    found = cue(line, "participle", place) if place else None
    return None if found is None else found.row.unit


def _not_found(line: Line, place: int, noun: int, last: int) -> Zero | None:
    """As in "no poppy was found", "surveys detected no coca", "no heroin turned up"."""
    grown = within(line, ("crop",), noun, last)
    drug = grown is None and named_drug(line, last)
    behind = _passive(line, last)
    found = cue(line, "finding", place - 1) if place else None
    found = found or cue(line, "finding", behind or last)
    if found is None or not (grown or drug):
        return None
    return Zero(place, noun, last, grown.row.unit if grown else "KG", "none")


def _no_person(line: Line, place: int, noun: int) -> Zero | None:
    """As in "no senior official is known to have helped"."""
    behind = _passive(line, noun)
    if not behind or cue(line, "accusation", behind) is None:
        return None
    found = within(line, ("person",), noun, behind - 1)
    return None if found is None else Zero(place, noun, found.last, found.row.unit, "accused")


def _quantity(line: Line, sentence: int, zero: Zero) -> Quantity:
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
