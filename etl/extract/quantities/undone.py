"""Zeros by a verb that is denied: "did not eradicate poppy", "heroin was not seized"."""

from __future__ import annotations

from typing import NamedTuple

from etl.extract.quantities.denials import VAGUE, cue, named_drug, unit_of, within
from etl.extract.quantities.line import Line

PERFECT = frozenset({"has", "have", "had"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
SINGLE = (["a", "single"], ["one", "single"])
_DO = frozenset({"did", "do", "does"})
_ANY = frozenset({"any", "anyone", "anybody"})
_IS = frozenset({"is", "are"})
_TOLERATED = frozenset({"prosecuted", "punished", "criminalized", "charged"})
"""What is not done as a rule, with no period: "possession is not prosecuted"."""
_SUBJECT_REACH = 14
_OBJECT_REACH = 5


class Zero(NamedTuple):
    """A zero: its first token, where its noun starts and ends, its unit, and its rule."""

    first: int
    noun: int
    last: int
    unit: str
    rule: str


def phrase_end(line: Line, noun: int) -> int:
    """Index after a noun phrase, "or" and what it joins included: "no minister or judge"."""
    last = line.noun_end(noun)
    while last > noun and line.word(last) == "or" and line.noun_end(last + 1) > last + 1:
        last = line.noun_end(last + 1)
    return last


def head(line: Line, parts: tuple[str, ...], noun: int, last: int) -> tuple[int, str] | None:
    """Index after, and unit of, the counted noun of a phrase; an event only at its end."""
    named = within(line, tuple(part for part in parts if part != "event"), noun, last)
    for at in range(noun, last if named is None and "event" in parts else noun):
        event = cue(line, "event", at)
        if event is not None and (event.last >= last or cue(line, "happening", event.last)):
            named = event
    return None if named is None else (named.last, named.row.unit)


def denied(line: Line, place: int) -> Zero | None:
    """As in "did not eradicate poppy", "has not extradited anyone", "has yet to try anyone"."""
    front = line.word(place - 1)
    failed = line.word(place) in {"failed", "yet"}
    if not failed and front != "did" and front not in PERFECT:
        return None
    at = place + 1 + (line.word(place + 1).endswith("ly") or line.word(place + 1) in {"yet", "to"})
    found = cue(line, "verb" if front == "did" or failed else "participle", at)
    if found is None or line.word(found.last) in VAGUE:
        return None
    if line.words(found.last, found.last + 2) in SINGLE:
        last = max(found.last + 2, line.noun_end(found.last + 2))
    else:
        last = min(line.noun_end(found.last), found.last + 1)
    if last == found.last:
        return None
    end = line.noun_end(found.last + 1) if line.word(found.last) in _ANY else last
    first = place if failed else place - 1
    return Zero(first, found.last, last, _unit(line, found.last, end, found.row.unit), "denied")


def _unit(line: Line, first: int, last: int, plain: str) -> str:
    return unit_of(line, first, max(last, first + 1), plain)


def undetected(line: Line, place: int) -> Zero | None:
    """As in "opium poppy was not detected", "heroin was not seized"."""
    if line.word(place - 1) not in BE | PERFECT:
        return None
    if line.word(place - 1) in _IS and line.word(place + 1) in _TOLERATED:
        return None
    at = place + 1 + (line.word(place + 1) == "been")
    done = cue(line, "participle", at)
    found = done or cue(line, "finding", at)
    grown = within(line, ("crop",), max(0, place - _SUBJECT_REACH), place)
    drug = done and (named_drug(line, place - 1) or named_drug(line, place - 2))
    if found is None or not (grown or drug):
        return None
    plain = found.row.unit if done or grown is None else grown.row.unit
    return Zero(place, at, found.last, plain, "denied")


def nothing_done(line: Line, place: int) -> Zero | None:
    """As in "did not report any seizures", "has not held a single trial"."""
    if line.word(place - 1) not in _DO | PERFECT:
        return None
    for at in range(place + 2, place + _OBJECT_REACH):
        single = line.words(at, at + 2) in SINGLE
        if not single and line.word(at) != "any":
            continue
        noun = at + 1 + single
        last = phrase_end(line, noun)
        named = head(line, ("treaty", "noun", "event"), noun, last)
        return None if named is None else Zero(place - 1, noun, *named, "denied")
    return None
