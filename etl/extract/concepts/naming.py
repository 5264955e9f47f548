"""Substances among the words of a sentence: stretches, chains, and their one code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.leads import opens_clause
from etl.extract.concepts.mentions import ONE_DRUG, POINTING, within
from etl.extract.concepts.phrases import BREAKS
from etl.extract.concepts.reading import REACH
from etl.extract.concepts.tables import UNNAMED, substance_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.case import Case
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.tables import SubstanceCue
    from etl.extract.view import Found

    Hits = list[Found[SubstanceCue]]

MAKING = ("produc", "making", "made", "make", "manufactur", "process", "synthesi", "cook", "refin")
ASIDES = frozenset({"the", "a", "an", "its", "their", "by", "one", "then", "thus", "making", "all"})
"""Words that open an aside on the number before."""
RELATIVES = frozenset({"which", "that", "who", "whose", "where", "and"})
APART = frozenset("after behind before besides followed ahead against".split())
LONGEST_LIST = 8
LONGEST_LEAD = 8
"""Words that may lead from "and" to the next number."""
LINK = 3
"""Words that may stand between two substances of one phrase."""


def near(case: Case) -> str:
    """The substance named in the number's own words, several merged into one code."""
    place = case.place
    noun = (place.noun[0], max(place.noun[1], place.noun_end))
    after = (place.noun_end, _first_clause(case))
    following = min(case.order + 1, len(case.reading.places) - 1)
    further = max(place.limit, case.reading.places[following].limit)
    beyond = place.beyond if _goes_on(case) else (0, 0)
    for start, end in (noun, place.lent, after, beyond):
        hits = within(case, start, end)
        if hits:
            chain = hits if start in (noun[0], place.lent[0]) else hits[:1]
            stop = further if (start, end) == place.beyond else max(place.limit, end)
            return merge(_joined(case, chain, stop), case.lexicon)
    return before(case, _clause_start(case))


def _goes_on(case: Case) -> bool:
    """Whether the words behind a number's brackets go on with it, not with another."""
    start, end = case.place.beyond
    return start == end or case.reading.words[start] not in APART


def is_that_drug(case: Case) -> bool:
    """Whether the number's words only point back to a drug: "40 kg of the finished drug"."""
    words = case.reading.words[case.place.body : case.place.noun_end]
    return not POINTING.isdisjoint(words) and words[-1] in ONE_DRUG


def shared(case: Case) -> str:
    """The substance named after the next number that "and" joins to this one.

    "5 men and 3 women for dealing in heroin" names it for both.
    """
    if case.order + 1 == len(case.reading.places):
        return ""
    following = case.reading.places[case.order + 1]
    start = case.place.noun_end
    if start == following.first or not case.plain(start, following.first, "join", "filler"):
        return ""
    hits = within(case, following.noun_end, following.reach)[:1]
    return merge(_joined(case, hits, following.limit), case.lexicon) if hits else ""


def apposed(case: Case) -> str:
    """The substance of an aside on the number: "40 kg, the largest heroin haul of the year"."""
    start, words = case.place.reach, case.reading.words
    if start + 1 >= case.place.limit or words[start] not in {",", "("}:
        return ""
    if words[start + 1] not in ASIDES:
        return ""
    end = start + 1
    while end < case.place.limit and words[end] not in BREAKS and words[end] not in RELATIVES:
        end += 1
    hits = within(case, start + 1, end)[:1]
    return merge(hits, case.lexicon) if hits else ""


def before(case: Case, start: int) -> str:
    """The substance named last between token `start` and the number, or empty."""
    hits = within(case, start, case.place.first)
    hits = [hit for hit in hits if hit.first not in case.reading.asides] or hits
    return merge(_trailing(case, hits), case.lexicon) if hits else ""


def respective(case: Case) -> str:
    """The substance that "respectively" assigns to a number by its rank, or empty."""
    places = case.reading.places
    end = case.place.last
    if "respectively" not in case.reading.words[end : end + REACH]:
        return ""
    first = last = case.order
    while first > max(0, case.order - LONGEST_LIST) and _adjacent(case, first - 1):
        first -= 1
    while last + 1 < min(len(places), case.order + LONGEST_LIST) and _adjacent(case, last):
        last += 1
    size = last - first + 1
    after = _specific(case, places[last].noun[0], places[last].limit)
    before_them = _specific(case, 0, places[first].first)[-size:]
    ranked = after if len(after) == size else before_them
    return ranked[case.order - first] if len(ranked) == size > 1 else ""


def _specific(case: Case, start: int, end: int) -> list[str]:
    """The substances named in a stretch, in order, without drugs in general."""
    return [hit.row.substance for hit in within(case, start, end) if hit.row.substance != UNNAMED]


def merge(hits: Sequence[Found[SubstanceCue]], lexicon: Lexicon) -> str:
    """One code for several: the only one, their group's, or drugs in general.

    Of two names side by side the second is the narrower: "the precursor ephedrine".
    """
    apposed = {hit.first for hit in hits}
    kept = [hit for hit in hits if hit.last not in apposed]
    named = sorted({hit.row.substance for hit in kept} - {UNNAMED}) or [UNNAMED]
    if len(kept) > 1 and kept[0].row.substance == UNNAMED:
        return UNNAMED
    if len(named) == 1:
        return named[0]
    groups = frozenset(substance_groups()[code] for code in named)
    return lexicon.groups.get(groups, UNNAMED)


def only(case: Case, start: int = 0) -> str:
    """The only substance named from token `start` on; chemicals count where none else is."""
    place = case.place
    hits = within(case, start, place.last + REACH)
    codes = {hit.row.substance for hit in hits} - {UNNAMED}
    drugs = {code for code in codes if substance_groups()[code] != "chemicals"} or codes
    return drugs.pop() if len(drugs) == 1 else ""


def follows_by(case: Case) -> bool:
    """Whether "by" leads to the number: "heroin is used by some 40 persons"."""
    at = case.place.first
    while at > case.place.head and case.plain(at - 1, at, "filler", "hedge"):
        at -= 1
    return at > 0 and case.reading.words[at - 1] == "by"


def made(case: Case) -> str:
    """What is said to be made behind the number: "labs, most of them producing X or Y"."""
    for hit in within(case, case.place.last, case.place.limit):
        before = case.reading.words[hit.first - 1]
        if before.startswith(MAKING):
            return merge(_joined(case, [hit], case.place.limit), case.lexicon)
    return ""


def _clause_start(case: Case) -> int:
    """Where the words that lead up to the number begin to count for its substance.

    What is counted has its drug close by: "and arrested 5 men" is about no drug before.
    """
    place = case.place
    if case.unit_kind != "count":
        return place.head
    for at in range(place.first, place.head, -1):
        if case.plain(at - 1, at, "join", signs=",;"):
            return at
    return place.head


def _first_clause(case: Case) -> int:
    """Where the words after the number end: "and" before another verb or topic ends them."""
    start, end = case.place.noun_end, case.place.reach
    closed = case.unit_kind != "count" or case.place.bare
    if closed:
        at = start
        while at < end and case.plain(at, at + 1, "partitive", "filler", "total"):
            at += 1
        if at < end and case.plain(at, at + 1, "join"):
            return at
    end = _before_next(case, start, end)
    for hit in case.reading.cues_near(case.place):
        if start <= hit.first < end and opens_clause(case.reading, hit, start, case.lexicon):
            return hit.first
    return end


def _before_next(case: Case, start: int, end: int) -> int:
    """Where words that "and" joins lead on to the next number: "and of paste among 5"."""
    if end < case.place.limit or end == len(case.reading.words):
        return end
    for at in range(end - 1, max(start, end - LONGEST_LEAD), -1):
        if case.plain(at, at + 1, "join"):
            return at
        plain = case.plain(at, at + 1, "stop", "filler", "partitive", "hedge")
        if not plain and at not in case.reading.known:
            break
    return end


def _joined(case: Case, hits: Hits, end: int) -> Hits:
    """Add the substances that "and" or a comma joins on before the next quantity."""
    chain = list(hits)
    for hit in within(case, chain[-1].last, end):
        if not _linked(case, chain[-1].last, hit.first):
            break
        chain.append(hit)
    return chain


def _trailing(case: Case, hits: Hits) -> Hits:
    """The last substance of several with those joined to it."""
    chain = [hits[-1]]
    for hit in reversed(hits[:-1]):
        if not _linked(case, hit.last, chain[0].first):
            break
        chain.insert(0, hit)
    return chain


def _linked(case: Case, start: int, end: int) -> bool:
    if end - start > LINK:
        return False
    joined = any(case.plain(at, at + 1, "join") for at in range(start, end))
    return case.plain(start, end, "join", *(["filler"] if joined else []), signs=",/")


def _adjacent(case: Case, order: int) -> bool:
    """Whether two numbers stand in one list, words of change between them passed over."""
    this, following = case.reading.places[order : order + 2]
    return all(
        case.plain(at, at + 1, "join", "filler", signs=",")
        or case.lexicon.changes.at(case.reading.tokens, at) is not None
        for at in range(this.body, following.first)
    )
