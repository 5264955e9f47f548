"""The verb that a counted noun, or a number without one, is the subject of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.leads import PARTICIPLES, is_passive
from etl.extract.concepts.stretches import leader

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.leads import Hit
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.reading import Reading

SUBORDINATE = frozenset(
    "who which that whose whom where when while after before because since as if although though "
    "than until , ; : ( )".split()
)
"""Words behind which another clause begins."""
INTRANSITIVE = frozenset(
    "died escaped fled confessed await awaited remained pleaded pled went perished succumbed "
    "surrendered resigned testified stood".split()
)
"""Verbs without a passive: behind a noun they are what the counted did."""
OWNING = frozenset({"has", "have", "had", "employs", "employ"})
FRESH = frozenset({"found", "put", "set"})
"""Verbs, besides those of the lexicon, that may also be participles."""
JOINTS = frozenset(",;(")
LONGEST_SUBJECT = 14
"""Tokens between a counted noun and its verb."""


def finite_verb(reading: Reading, place: Place, verbs: Sequence[Hit], lexicon: Lexicon) -> int:
    """The first passive verb behind a noun in its own clause, or -1."""
    end = min(place.limit, place.noun_end + LONGEST_SUBJECT)
    between = reading.words[place.noun_end : end]
    for hit in verbs:
        if not place.noun_end <= hit.first < end:
            continue
        words = between[: hit.first - place.noun_end]
        if not SUBORDINATE.isdisjoint(words) or any(lexicon.plays(word, "join") for word in words):
            return -1
        if is_passive(reading, hit, lexicon):
            return hit.first
    return -1


def gapped_verb(reading: Reading, place: Place, verbs: Sequence[Hit], lexicon: Lexicon) -> int:
    """The participle right behind a bare number that a list joins to those before, or -1."""
    at, words = place.noun_end, reading.words
    while at < place.limit and lexicon.plays(words[at], "filler"):
        at += 1
    if at >= place.limit or not words[at].endswith(PARTICIPLES):
        return -1
    joint = place.first - 1
    while joint > place.head and lexicon.plays(words[joint], "filler"):
        joint -= 1
    listed = lexicon.plays(words[joint], "join") or words[joint] in JOINTS
    return at if listed and any(hit.first == at for hit in verbs) else -1


def opens_passive(reading: Reading, start: int, verbs: Sequence[Hit], lexicon: Lexicon) -> bool:
    """Whether a form of "be" or "have" begins at a token and leads to a verb."""
    words, between = reading.words, lexicon.players(("auxiliary", "filler"))
    if start == len(words) or not lexicon.plays(words[start], "auxiliary"):
        return False
    return any(hit.first > start and between.issuperset(words[start : hit.first]) for hit in verbs)


def restarts(reading: Reading, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a clause with a verb of its own begins at a semicolon between two tokens."""
    words = reading.words[start:end]
    if ";" not in words:
        return False
    fresh = words[len(words) - words[::-1].index(";") :]
    return any(word in FRESH or lexicon.plays(word, "verb") for word in fresh)


def owner(reading: Reading, place: Place, lexicon: Lexicon) -> int:
    """The verb of having right before a number with a noun, or -1: "has 12 officers"."""
    at = leader(reading.words, place.first, place.head, lexicon)
    owns = at >= place.head and not place.bare and reading.words[at] in OWNING
    return at if owns else -1


def reopens(reading: Reading, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether another verb begins after "and": "and obtained orders for"."""
    words, known = reading.words, reading.known
    for at in range(start, end - 1):
        if not lexicon.plays(words[at], "join"):
            continue
        word = words[at + 1]
        verb = word.endswith("ed") or lexicon.plays(word, "verb")
        if verb and not known.intersection((at + 1, at + 2)):
            return True
    return False
