"""Who is behind the numbers of a document, sentence after sentence."""

from __future__ import annotations

from etl.documents.model import Document, Sentence
from etl.extract.context.actors import find_actors
from etl.extract.context.agencies import explained
from etl.extract.context.aid import is_aid
from etl.extract.context.announcing import SPOKEN, announces_data, going_on, lists_what_follows
from etl.extract.context.areas import AreaMention, find_areas
from etl.extract.context.chronicle import Chronicle
from etl.extract.context.giving import GIVEN
from etl.extract.context.lists import list_heads
from etl.extract.context.matters import is_another_matter
from etl.extract.context.reading import Reading
from etl.extract.context.scene import (
    COUNTRY,
    NOBODY,
    Actor,
    Attribution,
    Scene,
    government_of,
)
from etl.extract.context.tables import told_of_events
from etl.extract.context.voices import (
    goes_on,
    of_support,
    of_survey,
    own_men,
    points_back,
    same_source,
    tells_more,
    unnamed_reports,
    with_voice,
)
from etl.extract.context.who import BUDGETS, attribute
from etl.extract.model import Concept, Quantity

_NOT_CARRIED = BUDGETS | frozenset(
    "equipment_donated foreign_assistance agreements training_events personnel_trained "
    "summit_participants".split()
)

_BACK = 3
"""How many sentences a phrase like "the survey" may point back over."""

_PAST_ONE = 2
"""A source still holds after one sentence that names nobody and counts nothing."""


class Witnesses:
    """Remembers who spoke for the sentences before; expects numbers in their order."""

    def __init__(self, document: Document, chronicle: Chronicle) -> None:
        self._document = document
        self._chronicle = chronicle
        self._shorts = explained(document)
        self._heads = list_heads(document)
        self._sourced: dict[int, str] = {}
        self._attributions: dict[int, Attribution] = {}
        self._actors: dict[int, list[Actor]] = {}
        self._areas: dict[int, list[AreaMention]] = {}

    def attribution(
        self, quantity: Quantity, concept: Concept, *, runs_on: bool = False
    ) -> Attribution:
        """Who is behind a number, by its sentence or the one before.

        Args:
            quantity: The number.
            concept: What it measures.
            runs_on: Whether its paragraph goes on with the figures of the one before.
        """
        reading = self._chronicle.reading(quantity.sentence)
        found = attribute(quantity, concept, reading, self.actors(reading))
        if found == COUNTRY and self._goes_on(quantity.sentence, concept.indicator):
            found = None
        if found is None:
            found = self._carried(reading, concept.indicator)
            if found == NOBODY and (runs_on or same_source(reading)):
                found = self._across(reading)
        found = self._told_before(found, reading, concept.indicator)
        if not found.code and concept.indicator in BUDGETS:
            found = Attribution(government_of(self._document.identity.ref_area), "does")
        if concept.indicator in GIVEN and is_aid(
            found, concept.indicator, reading, self._chronicle, self.actors
        ):
            found = Attribution("US_GOV", "does")
        if found.role in SPOKEN:
            self._sourced[quantity.sentence] = concept.indicator
        if not self._attributions.get(quantity.sentence, NOBODY).code:
            self._attributions[quantity.sentence] = found
        return found

    def _told_before(self, found: Attribution, reading: Reading, indicator: str) -> Attribution:
        """Who stands behind what unnamed men or forces did, by the sentences before."""
        if found in {NOBODY, COUNTRY} and indicator in told_of_events():
            found = self._announced(reading) or found
        if found == NOBODY and own_men(reading):
            found = self._carried(reading, indicator, men=True)
            found = self._across(reading, men=True) if found == NOBODY else found
        if found == NOBODY and unnamed_reports(reading):
            found = self._state_before(reading)
        return found

    def _carried(self, reading: Reading, indicator: str, *, men: bool = False) -> Attribution:
        """The source of the sentence before, where this one names nobody.

        An agency's deeds go on in figures of events that are told with them; its `men`
        are its own.
        """
        if indicator in _NOT_CARRIED:
            return NOBODY
        sentence, back = reading.sentence, men or points_back(reading) or tells_more(reading)
        item = sentence.paragraph in self._heads
        deeds = indicator in told_of_events() and (item or goes_on(reading))
        reach = _BACK if of_survey(reading) else _PAST_ONE
        first = self._above(sentence)
        for index in range(first, max(-1, first - reach), -1):
            if self._document.sentences[index].paragraph != self._head(sentence.paragraph):
                break
            found = self._attributions.get(index)
            if found is None and (back or first < sentence.index - 1) and index == first:
                found = self._named(index, support=of_support(reading))
            if found is None:
                found = self._data_told(index)
            if found is None and self._speaks(index):
                continue
            if found is None and self.actors(self._chronicle.reading(index)):
                break
            if found == NOBODY and back and not self.actors(self._chronicle.reading(index)):
                continue
            if found is not None:
                surveyed = is_another_matter(self._sourced.get(index), indicator)
                found = NOBODY if surveyed and not back else found
                return going_on(found, reading, back=back, deeds=deeds)
        return NOBODY

    def _announced(self, reading: Reading) -> Attribution | None:
        """Whose data this paragraph has announced, for what unnamed forces did by them."""
        first = reading.sentence.index - 1
        for index in range(first, max(-1, first - _BACK), -1):
            if self._document.sentences[index].paragraph != reading.sentence.paragraph:
                return None
            told, held = self._data_told(index), self._attributions.get(index, NOBODY)
            if told is not None or held.code:
                return Attribution(told.code, "carried") if told is not None else None
        return None

    def _data_told(self, index: int) -> Attribution | None:
        """Whose data a sentence without numbers tells of ("ABC statistics show a rise")."""
        reading = self._chronicle.reading(index)
        if reading.numbers or not announces_data(reading):
            return None
        lists = lists_what_follows(reading)
        said = [
            a
            for a in self.actors(reading)
            if a.code and (a.speaks or a.cited or (lists and not a.adjunct))
        ]
        return Attribution(said[0].code, "source") if said else None

    def _speaks(self, index: int) -> bool:
        """Whether a sentence without numbers only tells what the same source thinks."""
        said = {a.code for a in self.actors(self._chronicle.reading(index)) if a.speaks}
        before = self._attributions.get(index - 1, NOBODY)
        return before.role in SPOKEN and before.code in said

    def _head(self, paragraph: int) -> int:
        """The paragraph that introduces a list's item; else its own."""
        return self._heads.get(paragraph, paragraph)

    def _above(self, sentence: Sentence) -> int:
        """The sentence before: for an item, the last of its list's introduction."""
        above = sentence.index - 1
        head = self._head(sentence.paragraph)
        while head != sentence.paragraph and above >= 0:
            if self._document.sentences[above].paragraph == head:
                break
            above -= 1
        return above

    def _state_before(self, reading: Reading) -> Attribution:
        """The home state, where this paragraph has named it as the source before."""
        home = government_of(self._document.identity.ref_area)
        for index in range(reading.sentence.index - 1, -1, -1):
            if self._document.sentences[index].paragraph != reading.sentence.paragraph:
                break
            if home and self._attributions.get(index, NOBODY).code == home:
                return Attribution(home, "carried")
        return NOBODY

    def _goes_on(self, sentence: int, indicator: str) -> bool:
        """Whether an agency's figures of one kind go on while the country is the subject."""
        before = self._attributions.get(sentence - 1, NOBODY)
        state = before.code.endswith("_GOV")
        return self._sourced.get(sentence - 1) == indicator and not state

    def _across(self, reading: Reading, *, men: bool = False) -> Attribution:
        """The last source of the paragraph before; for `men`, the agency of that section."""
        wanted = reading.sentence.paragraph - 1
        for index in sorted(self._attributions, reverse=True):
            held, paragraph = self._attributions[index], self._document.sentences[index].paragraph
            if paragraph < wanted:
                break
            theirs = men and not held.code.endswith("_GOV")
            if paragraph == wanted and (held.role in SPOKEN or theirs) and held.code:
                return Attribution(held.code, "carried")
        return NOBODY

    def _named(self, sentence: int, *, support: bool) -> Attribution | None:
        """The agency that a sentence without numbers names first; for support, the giver."""
        actors = self.actors(self._chronicle.reading(sentence))
        subject = next((a for a in actors if not a.adjunct), None)
        if subject is not None and subject.kind == "country" and not support:
            return None
        agents = [a for a in actors if a.kind == "agency" or (support and a.code == "US_GOV")]
        agents = [a for a in agents if not a.adjunct] or agents
        return Attribution(agents[0].code, "does") if agents else None

    def actors(self, reading: Reading) -> list[Actor]:
        """Those whom a sentence names."""
        sentence = reading.sentence
        if sentence.index not in self._actors:
            home = self._document.identity.ref_area
            scene = Scene(
                self._document.text,
                sentence.start,
                sentence.end,
                self.areas(reading),
                home,
                self._shorts,
            )
            self._actors[sentence.index] = [
                with_voice(scene.text, scene.start, scene.end, actor)
                for actor in find_actors(scene)
            ]
        return self._actors[sentence.index]

    def areas(self, reading: Reading) -> list[AreaMention]:
        """The places that a sentence names."""
        sentence = reading.sentence
        if sentence.index not in self._areas:
            home = self._document.identity.ref_area
            self._areas[sentence.index] = find_areas(
                self._document.text, sentence.start, sentence.end, reading.words, home
            )
        return self._areas[sentence.index]
