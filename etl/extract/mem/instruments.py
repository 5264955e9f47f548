"""Conventions and protocols that a report says its country has joined or not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from etl.documents.model import Document, Sentence
from etl.extract.mem.wording import instruments, joining_words
from etl.extract.results import InstrumentFact
from etl.extract.view import lowered, tokens


def read_instruments(document: Document) -> tuple[InstrumentFact, ...]:
    """Each instrument that stands after a word of joining in the same sentence.

    "has ratified the Single Convention and the Organized Crime Convention" gives two
    rows; an instrument that a sentence merely cites gives none.
    """
    found: dict[tuple[str, int], InstrumentFact] = {}
    for sentence in _joining(document):
        participation = ""
        for hit in instruments().all(tokens(document.text, sentence.start, sentence.end)):
            if hit.row.role == "participation":
                participation = hit.row.code
            elif participation:
                fact = InstrumentFact(hit.row.code, participation, sentence.index)
                found.setdefault((fact.instrument, fact.sentence), fact)
    return tuple(found.values())


def _joining(document: Document) -> Iterator[Sentence]:
    """The sentences that hold a word of joining, found by the words in the whole text."""
    text = lowered(document.text) or document.text
    starts = [sentence.start for sentence in document.sentences]
    places: set[int] = set()
    for word in joining_words():
        at = text.find(word)
        while at >= 0:
            places.add(bisect_right(starts, at) - 1)
            at = text.find(word, at + 1)
    return (document.sentences[place] for place in sorted(places) if place >= 0)
