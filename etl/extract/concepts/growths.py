"""Changes by the shape of their clause: "growth will be 5 percent", ", and fines by a fifth"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.stretches import leader
from etl.extract.concepts.units import unit_kind

if TYPE_CHECKING:
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.reading import Reading

NOUNS = {
    **dict.fromkeys("growth increase rise gain expansion upturn jump surge".split(), 1),
    **dict.fromkeys("decline decrease drop fall reduction loss downturn contraction".split(), -1),
}
"""Nouns of change, with its sign."""
EQUAL = frozenset({("came", "to"), ("comes", "to"), ("amounted", "to"), ("stood", "at")})
REACHED = frozenset(
    "be is was been reached averaged totaled totalled equaled equalled measured".split()
)
"""Verbs that say how large a change was."""
LONGEST_SUBJECT = 6
"""Words of a noun of change and its complement before the verb."""
AREAS = frozenset({"in", "for", "among", "at"})
PAIR = 2
PAUSES = frozenset({",", ";", ":", "("})


def equated(reading: Reading, place: Place, lexicon: Lexicon) -> int:
    """The sign of a change that a percentage is said to be: "growth came to 5 percent"."""
    if unit_kind(place.quantity.unit) != "percent" or NOUNS.keys().isdisjoint(reading.words):
        return 0
    words, at = reading.words, place.first - 1
    while at > place.head and lexicon.plays(words[at], "filler", "hedge") and words[at] != "be":
        at -= 1
    if words[max(0, at - 1) : at + 1] in EQUAL:
        at -= 1
    elif words[at : at + 1] == () or words[at] not in REACHED:
        return 0
    for before in range(at - 1, max(place.head, at - LONGEST_SUBJECT) - 1, -1):
        if words[before] in PAUSES:
            return 0
        if words[before] in NOUNS:
            return NOUNS[words[before]]
    return 0


def is_of_known(reading: Reading, place: Place) -> bool:
    """Whether "the growth" before a change is that of what was spoken of."""
    words = reading.words
    return any(words[at] in NOUNS and words[at - 1] == "the" for at in range(1, place.first))


def goes_on(reading: Reading, order: int, lexicon: Lexicon) -> int:
    """Which percentage another goes on from without a verb of its own; -1 if none.

    As in "arrests fell by a tenth to 40, and fines by a fifth" or "growth of 5 percent
    in the case of one and 4 percent in that of the other".
    """
    parts = [at for at, place in enumerate(reading.places[: order + 1]) if _is_part(place)]
    if len(parts) < PAIR or parts[-1] != order:
        return -1
    this, before = reading.places[order], reading.places[parts[-2]]
    words = reading.words
    at = leader(words, this.first, before.last, lexicon)
    if at < before.last:
        return -1
    if words[at] == "by":
        between = words[before.noun_end : at]
        joined = any(word in {"and", "while", ",", ";"} for word in between)
        bare = not any(lexicon.plays(word, "verb", "auxiliary") for word in between)
        return parts[-2] if joined and bare else -1
    alike = words[this.body : this.body + 1] == words[before.body : before.body + 1]
    return parts[-2] if words[at] in {"and", ","} and alike and words[this.body] in AREAS else -1


def _is_part(place: Place) -> bool:
    return unit_kind(place.quantity.unit) == "percent"
