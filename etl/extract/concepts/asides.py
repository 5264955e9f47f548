"""Clauses that commas set into a sentence: "seizures, most of them at sea, rose"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from etl.extract.concepts.phrases import PARTICIPLES

if TYPE_CHECKING:
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.words import Words

OPENERS = frozenset(
    "which who whom whose where when most much some many often once long still unlike like such "
    "as in contrast now then already never".split()
)
"""Words that open such a clause, besides participles and adverbs."""
ENDINGS = ("ed", "ing", "ly")
LONGEST = 30


def asides(words: Words, places: tuple[Place, ...], lexicon: Lexicon) -> frozenset[int]:
    """The tokens of inserted clauses without a quantity, their commas among them.

    A clause counts as inserted where the sentence goes on behind its second comma with
    anything but "and".
    """
    commas = [at for at, word in enumerate(words.all) if word == ","]
    found: set[int] = set()
    for start, end in pairwise(commas):
        if start in found or not 1 < end - start <= LONGEST or end + 1 == len(words):
            continue
        if any(start < place.first < end for place in places):
            continue
        goes_on = not lexicon.plays(words.all[end + 1], "join")
        if goes_on and _opens(words, start + 1):
            found.update(range(start, end + 1))
    return frozenset(found)


def _opens(words: Words, at: int) -> bool:
    word = words.all[at]
    if at in words.nouns or at in words.drugs:
        return False
    return word in OPENERS or word in PARTICIPLES or word.endswith(ENDINGS)
