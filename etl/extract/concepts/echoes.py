"""What a sentence before speaks of, for a number that its own words leave unspoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.hearing import Sort, heard
from etl.extract.concepts.words import split

if TYPE_CHECKING:
    from etl.documents.model import Document, Sentence
    from etl.extract.concepts.case import Case
    from etl.extract.concepts.cues import Cues
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.view import Found

SPEAKING = frozenset({"governor", "topic", "clause"})
"""Places of cues that tell of what was done or measured."""
LEAST = 3.0
"""The least weight of a cue that goes on speaking behind its sentence."""
LOOK_BACK = 2
"""Sentences before the present one that are heard."""


def cues_before(
    document: Document, lexicon: Lexicon, sentence: Sentence
) -> list[tuple[Found[Cues], ...]]:
    """The cues of each sentence before, the nearest first, within the paragraph."""
    told = []
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - LOOK_BACK), -1):
        earlier = document.sentences[index]
        if earlier.paragraph != sentence.paragraph:
            break
        found, _ = split(document.text, earlier.start, earlier.end)
        told.append(tuple(lexicon.indicators.all(found)))
    return told


def echoed(case: Case) -> str:
    """The indicator that the nearest sentence before speaks of which has one, or empty.

    Only cues that can speak for a number of its unit and kind are heard; the strongest
    tells, the first in the alphabet of equals.
    """
    classes = case.reading.classes[case.order]
    sort = Sort(case.place.quantity.unit, case.unit, case.kind, classes)
    for cues in case.memory.told():
        best: dict[str, float] = {}
        for _, voices in heard(sort, cues, case.lexicon):
            for where, speakers in voices.items():
                if where in SPEAKING:
                    for voice in speakers:
                        for code, loss in voice.codes:
                            best[code] = max(best.get(code, 0.0), voice.weight - loss)
        best.pop("other", None)
        if best:
            code = min(best, key=lambda name: (-best[name], name))
            if best[code] >= LEAST:
                return code
    return ""
