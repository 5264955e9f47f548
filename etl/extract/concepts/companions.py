"""Counts told by what stands with them: things taken with others, requests that were met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.stretches import leader

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case

TAKEN = frozenset(
    "seizure_mass seizure_volume seizure_units seizure_plants vehicles_seized firearms_seized "
    "cash_seized arrests".split()
)
"""What is taken together with vehicles and firearms."""
KIN = {"vehicle": "vehicles_seized", "firearm": "firearms_seized"}
"""What counts of them are, by the class of the noun."""
MET = frozenset(
    "granted honored honoured approved fulfilled met executed accepted satisfied complied "
    "acceded grants honors".split()
)
REQUESTS = "extradition_requests"
LONGEST_VERB = 3
"""Words between a number and the verb of its clause."""


def counted(case: Case, indicator: str) -> str:
    """The indicator that company tells of a count, whatever its cues say; empty if none."""
    if indicator == REQUESTS:
        return of_request(case)
    return of_company(case) if indicator in {"", "other"} else ""


def of_company(case: Case) -> str:
    """What a count without an indicator is of by the one that it is listed with, or empty.

    As in "came away with 12 rifles and 4 boats".
    """
    kin = KIN.keys() & case.reading.classes[case.order]
    if len(kin) != 1 or not case.order or not case.memory.here:
        return ""
    between = case.reading.words[case.place.head : case.place.first]
    listed = bool(between) and not {";", ":"}.intersection(between)
    listed = listed and case.plain(case.place.head, case.place.first, "join", "filler", signs=",")
    before = case.memory.here[-1].concept
    return KIN[min(kin)] if listed and before is not None and before.indicator in TAKEN else ""


def of_request(case: Case) -> str:
    """Whether requests counted were met, which makes them extraditions; empty if not."""
    words, place = case.reading.words, case.place
    if MET.isdisjoint(words) or place.share_role == "whole":
        return ""
    start = max(place.head, place.first - LONGEST_VERB)
    at = leader(words, place.first, start, case.lexicon)
    led = at >= start and (words[at] in MET or words[at - 1 : at + 1] == ("complied", "with"))
    behind = place.noun_end
    while behind < place.limit and case.plain(behind, behind + 1, "filler", "auxiliary"):
        behind += 1
    told = behind < place.limit and words[behind] in MET and "not" not in words[place.last : behind]
    return "extraditions" if led or told else ""
