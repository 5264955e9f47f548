"""The context of quantities: where, when, by whom and how sure."""

from __future__ import annotations

from collections.abc import Sequence

from etl.documents.model import Document
from etl.extract.context.actors import find_actors
from etl.extract.context.agencies import explained
from etl.extract.context.areas import AreaMention, find_areas
from etl.extract.context.certainty import refers_to, status_of
from etl.extract.context.chronicle import Chronicle, Dated
from etl.extract.context.periods import Period
from etl.extract.context.reading import Reading
from etl.extract.context.scene import Actor, Scene
from etl.extract.context.where import area_of
from etl.extract.context.who import (
    COUNTRY,
    NOBODY,
    Attribution,
    attribute,
    of_survey,
    points_back,
    says_again,
)
from etl.extract.model import Concept, Quantity, Setting

_NOT_CARRIED = frozenset(
    "equipment_donated foreign_assistance agreements training_events personnel_trained "
    "summit_participants".split()
)

_BACK = 3
"""How many sentences a phrase like "the survey" may point back over."""
_SUMMARIES = frozenset({"conclusions", "summary", "D"})
_TELLING = 100
"""An amount that is hardly met twice by chance; smaller ones only where a report sums up."""


class Placer:
    """Finds the settings of one document's quantities; reads each sentence once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._chronicle = Chronicle(document)
        self._estimated: dict[int, str] = {}
        self._sourced: dict[int, str] = {}
        self._stated: dict[tuple[object, ...], Period] = {}
        self._shorts = explained(document)
        self._attributions: dict[int, Attribution] = {}
        self._actor_mentions: dict[int, list[Actor]] = {}
        self._area_mentions: dict[int, list[AreaMention]] = {}

    def place(self, quantity: Quantity, concept: Concept) -> Setting:
        """Where, when, by whom and how sure a quantity is.

        Args:
            quantity: The number as read.
            concept: What it measures.
        """
        reading = self._chronicle.reading(quantity.sentence)
        if not reading.is_prose:
            return self._unread()
        dated = self._dated(quantity, concept)
        attribution = self._attribution(quantity, concept, reading)
        return Setting(
            ref_area=self._area(quantity, concept),
            time_period=dated.period.code,
            time_basis=dated.basis,
            status=self._status(quantity, concept, dated, attribution),
            estimator=attribution.code,
            rule_id=dated.rule,
        )

    def _unread(self) -> Setting:
        identity = self._document.identity
        year = str(identity.reference_year)
        return Setting(identity.ref_area, year, "report", "actual", "", "no_prose")

    def _dated(self, quantity: Quantity, concept: Concept) -> Dated:
        """Its period; where its text has none, that of the same fact stated before."""
        dated = self._chronicle.place(quantity, concept)
        key = (concept.kind, concept.indicator, concept.substance, quantity.value, quantity.unit)
        if dated.basis == "stated":
            self._stated.setdefault(key, dated.period)
        sums_up = self._document.sentences[quantity.sentence].section_id in _SUMMARIES
        telling = sums_up or quantity.value >= _TELLING
        if dated.basis == "report" and telling and key in self._stated:
            return Dated(self._stated[key], "inherited", "time_of_same_fact")
        return dated

    def _status(
        self, quantity: Quantity, concept: Concept, dated: Dated, attribution: Attribution
    ) -> str:
        reading = self._chronicle.reading(quantity.sentence)
        year = self._document.identity.reference_year
        found = status_of(quantity, concept, reading, dated, attribution, year)
        index = quantity.sentence
        if found == "actual" and index and (attribution.role == "carried" or refers_to(reading)):
            sentences = self._document.sentences
            same = sentences[index - 1].paragraph == sentences[index].paragraph
            carried = self._estimated.get(index - 1, "")
            if same and (carried == concept.indicator or (refers_to(reading) and carried)):
                found = "estimate"
        held = self._estimated.setdefault(index, concept.indicator)
        self._estimated[index] = held if found == "estimate" else ""
        return found

    def _area(self, quantity: Quantity, concept: Concept) -> str:
        home = self._document.identity.ref_area
        reading = self._chronicle.reading(quantity.sentence)
        return area_of(quantity, concept, reading, home, self._areas(reading))

    def _attribution(self, quantity: Quantity, concept: Concept, reading: Reading) -> Attribution:
        found = attribute(quantity, concept, reading, self._actors(reading))
        if found == COUNTRY and self._sourced.get(quantity.sentence - 1) == concept.indicator:
            found = None
        if found is None:
            found = NOBODY if concept.indicator in _NOT_CARRIED else self._carried(reading)
        if found.role in {"source", "carried"}:
            self._sourced[quantity.sentence] = concept.indicator
        held = self._attributions.get(quantity.sentence, NOBODY)
        if not held.code:
            self._attributions[quantity.sentence] = found
        return found

    def _carried(self, reading: Reading) -> Attribution:
        """The source of the sentence before, where this one names nobody."""
        index = reading.sentence.index
        back = points_back(reading)
        for before in range(
            index - 1, max(-1, index - 1 - (_BACK if of_survey(reading) else 1)), -1
        ):
            if self._document.sentences[before].paragraph != reading.sentence.paragraph:
                break
            found = self._attributions.get(before)
            if found is None and back and before == index - 1:
                found = self._named(before)
            if found is not None:
                carries = found.role in {"source", "carried"} or back or says_again(reading)
                return Attribution(found.code, "carried") if carries and found.code else NOBODY
        return NOBODY

    def _named(self, sentence: int) -> Attribution | None:
        """The agency that a sentence without numbers names first."""
        actors = self._actors(self._chronicle.reading(sentence))
        return next((Attribution(a.code, "does") for a in actors if a.kind == "agency"), None)

    def _actors(self, reading: Reading) -> list[Actor]:
        sentence = reading.sentence
        if sentence.index not in self._actor_mentions:
            scene = Scene(
                self._document.text,
                sentence.start,
                sentence.end,
                self._areas(reading),
                self._document.identity.ref_area,
                self._shorts,
            )
            self._actor_mentions[sentence.index] = find_actors(scene)
        return self._actor_mentions[sentence.index]

    def _areas(self, reading: Reading) -> list[AreaMention]:
        sentence = reading.sentence
        if sentence.index not in self._area_mentions:
            self._area_mentions[sentence.index] = find_areas(
                self._document.text,
                sentence.start,
                sentence.end,
                reading.words,
                self._document.identity.ref_area,
            )
        return self._area_mentions[sentence.index]


def place(quantity: Quantity, concept: Concept, document: Document) -> Setting:
    """The setting of one quantity; for many of one document use `place_all`."""
    return Placer(document).place(quantity, concept)


def place_all(
    quantities: Sequence[Quantity], concepts: Sequence[Concept], document: Document
) -> list[Setting]:
    """The settings of a document's quantities, in their order.

    Args:
        quantities: In the order of the text.
        concepts: What each measures.
        document: The document that holds them.
    """
    placer = Placer(document)
    return [
        placer.place(quantity, concept)
        for quantity, concept in zip(quantities, concepts, strict=True)
    ]
