"""Which verb or noun leads to a number, and what a verb near it is said of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.cues import Cues
    from etl.extract.concepts.hearing import Voices
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.reading import Reading
    from etl.extract.view import Found

    Hit = Found[Cues]

ARTICLES = frozenset({"the", "a", "this", "that", "its", "their", "each"})
PARTICIPLES = ("ed", "wn")
RELATIVE = frozenset({"which", "whom"})
WHOLES = frozenset({"of", "among", "out"})
SAID = frozenset({"noun", "topic", "governor"})
"""Places that what a tally is of speaks from: its noun, and a participle behind that."""
FROZEN = tuple(
    "fish seafood fruit shrimp prawn chicken poultry meat beef pork squid octopus tuna vegetable "
    "pulp food produce berr mango potato juice crab lobster pizza product goods".split()
)
"""Beginnings of words for what is frozen and no asset."""
LONGEST_COMPLEMENT = 3
LONGEST_LIST = 4


def lead(
    reading: Reading,
    place: Place,
    where: str,
    heard: Sequence[tuple[Hit, Voices]],
    lexicon: Lexicon,
) -> int:
    """First token of the cue that leads to the number, of those that can, or -1.

    It is the nearest before it. Where a verb has none, the first one behind it that is
    said of the number or its list serves: a list shares its verb wherever that stands.
    What a tally is of leads before any noun behind it.
    """
    nearest = nearest_end = -1
    counted = place.tally if where in SAID else (0, 0)
    for hit, voices in heard:
        if where not in voices:
            continue
        if counted[0] <= hit.first < counted[1]:
            return hit.first
        if hit.last <= place.first:
            if where == "governor":
                serves = not modifies(reading, hit, lexicon) and not names(reading, hit)
            else:
                serves = not completes(reading, nearest_end, hit, lexicon)
            if serves and hit.first not in reading.asides:
                nearest, nearest_end = hit.first, hit.last
        elif where == "governor" and nearest < 0 and closes_list(reading, place, hit, lexicon):
            return hit.first
    return nearest


def completes(reading: Reading, end: int, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a noun completes the one before it: the use in "arrests for drug use".

    Of two that "and" joins, the first leads.
    """
    if end < 0 or not 0 < hit.first - end <= LONGEST_COMPLEMENT:
        return False
    return lexicon.plays(reading.words[end], "stop", "partitive", "join")


def modifies(reading: Reading, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a participle only describes a quantity before it: "smuggled from"."""
    verb = reading.words[hit.last - 1]
    if not verb.endswith(PARTICIPLES) or reading.places[0].last > hit.first:
        return False
    follows = reading.words[hit.last] if hit.last < len(reading.tokens) else "."
    before = reading.words[hit.first - 1]
    return lexicon.plays(follows, "stop") and not lexicon.plays(before, "auxiliary")


def names(reading: Reading, hit: Hit) -> bool:
    """Whether what looks like a verb is part of a noun: "coca leaves", "the growing season".

    So is a participle within what another number counts: "9 cultivated poppy plants".
    """
    before = hit.first - 1
    if any(drug.first < hit.first and hit.last <= drug.last for drug in reading.substances):
        return True
    if hit.last > hit.first + 1 or hit.last == len(reading.tokens):
        return False
    word, follows = reading.words[hit.first], reading.words[hit.last]
    if word.endswith("ing") and before >= 0 and follows != "of":
        told = reading.words[before]
        return told in ARTICLES or told.isdecimal()
    if word == "frozen" and follows.startswith(FROZEN):
        return True
    counted = any(place.body <= hit.first < place.noun_end for place in reading.places)
    return counted and word.endswith(PARTICIPLES) and hit.last in reading.known


def closes_list(reading: Reading, place: Place, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a verb is said of a number before it: a passive, or right behind a noun."""
    between = reading.words[place.last : hit.first]
    if ";" in between or _opens_part(between) or _is_whole(reading, place):
        return False
    if is_passive(reading, hit, lexicon):
        return True
    return any(
        later.noun_end <= hit.first
        and lexicon.players(("filler",)).issuperset(reading.words[later.noun_end : hit.first])
        for later in reading.places[place.order : place.order + LONGEST_LIST]
    )


def _is_whole(reading: Reading, place: Place) -> bool:
    """Whether the sentence opens with the number as a whole: "Of 90 users, 8 get help"."""
    return place.order == 0 < len(reading.places) - 1 and reading.words[0] in WHOLES


def _opens_part(words: Sequence[str]) -> bool:
    """Whether a relative clause sets a part off: "12 clinics, of which 9 are licensed"."""
    return any(word in RELATIVE and words[at] == "of" for at, word in enumerate(words[1:]))


def is_passive(reading: Reading, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a form of "be" or "have" stands before a verb, fillers between."""
    at = hit.first - 1
    while at > 0 and lexicon.plays(reading.words[at], "filler"):
        at -= 1
    return at >= 0 and lexicon.plays(reading.words[at], "auxiliary")


def opens_clause(reading: Reading, hit: Hit, start: int, lexicon: Lexicon) -> bool:
    """Whether "and" stands right before a cue: it belongs to what comes next."""
    at = hit.first - 1
    while at > start and lexicon.plays(reading.words[at], "filler"):
        at -= 1
    return at >= start and lexicon.plays(reading.words[at], "join")
