"""A sentence as the coding of concepts sees it: words, cues, and each number's place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.extract.concepts.asides import asides
from etl.extract.concepts.classes import noun_classes
from etl.extract.concepts.places import Place, places
from etl.extract.concepts.words import Words, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from etl.documents.model import Document, Sentence
    from etl.extract.concepts.cues import Cues
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.tables import SubstanceCue
    from etl.extract.model import Quantity
    from etl.extract.view import Found, Token

REACH = 60
"""Words around a number that can bear on it: it keeps the cost linear in the text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its cues and the places of its quantities, all in text order.

    Attributes:
        section: Cues of the section's heading.
        words: The words of the tokens.
        classes: Of each place, the classes of what is counted.
        openings: Indexes of the tokens that words of inclusion may begin with.
        known: Indexes of the tokens of known nouns and substances.
        asides: Indexes of the tokens of inserted clauses.
    """

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    cues: tuple[Found[Cues], ...]
    substances: tuple[Found[SubstanceCue], ...]
    places: tuple[Place, ...]
    classes: tuple[frozenset[str], ...]
    section: tuple[Found[Cues], ...]
    openings: tuple[int, ...]
    known: frozenset[int]
    asides: frozenset[int]
    cue_starts: tuple[int, ...]
    substance_starts: tuple[int, ...]

    def cues_near(self, place: Place) -> tuple[Found[Cues], ...]:
        """The cues that can bear on a number: those within `REACH` words of it."""
        low = bisect_left(self.cue_starts, place.first - REACH)
        return self.cues[low : bisect_right(self.cue_starts, place.last + REACH)]

    def substances_in(self, start: int, end: int) -> list[Found[SubstanceCue]]:
        """The substances named from token `start` up to before token `end`."""
        low = bisect_left(self.substance_starts, start)
        high = bisect_left(self.substance_starts, end)
        return [hit for hit in self.substances[low:high] if hit.last <= end]


def read(
    document: Document, sentence: Sentence, quantities: Sequence[Quantity], lexicon: Lexicon
) -> Reading:
    """Read one sentence for its quantities, which come in text order."""
    found, bound = split(document.text, sentence.start, sentence.end)
    substances = tuple(lexicon.substances.all(found))
    cues = tuple(lexicon.indicators.all(found))
    words = Words(
        tokens=found,
        all=tuple([token.word for token in found]),
        starts=tuple([token.start for token in found]),
        ends=tuple([token.end for token in found]),
        bound=bound,
        named={hit.first: hit.last for hit in substances},
        drugs=frozenset(at for hit in substances for at in range(hit.first, hit.last)),
        nouns=frozenset(_nouns(found, cues, lexicon)),
    )
    located = places(quantities, words, lexicon)
    return Reading(
        tokens=found,
        words=words.all,
        cues=cues,
        substances=substances,
        places=located,
        classes=tuple(noun_classes(found, place, lexicon) for place in located),
        section=tuple(lexicon.section_hits(_title(document, sentence))),
        openings=tuple(lexicon.subsets.openings(found)),
        known=words.nouns | words.drugs,
        asides=asides(words, located, lexicon),
        cue_starts=tuple(hit.first for hit in cues),
        substance_starts=tuple(hit.first for hit in substances),
    )


def _nouns(found: Sequence[Token], cues: Sequence[Found[Cues]], lexicon: Lexicon) -> Iterator[int]:
    for hit in cues:
        if "noun" in hit.row.places:
            yield from range(hit.first + hit.row.verbs, hit.last)
    for classed in lexicon.classes.all(found):
        yield from range(classed.first, classed.last)


def _title(document: Document, sentence: Sentence) -> str:
    for section in document.sections:
        if section.section_id == sentence.section_id:
            return section.title
    return ""
