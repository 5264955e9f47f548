"""What a number takes over from its partner: comparisons, brackets, lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from etl.extract.concepts.units import fits, unit_kind

if TYPE_CHECKING:
    from etl.documents.model import Sentence
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.reading import Place, Reading
    from etl.extract.model import Concept, Quantity


@dataclass(frozen=True, slots=True)
class Coded:
    """A quantity and what it was found to measure."""

    quantity: Quantity
    concept: Concept | None


@dataclass(slots=True)
class Memory:
    """The quantities coded so far in this sentence and in the one before."""

    here: list[Coded] = field(default_factory=list)
    earlier: list[Coded] = field(default_factory=list)
    sentence: Sentence | None = None

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; what came before counts only within the paragraph."""
        near = (
            self.sentence is not None
            and self.sentence.paragraph == sentence.paragraph
            and self.sentence.index + 1 == sentence.index
        )
        self.earlier = self.here if near else []
        self.here = []
        self.sentence = sentence

    def keep(self, coded: Coded) -> None:
        """Remember a quantity of this sentence."""
        self.here.append(coded)

    def alike(self, indicator: str, unit: str) -> Concept | None:
        """The last quantity of this sentence with that indicator and kind of unit."""
        for coded in reversed(self.here):
            concept = coded.concept
            if concept is not None and concept.indicator == indicator:
                return concept if unit_kind(coded.quantity.unit) == unit_kind(unit) else None
        return None

    def latest(self, unit: str, kind: str) -> Concept | None:
        """The last quantity of this sentence that one of that unit can share with."""
        return _latest(self.here, unit, kind)

    def antecedent(self, unit: str, kind: str) -> Concept | None:
        """The same in the sentence before, where that is in the same paragraph."""
        return _latest(self.earlier, unit, kind)


def _latest(coded: list[Coded], unit: str, kind: str) -> Concept | None:
    """The last concept that a number of that unit and kind can share."""
    for candidate in reversed(coded):
        concept = candidate.concept
        if concept is None or not fits(concept.indicator, unit, kind):
            continue
        same = unit_kind(candidate.quantity.unit) == unit_kind(unit)
        if same or "percent" in {unit_kind(candidate.quantity.unit), unit_kind(unit)}:
            return concept
    return None


def is_compared(reading: Reading, place: Place, kind: str, lexicon: Lexicon) -> bool:
    """Whether the number is set against the one before: "down from 40", "(40 in 2012)"."""
    if place.share_role == "whole":
        return False
    if place.in_brackets and (place.bare or _opens_brackets(reading, place, lexicon)):
        return True
    end = place.first
    while end > place.head and lexicon.plays(reading.tokens[end - 1].word, "filler", "partitive"):
        end -= 1
    if lexicon.comparisons.before(reading.tokens, end) is not None:
        return True
    return kind == "change" and place.head > 0


def is_part(reading: Reading, place: Place, lexicon: Lexicon) -> bool:
    """Whether the number is said to be part of the one before: "including 12 women".

    "Of 40 cases, half ..." says so too: the sentence opens with the word of a part.
    """
    if place.head > 0 and place.bare and lexicon.plays(reading.tokens[0].word, "partitive"):
        return True
    for at in range(place.head, place.first):
        if lexicon.subsets.at(reading.tokens, at) is not None:
            return True
    return False


def _opens_brackets(reading: Reading, place: Place, lexicon: Lexicon) -> bool:
    inside = [token.word for token in reading.tokens[place.own : place.first]]
    return all(lexicon.plays(word, "filler") for word in inside)


def is_listed(reading: Reading, place: Place, lexicon: Lexicon) -> bool:
    """Whether only list words stand between the number and the one before."""
    between = [token.word for token in reading.tokens[place.head : place.first]]
    return place.head > 0 and all(
        lexicon.plays(word, "join", "filler") or word in {",", ";"} for word in between
    )


def refers_back(reading: Reading, lexicon: Lexicon) -> bool:
    """Whether the sentence opens with words that point to the sentence before."""
    return bool(reading.tokens) and lexicon.anaphors.at(reading.tokens, 0) is not None
