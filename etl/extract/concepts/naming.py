"""Substances among the words of a sentence: stretches, chains, and their one code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.chains import OTHERS, joined, merge, trailing
from etl.extract.concepts.leads import opens_clause
from etl.extract.concepts.leaning import leaves_part
from etl.extract.concepts.mentions import ONE_DRUG, POINTING, within
from etl.extract.concepts.phrases import BREAKS
from etl.extract.concepts.reading import REACH
from etl.extract.concepts.stretches import leader
from etl.extract.concepts.tables import UNNAMED, substance_groups
from etl.extract.concepts.units import DRUG_COUNTS

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.concepts.tables import SubstanceCue
    from etl.extract.view import Found

    Hits = list[Found[SubstanceCue]]

MAKING = ("produc", "making", "made", "make", "manufactur", "process", "synthesi", "cook", "refin")
ASIDES = frozenset({"the", "a", "an", "its", "their", "by", "one", "then", "thus", "making", "all"})
"""Words that open an aside on the number before."""
RELATIVES = frozenset({"which", "that", "who", "whose", "where", "and"})
APART = frozenset("after behind before besides followed ahead against".split())
CARRYING = frozenset(
    "with carrying possessing possession smuggling transporting swallowed concealing hiding".split()
)
"""Words between persons and the drug that they had on them."""
FORMS = frozenset(
    "solid liquid raw refined dry dried wet fresh herbal pure crude powdered crystal compressed "
    "loose domestic foreign imported local processed unprocessed".split()
)
"""Words for the form of a drug that is named later."""
LONGEST_LEAD = 8
"""Words that may lead from "and" to the next number."""


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
            alone = not OTHERS.isdisjoint(case.reading.words[start:end])
            chain = hits if start in (noun[0], place.lent[0]) and not alone else hits[:1]
            stop = further if (start, end) == place.beyond else max(place.limit, end)
            return merge(joined(case, chain, stop), case.lexicon)
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

    "5 men and 3 women for dealing in heroin" names it for both, and so does "5 kg of raw
    and 3 kg of refined opium".
    """
    if case.order + 1 == len(case.reading.places):
        return ""
    following = case.reading.places[case.order + 1]
    start = case.place.noun_end
    if _carries(case, start, following.first):
        hits = within(case, following.body, following.noun_end)
        return merge(hits, case.lexicon) if hits else ""
    if start == following.first or not case.plain(start, following.first, "join", "filler"):
        return ""
    hits = within(case, following.noun_end, following.reach)[:1]
    if not FORMS.isdisjoint(case.reading.words[case.place.body : start]):
        hits = within(case, following.body, following.noun_end)[:1] or hits
    return merge(joined(case, hits, following.limit), case.lexicon) if hits else ""


def _carries(case: Case, start: int, end: int) -> bool:
    """Whether persons are said to have had what is measured next: "2 men with 5 kg of opium"."""
    between = case.reading.words[start:end]
    return (
        case.unit_kind == "count"
        and not CARRYING.isdisjoint(between)
        and BREAKS.isdisjoint(between)
        and not any(case.plain(at, at + 1, "join") for at in range(start, end))
    )


def apposed(case: Case) -> str:
    """The substance of an aside on the number: "40 kg, the largest heroin haul of the year"."""
    start, words = case.place.reach, case.reading.words
    if start + 1 >= case.place.limit or words[start] not in {",", "("}:
        return ""
    led = not case.place.head and words[0] in {"at", "with"}
    if not led and words[start + 1] not in ASIDES:
        return ""
    end = start + 1
    while end < case.place.limit and words[end] not in BREAKS and words[end] not in RELATIVES:
        end += 1
    hits = within(case, start + 1, end)[:1]
    hits = joined(case, hits, case.place.limit) if led and hits else hits
    return merge(hits, case.lexicon) if hits else ""


def before(case: Case, start: int) -> str:
    """The substance named last between token `start` and the number, or empty."""
    hits = within(case, start, case.place.first)
    hits = [hit for hit in hits if hit.first not in case.reading.asides] or hits
    if not hits:
        return ""
    if case.reading.words[hits[-1].first - 1] == "other":
        return hits[-1].row.substance
    return merge(trailing(case, hits), case.lexicon)


def only(case: Case, start: int = 0) -> str:
    """The only substance named from token `start` on; chemicals count where none else is.

    What is said of a part behind it ("940 of them of opium") does not count.
    """
    place = case.place
    parted = case.unit_kind == "count" and leaves_part(case)
    hits = within(case, start, place.limit if parted else place.last + REACH)
    codes = {hit.row.substance for hit in hits} - {UNNAMED}
    drugs = {code for code in codes if substance_groups()[code] != "chemicals"} or codes
    return drugs.pop() if len(drugs) == 1 else ""


def follows_by(case: Case) -> bool:
    """Whether "by" leads to the number: "heroin is used by some 40 persons".

    So does "with" to a share: "opium follows with 40 percent".
    """
    at = case.place.first
    while at > case.place.head and case.plain(at - 1, at, "filler", "hedge"):
        at -= 1
    word = case.reading.words[at - 1] if at > 0 else ""
    return word == "by" or (word == "with" and case.kind == "share")


def made(case: Case) -> str:
    """What is said to be made behind the number: "labs, most of them producing X or Y"."""
    for hit in within(case, case.place.last, case.place.limit):
        before = case.reading.words[hit.first - 1]
        if before.startswith(MAKING):
            return merge(joined(case, [hit], case.place.limit), case.lexicon)
    return ""


def _clause_start(case: Case) -> int:
    """Where the words that lead up to the number begin to count for its substance.

    What is counted has its drug close by: "and arrested 5 men" is about no drug before.
    """
    place = case.place
    if case.unit_kind != "count":
        return place.head
    headed = _item_start(case)
    if headed >= 0:
        return headed
    for at in range(place.first, place.head, -1):
        if case.plain(at - 1, at, "join", signs=",;"):
            return at
    return place.head


def _item_start(case: Case) -> int:
    """Where an item of a list begins that its drug heads: "; codeine, 4,000 tablets"; or -1."""
    place, words = case.place, case.reading.words
    at = leader(words, place.first, place.head, case.lexicon)
    if at <= place.head or words[at] not in {",", ":"} or place.quantity.unit not in DRUG_COUNTS:
        return -1
    hits = [hit for hit in case.reading.substances_in(place.head, at) if hit.last == at]
    if not hits:
        return -1
    start = hits[-1].first
    while start > place.head and case.plain(start - 1, start, "join", "filler"):
        start -= 1
    opened = start == place.head or words[start - 1] in {";", ":"}
    return hits[-1].first if opened else -1


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
