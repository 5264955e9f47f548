"""The group that a sentence opens with, of which its percentages are parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.words import Words

OPENING = frozenset({"of", "among", "amongst", "out"})
"""Words that a group can follow: "Of those registered, 40 percent are women"."""
LONGEST_GROUP = 12
PEOPLE = frozenset({"person", "addict", "treated", "youth", "pupil", "death"})
"""Classes of nouns for people."""


def with_group(found: list[Place], words: Words, lexicon: Lexicon) -> list[Place]:
    """Let percentages without a noun of their own count the people that open the sentence."""
    if not words.all or words.all[0] not in OPENING:
        return found
    group = _group(found, words, lexicon)
    return found if group is None else [_of(place, group, words, lexicon) for place in found]


def _of(place: Place, group: tuple[int, int], words: Words, lexicon: Lexicon) -> Place:
    own = place.body < place.noun_end and lexicon.plays(words.all[place.body], "partitive")
    alone = not own and place.lent == (0, 0) and not place.share_role
    parted = place.quantity.unit == "PT" and not place.in_brackets
    return place._replace(lent=group) if alone and parted else place


def _group(found: Sequence[Place], words: Words, lexicon: Lexicon) -> tuple[int, int] | None:
    """Begin and end of the words before the first comma, if they name people and no number."""
    limit = min(found[0].first if found else 0, LONGEST_GROUP)
    end = next((at for at in range(1, limit) if words.all[at] == ","), 0)
    return (1, end) if end and _names_people(words, end, lexicon) else None


def _names_people(words: Words, end: int, lexicon: Lexicon) -> bool:
    for at in range(1, end):
        hit = lexicon.classes.at(words.tokens, at)
        if hit is not None and any(row.noun_class in PEOPLE for row in hit.row):
            return True
    return False
