"""What substance a paragraph speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.tables import UNNAMED
from etl.extract.concepts.words import split

if TYPE_CHECKING:
    from etl.documents.model import Document, Sentence
    from etl.extract.concepts.lexicon import Lexicon

LOOK_BACK = 3
"""Sentences before the present one that are looked at."""


def subject(document: Document, lexicon: Lexicon, sentence: Sentence) -> str:
    """The substance that the nearest sentence before names, where it names only one.

    Sentences of the same paragraph without any are passed over; empty where the nearest
    that names any names several, or only drugs in general.
    """
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - LOOK_BACK), -1):
        earlier = document.sentences[index]
        if earlier.paragraph != sentence.paragraph:
            break
        found, _ = split(document.text, earlier.start, earlier.end)
        named = {hit.row.substance for hit in lexicon.substances.all(found)}
        if named:
            specific = named - {UNNAMED}
            return specific.pop() if len(specific) == 1 else ""
    return ""
