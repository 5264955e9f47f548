"""What substance a paragraph speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.tables import UNNAMED
from etl.extract.concepts.words import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.documents.model import Document, Sentence
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.tables import SubstanceCue
    from etl.extract.view import Found, Token

ARTICLE = 1
"""Words before the substance that a sentence opens with."""
LOOK_BACK = 3
"""Sentences before the present one that are looked at."""


def subject(document: Document, lexicon: Lexicon, sentence: Sentence) -> str:
    """The substance that the nearest sentence before names, where it names only one.

    Sentences of the same paragraph without any are passed over; empty where the nearest
    that names any names several, of which none opens it, or only drugs in general.
    """
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - LOOK_BACK), -1):
        earlier = document.sentences[index]
        if earlier.paragraph != sentence.paragraph:
            break
        found, _ = split(document.text, earlier.start, earlier.end)
        hits = list(lexicon.substances.all(found))
        named = {hit.row.substance for hit in hits}
        if named:
            specific = named - {UNNAMED}
            return specific.pop() if len(specific) == 1 else _opening(hits[0], found, lexicon)
    return ""


def _opening(hit: Found[SubstanceCue], found: Sequence[Token], lexicon: Lexicon) -> str:
    """The substance that a sentence opens with and goes on to say something of."""
    alone = hit.last < len(found) and lexicon.plays(found[hit.last].word, "auxiliary", "verb")
    opens = hit.first <= ARTICLE and hit.row.substance != UNNAMED
    return hit.row.substance if alone and opens else ""


def opening_class(
    document: Document,
    lexicon: Lexicon,
    sentence: Sentence,
    classes: frozenset[str],
    *,
    anywhere: bool = False,
) -> str:
    """Of some classes the one of the first such noun of the sentence before, or empty.

    Only a sentence of the same paragraph counts, and of it the words before its verb
    unless the noun may stand anywhere.
    """
    if not sentence.index:
        return ""
    earlier = document.sentences[sentence.index - 1]
    if earlier.paragraph != sentence.paragraph:
        return ""
    found, _ = split(document.text, earlier.start, earlier.end)
    for at, token in enumerate(found):
        hit = lexicon.classes.at(found, at)
        for row in hit.row if hit is not None else ():
            if row.noun_class in classes:
                return row.noun_class
        if not anywhere and lexicon.plays(token.word, "auxiliary"):
            break
    return ""
