"""Prisons of which none offers anything: "no prison offers treatment", "not given in any jail"."""

from __future__ import annotations

from etl.extract.quantities.line import Line
from etl.extract.quantities.undone import Zero

_PRISONS = frozenset(
    "prison prisons jail jails penitentiary penitentiaries colony colonies".split()
)
_OFFERED = frozenset(
    "offered available provided given administered dispensed accessible practiced introduced "
    "supplied permitted".split()
)
_OFFERS = ("offer", "provid", "has", "have", "run", "operat", "giv", "dispens", "treat", "host")
_CARE = ("treat", "therap", "methadone", "rehab", "substitut", "detox", "counsel", "recover")
_REACH = 5
_ADJECTIVES = 3


def no_prison(line: Line, place: int, noun: int) -> Zero | None:
    """As in "no prison offers treatment"; `place` is the "no", `noun` where its noun starts."""
    for at in range(noun, noun + _ADJECTIVES):
        if line.word(at) in _PRISONS and line.word(at + 1).startswith(_OFFERS):
            cared = any(word.startswith(_CARE) for word in line.all_words)
            return Zero(place, noun, at + 1, "COUNT", "none") if cared else None
    return None


def not_in_prison(line: Line, place: int) -> Zero | None:
    """As in "it is not offered in any prison"; `place` is the "not"."""
    at = place + 1 + line.word(place + 1).endswith(("ly", "yet"))
    if line.word(at) not in _OFFERED or line.word(at + 1) not in {"in", "at", "inside", "within"}:
        return None
    for end in range(at + 2, at + 2 + _REACH):
        if line.word(end) in _PRISONS:
            return Zero(place, place + 1, end + 1, "COUNT", "denied")
        if not line.word(end).isalpha():
            return None
    return None
