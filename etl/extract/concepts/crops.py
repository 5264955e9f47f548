"""Crops: plants destroyed where they stood, parts of a harvest, which crop a report is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.words import split

if TYPE_CHECKING:
    from etl.documents.model import Document, Sentence
    from etl.extract.concepts.case import Case
    from etl.extract.concepts.lexicon import Lexicon

GROWING = frozenset(
    "plants plant bushes bush trees shrubs seedlings stalks plantations fields crops wild standing "
    "growing cultivated uncultivated poppies".split()
)
"""Words of what was destroyed where it grew."""
YIELDING = ("accoun", "suppl", "provid", "produc", "represent", "contribut", "generat", "yield")
"""Beginnings of verbs whose object is part of a harvest."""
MADE = frozenset(
    "produce produced production output harvest harvested crop grown manufactured produces".split()
)
"""Words of what is made or grown."""
MOVED = ("seiz", "traffic", "smuggl", "export", "consum", "intercept", "confisc", "ship", "enter")
"""Beginnings of words of what becomes of it."""
LONGEST_LEAD = 5
CROPS = {
    "cannabis": "cannabis",
    "coca": "coca",
    "coca_leaf": "coca",
    "opium_poppy": "opium_poppy",
}
"""What grows, by the substance that is named."""
LOOK_BACK = 15
"""Sentences before the present one among which a crop is looked for."""


def is_growing(case: Case) -> bool:
    """Whether what was destroyed was still in the field: "312 tons of cannabis plants"."""
    return not GROWING.isdisjoint(case.reading.words[case.place.body : case.place.noun_end])


def share_of(case: Case, indicator: str) -> str:
    """Of a share that cues read as part of a flow, whether it is part of what is made.

    As in "the valley accounts for half of the cocaine that the country could produce".
    """
    place, words = case.place, case.reading.words
    before = words[max(0, place.first - LONGEST_LEAD) : place.first]
    behind = words[place.body : place.reach]
    led = any(word.startswith(YIELDING) for word in before)
    moved = any(word.startswith(MOVED) for word in behind)
    made = led and not moved and not MADE.isdisjoint(behind)
    return "production_potential_share" if made else indicator


def crop_of(substance: str) -> str:
    """The crop that a substance is or grows on; empty where it is none."""
    return CROPS.get(substance, "")


def crop_before(document: Document, lexicon: Lexicon, sentence: Sentence) -> str:
    """The only crop that the nearest sentence before names, in the same section."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - LOOK_BACK), -1):
        earlier = document.sentences[index]
        if earlier.section_id != sentence.section_id:
            break
        found, _ = split(document.text, earlier.start, earlier.end)
        named = {crop_of(hit.row.substance) for hit in lexicon.substances.all(found)} - {""}
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""
