"""Laboratories, runways, groups and vehicles that are counted apart from their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.companions import KIN
from etl.extract.concepts.stretches import leader
from etl.extract.concepts.tables import substance_groups

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.concepts.tables import SubstanceCue
    from etl.extract.view import Found

ENDED = tuple(
    "dismantl destroy clos shut found discover detect raid bomb crater blown broken disrupt bust "
    "demolish raze put located seiz fallen fell captur impound confiscat disabl taken neutrali "
    "uncover unearth dynamit eliminat".split()
)
"""Beginnings of verbs that tell what became of laboratories, runways or groups."""
ENDINGS = {
    "laboratory": "laboratories_destroyed",
    "airstrip": "airstrips_destroyed",
    "pit": "maceration_pits_destroyed",
    "organization": "organizations_disrupted",
}
"""What counts of them are, by the class of the noun."""
GROUND = frozenset({"airstrip", "pit"})
"""Classes of what is of no use but to traffickers."""
SUBJECTS = {**ENDINGS, **KIN}
"""The same for what stands before a verb of counting: "vehicles taken numbered 12"."""
LOOSE = frozenset({"", "other", "seizure_events", "seizure_units", "operations"})
"""Indicators that the noun before a verb of counting outweighs."""
TALLIED = frozenset(
    "numbered totaled totalled reached exceeded exceed equaled equalled surpassed topped".split()
)
"""Verbs that only say how many there were."""
STEADY = frozenset("came amounted stood rose fell climbed dropped grew increased".split())
"""The same where "to" or "at" follows."""
POINTING = frozenset({"such", "these", "those", "similar"})
"""Words that take up the noun of the sentence before: "300 such sites"."""
GENERIC = frozenset(
    "sites site facilities facility installations places locations groups strips structures "
    "units operations plants networks complexes".split()
)
"""Nouns that may be taken up in its stead."""
LONGEST_OPENING = 3
LONGEST_SUBJECT = 10
SITES = frozenset(
    "factories factory workshops workshop kitchens kitchen refineries refinery cookhouses".split()
)
"""Places where drugs are made, if a drug's name or a word of secrecy stands before them."""
OPEN_SITES = frozenset({"facilities", "facility", "installations", "plants", "units"})
"""The same, if a word of secrecy does: a drug may be treated in a facility."""
SECRET = frozenset(
    "clandestine illicit illegal secret makeshift underground hidden clandestinely covert".split()
)


def counted(case: Case, indicator: str) -> str:
    """The indicator of a count, by its noun or the noun that it is said of."""
    if indicator in LOOSE:
        subject = _of_ground(case) or _of_tally(case)
        if subject:
            return subject
    if indicator not in {"", "other"}:
        return indicator
    if _is_site(case):
        return "laboratories_destroyed"
    return _of_subject(case) or taken_up(case) or indicator


def _of_ground(case: Case) -> str:
    """What runways or pits tell that any verb of the sentence puts an end to."""
    told = case.reading.classes[case.order] & GROUND
    if not told or not any(word.startswith(ENDED) for word in case.reading.words):
        return ""
    return ENDINGS[min(told)]


def _of_tally(case: Case) -> str:
    """What a number behind a verb of counting tells: "trucks impounded numbered 12"."""
    place, words = case.place, case.reading.words
    if not place.bare:
        return ""
    at = leader(words, place.first, place.head, case.lexicon)
    if at > place.head and words[at] in {"to", "at"}:
        at -= words[at - 1] in STEADY
    elif at <= place.head or words[at] not in TALLIED:
        return ""
    start = max(place.head, at - LONGEST_SUBJECT)
    for token in range(start, at):
        hit = case.lexicon.classes.at(case.reading.tokens, token)
        for row in hit.row if hit is not None else ():
            if row.noun_class in SUBJECTS:
                ended = any(word.startswith(ENDED) for word in words[start:at])
                return SUBJECTS[row.noun_class] if ended else ""
        if case.plain(token, token + 1, "stop", "partitive") and token > start:
            break
    return ""


def taken_up(case: Case) -> str:
    """What a general noun stands for that points to the sentence before: "300 such sites"."""
    place, words = case.place, case.reading.words
    noun = words[place.last : place.noun_end]
    if not noun or noun[0] not in POINTING or noun[-1] not in GENERIC:
        return ""
    return ENDINGS.get(case.memory.mentioned(frozenset(ENDINGS)), "")


def _of_subject(case: Case) -> str:
    """What a bare count that opens a sentence tells of the noun before: "20 were destroyed"."""
    place, words = case.place, case.reading.words
    ended = place.bare or place.nameless
    if place.order or place.first > LONGEST_OPENING or not ended:
        return ""
    behind = words[place.last : place.reach]
    if not any(word.startswith(ENDED) for word in behind):
        return ""
    return ENDINGS.get(case.memory.counted(frozenset(ENDINGS)), "")


def _is_site(case: Case) -> bool:
    """Whether what is counted makes drugs: "3 hashish factories", "6 illegal facilities"."""
    place, words = case.place, case.reading.words
    start, end = place.noun
    if start == end or words[end - 1] not in SITES | OPEN_SITES:
        return False
    if not SECRET.isdisjoint(words[start:end]):
        return True
    drugs = [hit for hit in case.reading.substances_in(start, end) if not _is_plain(hit)]
    return words[end - 1] in SITES and bool(drugs)


def _is_plain(hit: Found[SubstanceCue]) -> bool:
    """Whether a substance is a chemical, which lawful factories make too."""
    return substance_groups().get(hit.row.substance) == "chemicals"
