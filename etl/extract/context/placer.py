"""The context of quantities: where, when, by whom and how sure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.documents.model import Document
from etl.extract.context.certainty import refers_to, status_of
from etl.extract.context.chronicle import Chronicle, Dated
from etl.extract.context.groups import member_named
from etl.extract.context.periods import Period
from etl.extract.context.reading import Reading
from etl.extract.context.scene import Attribution
from etl.extract.context.tables import event_indicators, local_indicators
from etl.extract.context.where import area_of
from etl.extract.context.witnesses import Witnesses
from etl.extract.model import Concept, Quantity, Setting

_SUMMARIES = frozenset({"conclusions", "summary", "D"})
_CARRIED = frozenset({"carried", "goes_on"})
_SAME_PLACE = re.compile(
    r"\b[Ii]n\s+(?:the|that)\s+same\s+(?:province|department|region|state|city|district|valley|county|governorate|town|port|area)\b"
)
_TELLING = 100
"""An amount that is hardly met twice by chance; smaller ones only where a report sums up."""


class Placer:
    """Finds the settings of one document's quantities, which come in their order."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._chronicle = Chronicle(document)
        self._witnesses = Witnesses(document, self._chronicle)
        self._event: tuple[str, int] | None = None
        self._estimated: dict[int, str] = {}
        self._places: dict[int, str] = {}
        self._stated: dict[tuple[object, ...], Period] = {}

    def place(self, quantity: Quantity, concept: Concept) -> Setting:
        """Where, when, by whom and how sure a quantity is.

        Args:
            quantity: The number as read.
            concept: What it measures.
        """
        reading = self._chronicle.reading(quantity.sentence)
        if not reading.is_prose:
            return self._unread()
        runs_on = self._runs_on(quantity, concept)
        dated = self._dated(quantity, concept, runs_on=runs_on)
        attribution = self._witnesses.attribution(
            quantity, concept, runs_on=runs_on and dated.rule == "time_of_paragraph_before"
        )
        return Setting(
            ref_area=self._area(quantity, concept),
            time_period=dated.period.code,
            time_basis=dated.basis,
            status=self._status(quantity, concept, dated, attribution),
            estimator=attribution.code,
            rule_id=dated.rule,
        )

    def _runs_on(self, quantity: Quantity, concept: Concept) -> bool:
        """Whether events are told on from the paragraph before, in one section."""
        sentence = self._document.sentences[quantity.sentence]
        before, self._event = self._event, None
        if concept.indicator not in event_indicators():
            return False
        self._event = (sentence.section_id, sentence.paragraph)
        if before is None or before[0] != sentence.section_id:
            return False
        return sentence.paragraph - before[1] <= 1

    def _unread(self) -> Setting:
        identity = self._document.identity
        year = str(identity.reference_year)
        return Setting(identity.ref_area, year, "report", "actual", "", "no_prose")

    def _dated(self, quantity: Quantity, concept: Concept, *, runs_on: bool) -> Dated:
        """Its period; where its text has none, that of the same fact stated before."""
        dated = self._chronicle.place(quantity, concept, runs_on=runs_on)
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
        found = status_of(quantity, concept, reading, dated, attribution, reference_year=year)
        index = quantity.sentence
        if found == "actual" and index and (attribution.role in _CARRIED or refers_to(reading)):
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
        found = area_of(quantity, concept, reading, home, self._witnesses.areas(reading))
        if found == home:
            found = member_named(self._document, reading.sentence) or home
        if found == home and (self._same_event(quantity, concept) or self._same_place(reading)):
            found = self._places.get(quantity.sentence - 1, home)
        self._places[quantity.sentence] = found
        return found

    def _same_place(self, reading: Reading) -> bool:
        """Whether a sentence says that it goes on where the one before it was."""
        if "same" not in reading.vocabulary or not reading.sentence.index:
            return False
        before = self._chronicle.reading(reading.sentence.index - 1).sentence
        one = before.paragraph == reading.sentence.paragraph
        text = reading.between(reading.sentence.start, reading.sentence.end)
        return one and _SAME_PLACE.search(text) is not None

    def _same_event(self, quantity: Quantity, concept: Concept) -> bool:
        """Whether a number belongs to the event that the sentence before told with its place."""
        index, sentences = quantity.sentence, self._document.sentences
        reading = self._chronicle.reading(index)
        if not index or concept.indicator not in local_indicators() or reading.times:
            return False
        one = sentences[index - 1].paragraph == sentences[index].paragraph
        return one and reading.same_event and bool(self._chronicle.reading(index - 1).times)


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
