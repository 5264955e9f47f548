"""The quantities coded so far, which later ones lean on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from etl.extract.concepts.tables import UNNAMED
from etl.extract.concepts.units import fits, kindred, unit_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from etl.documents.model import Sentence
    from etl.extract.model import Concept, Quantity

SPAN = 12
"""Quantities before a number that it can lean on."""


class Coded(NamedTuple):
    """A quantity and what it was found to measure."""

    quantity: Quantity
    concept: Concept | None


class Classed(Protocol):
    """Of some classes the one of a noun of the sentence before."""

    def __call__(
        self, sentence: Sentence, classes: frozenset[str], *, anywhere: bool = False
    ) -> str:
        """The class, or empty."""


LONGEST_STEP = 2
"""Sentences on from one with quantities at which they are still leaned on."""


@dataclass(slots=True)
class Memory:
    """The quantities coded so far in this sentence and in the one before.

    Attributes:
        subject: The substance that the paragraph spoke of before this sentence.
        planted: The crop that the section spoke of before it.
        classed: Which class of noun the sentence before it opens with.
        crop: The last crop of which an area was given.
        by_unit: The drug last counted in each unit, in this section.
    """

    subject: Callable[[Sentence], str]
    planted: Callable[[Sentence], str]
    classed: Classed
    here: list[Coded] = field(default_factory=list)
    earlier: list[Coded] = field(default_factory=list)
    sentence: Sentence | None = None
    crop: str = ""
    by_unit: dict[str, str] = field(default_factory=dict)

    def enter(self, sentence: Sentence) -> None:
        """Begin a sentence; what came before counts only within the paragraph."""
        near = (
            self.sentence is not None
            and self.sentence.paragraph == sentence.paragraph
            and sentence.index - self.sentence.index <= LONGEST_STEP
        )
        if self.sentence is None or self.sentence.section_id != sentence.section_id:
            self.by_unit.clear()
        self.earlier = self.here if near else []
        self.here = []
        self.sentence = sentence

    def keep(self, coded: Coded) -> None:
        """Remember a quantity of this sentence."""
        self.here.append(coded)
        concept, unit = coded.concept, coded.quantity.unit
        if concept is None or concept.substance in {"", UNNAMED}:
            return
        self.by_unit[unit] = concept.substance
        if unit_kind(unit) == "area" and concept.indicator != "other":
            self.crop = concept.substance

    def growing(self) -> str:
        """The crop that plants and fields are of where nothing nearer says it, or empty."""
        return self.planted(self.sentence) if self.sentence is not None else ""

    def counted(self, classes: frozenset[str]) -> str:
        """Of some classes the one of the noun that the sentence before opens with, or empty."""
        return self.classed(self.sentence, classes) if self.sentence is not None else ""

    def mentioned(self, classes: frozenset[str]) -> str:
        """The same of the noun that it names first anywhere."""
        return self.classed(self.sentence, classes, anywhere=True) if self.sentence else ""

    def alike(self, indicator: str, unit: str) -> Concept | None:
        """The last quantity of this sentence with that indicator and kind of unit."""
        for coded in reversed(self.here[-SPAN:]):
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

    def keeps_step(self) -> bool:
        """Whether this sentence has measured so far what the one before did, in order."""
        return all(
            now.concept and before.concept and now.concept.indicator == before.concept.indicator
            for now, before in zip(self.here, self.earlier, strict=False)
        )

    def about(self, substance: str, unit: str, kind: str) -> Concept | None:
        """What was last measured of a substance in the sentence before."""
        same = [c for c in self.earlier if c.concept and c.concept.substance == substance]
        return _latest(same, unit, kind)

    def named(self) -> str:
        """The substance named last before the sentence in its paragraph, or empty."""
        substances = [
            coded.concept.substance
            for coded in self.earlier[-SPAN:]
            if coded.concept and coded.quantity.unit not in {"COUNT", "PERSONS"}
        ]
        specific = {code for code in substances if code not in {"", UNNAMED}}
        if len(specific) > 1 and self.sentence is not None:
            return self.subject(self.sentence)
        before = next((code for code in reversed(substances) if code), "")
        return before or (self.subject(self.sentence) if self.sentence is not None else "")


def _latest(coded: list[Coded], unit: str, kind: str) -> Concept | None:
    for candidate in reversed(coded[-SPAN:]):
        concept = candidate.concept
        if concept is None:
            continue
        if not fits(concept.indicator, unit, kind):
            kin = kindred(concept.indicator, unit)
            if kin and kind == "level":
                return concept._replace(indicator=kin)
            continue
        kinds = {unit_kind(candidate.quantity.unit), unit_kind(unit)}
        if len(kinds) == 1 or "percent" in kinds:
            return concept
    return None
