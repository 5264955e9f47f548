"""The counted noun of a tally: "the number of crimes on the books fell in May to 310"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.phrases import COUNTED

if TYPE_CHECKING:
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.words import Words

TALLIES = frozenset("number numbers tally count total haul toll sum".split())
"""Nouns of a count; what is counted follows behind "of"."""
OPENED = frozenset({";", "while", "whereas", "but", "although", "though"})
"""Words behind which a clause with a subject of its own may begin."""
FRONTED = frozenset({"from", "at"})
RELATIVE = frozenset({"who", "whom", "that", "which"})
LONGEST_TALLY = 30
"""Tokens from the noun of a count to the number."""
LONGEST_NAME = 8
"""Tokens of what is counted that its head may stand from "of"."""


def with_tally(found: list[Place], words: Words, lexicon: Lexicon) -> list[Place]:
    """Tell for numbers without a noun of their own what the tally before them is of."""
    if TALLIES.isdisjoint(words.all):
        return found
    told = [
        _counting(place, words, lexicon) if _is_open(place, words) else place for place in found
    ]
    if told and words.all[0] in FRONTED and _is_open(told[0], words):
        told[0] = _fronted(told[0], words, lexicon)
    return told


def _fronted(place: Place, words: Words, lexicon: Lexicon) -> Place:
    """As in "from 90 in 2015, the number of cases fell to 70", "at 90, the number of ..."."""
    for at in range(place.last, place.limit):
        if words.all[at] in TALLIES and words.all[at + 1 : at + 2] == ("of",):
            return place._replace(tally=(at, _end(words, at + 2, place.limit, lexicon)))
    return place


def tallied(place: Place, cue: int, where: str, lead: int) -> str:
    """The relation of a cue before a number that a tally leads to.

    Args:
        place: The place of the number.
        cue: The first token of the cue.
        where: The place of a sentence that its rows ask for.
        lead: The first token of the cue that leads to the number.
    """
    start, end = place.tally
    if start <= cue < end:
        return "lead" if cue == lead else "before"
    behind = "before" if where == "clause" else "past"
    return behind if cue >= end else "far"


def _is_open(place: Place, words: Words) -> bool:
    """Whether a count has no noun, of its own or between it and the number before."""
    alone = place.bare and not place.in_brackets and not place.share_role
    counted = alone and place.quantity.unit in COUNTED
    return counted and words.nouns.isdisjoint(range(place.head, place.first) if place.head else ())


def _counting(place: Place, words: Words, lexicon: Lexicon) -> Place:
    for at in range(place.first - 1, max(0, place.first - LONGEST_TALLY) - 1, -1):
        word = words.all[at]
        if word in OPENED:
            break
        if word in TALLIES and words.all[at + 1 : at + 2] == ("of",):
            return place._replace(tally=(at, _end(words, at + 2, place.first, lexicon)))
    return place


def _end(words: Words, start: int, limit: int, lexicon: Lexicon) -> int:
    """Where the noun phrase behind "of" ends; what is said of it behind belongs to it."""
    end = start
    while end < min(limit, start + LONGEST_NAME) and not _ends(words, end, lexicon):
        end += 1
    if end < limit and words.all[end] in RELATIVE:
        return limit
    return end + (end < limit and words.all[end].endswith("ed"))


def _ends(words: Words, at: int, lexicon: Lexicon) -> bool:
    word = words.all[at]
    stop = not word[0].isalpha() or lexicon.plays(word, "stop", "auxiliary", "verb")
    return stop and at not in words.bound and at not in words.nouns
