"""How a number leans on the one before it: comparisons, brackets, parts, lists, gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.case import LONGEST_LIST
from etl.extract.concepts.units import unit_kind

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.concepts.places import Place

GAPS = frozenset({",", ";", "while", "whereas"})
LEADING = frozenset({"at", "to", "for", "with", "by"})
"""Words that lead to a number in a clause that leaves out its verb."""
LEAST_GAP = 3
CONVERTED = frozenset(", ( or equivalent equal to worth i.e. u.s. us dollars pesos euros".split())
"""Words between a sum and the same in another currency."""
MARKS = frozenset({"(", "or", "equivalent", "equal"})
"""Those of them one of which must be there."""
SIDES = 2
LOOSE = frozenset({"thing"})
"""Classes so wide that to share them makes nothing alike."""
WIDE = LOOSE | {"bare", "narcotic", "part", "whole"}
"""Classes that tell nothing of what is counted."""
SET_BESIDE = ("filler", "partitive", "hedge", "total")
"""Roles of words between one of comparison and the number: "below the 2016 total of"."""

PARTS = frozenset(("of", word) for word in ("them", "these", "those", "which", "whom"))
"""Words behind a number that is part of the one before."""


def is_compared(case: Case) -> bool:
    """Whether the number is set against the one before: "down from 40", "(40 in 2012)"."""
    place = case.place
    if place.share_role == "whole":
        return False
    inside = case.plain(place.own, place.first, "filler")
    if place.in_brackets and (place.bare or inside):
        return True
    for end in range(place.first, place.head, -1):
        compared = case.lexicon.comparisons.before(case.reading.tokens, end) is not None
        if compared and not _is_hedged(case, end):
            return True
        word = case.reading.words[end - 1]
        if not (word.isdecimal() or case.plain(end - 1, end, *SET_BESIDE)):
            break
    return case.kind == "change" and place.head > 0


def _is_hedged(case: Case, end: int) -> bool:
    """Whether a hedge after a filler ends a stretch: "the over 40 men" compares nothing."""
    return case.plain(end - 1, end, "hedge") and case.plain(end - 2, end - 1, "filler")


def is_apposed(case: Case) -> bool:
    """Whether a change is an aside on the number before: "40 users, a 5 percent rise"."""
    place = case.place
    if case.kind != "change" or not place.head:
        return False
    start = place.first
    while start > place.head and case.plain(start - 1, start, "filler"):
        start -= 1
    paused = start > place.head and case.plain(start - 1, start, signs=",–—(")
    topics = any(
        place.noun_end <= hit.first < place.reach and "topic" in hit.row.places
        for hit in case.reading.cues_near(place)
    )
    return paused and start < place.first and not topics


def is_converted(case: Case) -> bool:
    """Whether a sum is the one before in another currency: "9 million pesos, or $185,000"."""
    place = case.place
    if case.unit_kind != "money" or not case.order:
        return False
    before = case.reading.places[case.order - 1]
    units = {before.quantity.unit, place.quantity.unit}
    money = unit_kind(before.quantity.unit) == "money" and len(units) == SIDES
    words = set(case.reading.words[before.body : place.first])
    plain = CONVERTED | case.lexicon.players(("filler", "hedge", "magnitude"))
    return money and not words.isdisjoint(MARKS) and words <= plain


def is_alike(case: Case) -> bool:
    """Whether a count of something of its own can be set against the one before.

    "600 officers from 14 agencies" compares nothing: officers are no agencies.
    """
    place = case.place
    if case.unit_kind != "count" or place.bare or place.nameless or not case.order:
        return True
    theirs, mine = case.reading.classes[case.order - 1 : case.order + 1]
    return bool((mine & theirs) - LOOSE) or mine == theirs != frozenset()


def is_share_of_all(case: Case) -> bool:
    """Whether the sentence opens with the whole: "Of 40 cases, half ..."."""
    counts = case.unit_kind == "count" and (case.place.bare or case.place.nameless)
    parted = case.kind == "share" or counts
    return parted and case.place.head > 0 and case.plain(0, 1, "partitive")


def is_part(case: Case) -> bool:
    """Whether the number is said to be part of the one before: "including 12 women".

    The next of a list of parts is one too: "and 14 children".
    """
    if _is_said_part(case, case.place):
        return True
    if not _can_follow(case):
        return False
    for order in range(case.order, max(0, case.order - LONGEST_LIST), -1):
        if not is_listed(case, order):
            return False
        if _is_said_part(case, case.reading.places[order - 1]):
            return True
    return False


def _can_follow(case: Case) -> bool:
    """Whether the number can go on a list of parts: guns are no part of the cars before."""
    told = case.reading.classes[case.order] - WIDE
    return case.place.quantity.unit == "PERSONS" or not told or is_alike(case)


def _is_said_part(case: Case, place: Place) -> bool:
    found, subsets = case.reading.tokens, case.lexicon.subsets
    for at in case.reading.openings:
        if not (place.head <= at < place.first or at == place.body):
            continue
        hit = subsets.at(found, at)
        if hit is not None and (at == place.body or _leads_to(case, place, hit.last)):
            return True
    return False


def _leads_to(case: Case, place: Place, start: int) -> bool:
    """Whether words of inclusion lead to the number: "of these, 12", "including a man and 2".

    At the head of a sentence nothing but fillers may stand between.
    """
    start += case.plain(start, start + 1, signs=",")
    between = case.reading.words[start : place.first]
    if not place.head:
        return case.plain(start, place.first, "filler", "hedge", "auxiliary")
    return not {",", ";"}.intersection(between)


def is_loose_share(case: Case) -> bool:
    """Whether a share names no whole of its own: "80 percent", "60 percent of the crop".

    What it is of may be a drug, or a word that stands for what was measured before.
    """
    place = case.place
    if case.kind != "share":
        return False
    return all(
        case.plain(at, at + 1, "partitive", "filler", "total", "join")
        or case.reading.tokens[at].word.isdecimal()
        or any(hit.first <= at < hit.last for hit in case.reading.substances_in(place.body, at + 1))
        for at in range(place.body, place.noun_end)
    )


def is_listed(case: Case, order: int = -1) -> bool:
    """Whether only list words stand between a number, this by default, and the one before."""
    place = case.place if order < 0 else case.reading.places[order]
    return place.head > 0 and case.plain(place.head, place.first, "join", "filler", signs=",;")


def is_gapped(case: Case) -> bool:
    """Whether the number's clause leaves out its verb: ", heroin at 12 kg and pills at 80"."""
    place = case.place
    words = list(case.reading.words[place.head : place.first])
    while words and case.lexicon.plays(words[-1], "filler"):
        words.pop()
    closed = words[:1] == [")"]
    words = words[closed:]
    start = place.head + closed
    if case.kind == "change" or len(words) < LEAST_GAP or words[-1] not in LEADING:
        return False
    if not (case.lexicon.plays(words[0], "join") or words[0] in GAPS):
        return False
    known = case.reading.known
    return all(
        at in known or case.plain(at, at + 1, "filler", "join", "partitive", signs=",;")
        for at in range(start + 1, start + len(words) - 1)
    )


def refers_back(case: Case) -> bool:
    """Whether the sentence opens, or the number goes on, with words that point back."""
    found = case.reading.tokens
    return points_back(case) or case.lexicon.anaphors.at(found, 0) is not None


def points_back(case: Case) -> bool:
    """Whether words that point back say what the number is of: "a third of that total".

    The total of something named is no such word: "5 percent of the total population".
    """
    found, at = case.reading.tokens, case.place.body
    hit = case.lexicon.anaphors.at(found, at) if at < len(found) else None
    return hit is not None and (
        found[hit.last - 1].word != "total" or case.place.noun_end <= hit.last
    )


def points_to_such(case: Case) -> bool:
    """Whether the counted noun is one spoken of before: "300 such sites"."""
    return case.reading.words[case.place.body : case.place.body + 1] == ("such",)


def names_anew(case: Case) -> bool:
    """Whether a noun of its own follows words that point back: "2 percent of that age group"."""
    found, at = case.reading.tokens, case.place.body
    hit = case.lexicon.anaphors.at(found, at) if at < len(found) else None
    return hit is not None and hit.last in case.reading.known


def leaves_part(case: Case) -> bool:
    """Whether the next number is a part of this one: "1,300 seizures, 940 of them"."""
    if case.order + 1 == len(case.reading.places):
        return False
    body = case.reading.places[case.order + 1].body
    return case.reading.words[body : body + 2] in PARTS
