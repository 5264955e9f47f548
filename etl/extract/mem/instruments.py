"""Conventions and protocols that a report says its country has joined or not."""

from __future__ import annotations

from etl.documents.model import Document
from etl.extract.mem.wording import instruments, joining_words
from etl.extract.results import InstrumentFact
from etl.extract.view import tokens


def read_instruments(document: Document) -> tuple[InstrumentFact, ...]:
    """Each instrument that stands after a word of joining in the same sentence.

    "has ratified the Single Convention and the Organized Crime Convention" gives two
    rows; an instrument that a sentence merely cites gives none.
    """
    found: dict[tuple[str, int], InstrumentFact] = {}
    for sentence in document.sentences:
        lowered = " ".join(document.quote(sentence).lower().split())
        if not any(word in lowered for word in joining_words()):
            continue
        participation = ""
        for hit in instruments().all(tokens(document.text, sentence.start, sentence.end)):
            if hit.row.role == "participation":
                participation = hit.row.code
            elif participation:
                fact = InstrumentFact(hit.row.code, participation, sentence.index)
                found.setdefault((fact.instrument, fact.sentence), fact)
    return tuple(found.values())
