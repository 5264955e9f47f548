"""Strengths and shortcomings: what the narrative under each rating says."""

from __future__ import annotations

from collections.abc import Iterator

from etl.documents.model import Document, Section, Sentence
from etl.extract.mem.assessments import numbered_sections, rating_in_body
from etl.extract.mem.wording import polarities, topics
from etl.extract.results import FindingFact
from etl.extract.view import Token, tokens

_RELATIVE = frozenset({"who", "that", "which", "whose", "where", "whom"})
NARRATIVE = frozenset({"prose", "bullet"})


def read_findings(document: Document) -> tuple[FindingFact, ...]:
    """One row a sentence of the narrative that names a strength or a shortcoming.

    A sentence whose main clause is denied is a shortcoming; every other sentence is a
    strength. Under the rating `complete` a denied sentence reports a fact of the
    period (nothing of a kind took place), not a shortcoming, and is no finding.
    """
    found: list[FindingFact] = []
    for number, section in numbered_sections(document):
        rating = rating_in_body(document, section)
        if rating is None:
            continue
        code, (_, end) = rating
        for sentence in _narrative(document, section, end):
            words = tokens(document.text, sentence.start, sentence.end)
            denied = is_denied(words)
            if denied and code == "complete":
                continue
            polarity = "shortcoming" if denied else "strength"
            found.append(FindingFact(number, polarity, topic_of(words), sentence.index))
    return tuple(found)


def _narrative(document: Document, section: Section, start: int) -> Iterator[Sentence]:
    """The sentences of prose in a section from offset `start` on."""
    for sentence in document.sentences:
        in_section = sentence.section_id == section.section_id and sentence.start >= start
        if in_section and document.paragraphs[sentence.paragraph].kind in NARRATIVE:
            yield sentence


def is_denied(words: list[Token]) -> bool:
    """Whether a clause of the sentence is denied, relative clauses apart.

    "persons who do not use drugs" denies nothing of the country.
    """
    return any(
        hit.first == 0 or words[hit.first - 1].word not in _RELATIVE
        for hit in polarities().all(words)
    )


def topic_of(words: list[Token]) -> str:
    """Topic code of the cue that stands first in the lexicon, or empty."""
    hits = [
        hit.row for place in range(len(words)) if (hit := topics().at(words, place)) is not None
    ]
    return min(hits)[1].topic if hits else ""
