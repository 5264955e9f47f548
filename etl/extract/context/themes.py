"""The period that each sentence of a document is about."""

from __future__ import annotations

from etl.documents.model import Document
from etl.extract.context.expressions import Time
from etl.extract.context.foremost import follows_number, foremost, is_theme, of_publication
from etl.extract.context.lists import list_heads
from etl.extract.context.periods import Period, year
from etl.extract.context.reading import Reading
from etl.extract.context.resolve import Around, resolve
from etl.extract.context.told import meets_press, said_on

_SECTION_REACH = 8
_DEEPEST = 12
_AT_HAND = 2
_NEAR_BY = 3
_YEAR_MEANT = frozenset({"this_year", "that_year"})


class Themes:
    """Finds what sentences are about; each sentence is read when first needed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._reference = document.identity.reference_year
        self._readings: dict[int, Reading] = {}
        self._mains: dict[int, Period | None] = {}
        self._effective: dict[int, Period | None] = {}
        self._heads = list_heads(document)
        self._depth = 0

    def reading(self, sentence: int) -> Reading:
        """The sentence of that index, read once."""
        if sentence not in self._readings:
            self._readings[sentence] = Reading(self._document, self._document.sentences[sentence])
        return self._readings[sentence]

    def is_item(self, sentence: int) -> bool:
        """Whether a sentence is an item of a list, which goes on with its introduction."""
        return self._document.sentences[sentence].paragraph in self._heads

    def main(self, sentence: int) -> Period | None:
        """What a sentence's plain statement is about: its opening time, else its last."""
        if sentence not in self._mains:
            if self._depth >= _DEEPEST:
                return None  # times that lean on times that lean on times: nobody follows
            self._mains[sentence] = None  # a time that leans on itself finds nothing
            self._depth += 1
            self._mains[sentence] = self._main_of(self.reading(sentence))
            self._depth -= 1
        return self._mains[sentence]

    def effective(self, sentence: int) -> Period | None:
        """What a sentence is about: its own main period, else one that reaches it."""
        pending: list[int] = []
        place = sentence
        while place not in self._effective:
            pending.append(place)
            if self.opens_paragraph(place) or not (
                self.main(place) is None or self.reading(place).compares
            ):
                break
            place -= 1
        for place in reversed(pending):
            self._effective[place] = self._of(place)
        return self._effective[sentence]

    def _of(self, sentence: int) -> Period | None:
        """The period a sentence leaves to the next; one it only glances back at ends with it."""
        own = self.main(sentence)
        if own is None:
            return self._reaching(sentence)
        if self.opens_paragraph(sentence) or not self.reading(sentence).compares:
            return own
        before = self.effective(sentence - 1)
        return before if before is not None and own.last < before.last else own

    def carried(self, sentence: int, *, goes_on: bool = False) -> Period | None:
        """The period that a number without its own takes from the sentences before.

        Args:
            sentence: Index of its sentence.
            goes_on: Whether the number is a part of what the sentence before counted.
        """
        period = self._reaching(sentence)
        if goes_on and not self.opens_paragraph(sentence):
            return self.effective(sentence - 1)
        reading = self.reading(sentence)
        on = self.is_item(sentence) or reading.goes_on
        if period is None or on or (period.lone and reading.same_event):
            return period
        return year(self._reference)

    def _reaching(self, sentence: int) -> Period | None:
        """The period of the sentence before, unless this one leaves it for the present."""
        if self.opens_paragraph(sentence):
            return None
        period = self.effective(sentence - 1)
        reading = self.reading(sentence)
        if period is not None and period.lone and reading.numbers and not reading.same_event:
            period = self._around_event(sentence)
        plans = self.reading(sentence).plans
        if period is not None and period.first[0] > self._reference and not plans:
            return None  # what is planned is over with its sentence
        on = self.is_item(sentence) or reading.goes_on or reading.same_event
        if period is None or period.covers(self._reference) or on:
            return period
        return None

    def moment(self, sentence: int, period: Period) -> Period:
        """The end of a carried period that was told "as of" its end, for an amount then."""
        place = sentence
        while not self.opens_paragraph(place) and sentence - place < _SECTION_REACH:
            place -= 1
            if self.main(place) == period and period.monthly:
                ends = [t for t in self.reading(place).times if t.role == "until"]
                return Period(period.last, period.last) if ends else period
        return period

    def _around_event(self, sentence: int) -> Period | None:
        """What this paragraph was about before it told of an event and its month."""
        place = sentence
        while not self.opens_paragraph(place) and sentence - place < _SECTION_REACH:
            place -= 1
            period = self.main(place)
            if period is not None and not period.lone:
                return period
        return None

    def across(self, sentence: int) -> Period | None:
        """The months of the paragraph before, where this one has told no time so far."""
        if not self.reading(sentence).goes_on:
            return None
        place = sentence
        while not self.opens_paragraph(place):
            place -= 1
            if sentence - place > _SECTION_REACH or self.main(place) is not None:
                return None
        period = self.effective(place - 1) if place else None
        ranged = period is not None and period.monthly and period.first != period.last
        return period if ranged else None

    def leant_on(self, reading: Reading, time: Time) -> Period | None:
        """The firm time nearest before `time` in its sentence, else of the sentences before."""
        if time.code == "span" and time.first[0]:
            return None
        near = self._stated_before(reading, time)
        return near if near is not None else self._earlier(reading.sentence.index)

    def _months_meant(self, reading: Reading, time: Time) -> Period | None:
        """The months last told of in this section, for "the same months"."""
        if time.code == "by_then":
            return self._day_told(reading, time)
        words = reading.between(time.start, time.end).lower()
        if time.code != "same_period" or "month" not in words or time.first[0]:
            return None
        sentences, index = self._document.sentences, reading.sentence.index
        for place in range(index - 1, max(-1, index - _SECTION_REACH), -1):
            if sentences[place].section_id != sentences[index].section_id:
                return None
            found = None if self.reading(place).compares else self.main(place)
            if found is not None and found.monthly and found.first != found.last:
                return found
        return None

    def _day_told(self, reading: Reading, time: Time) -> Period | None:
        """The month last told of, for "by then", be it only that of a speech."""
        index = reading.sentence.index
        for place in range(index, max(-1, index - _NEAR_BY), -1):
            told = self.reading(place)
            days = [t for t in told.times if t.first[1] and (place < index or t.end <= time.start)]
            if days:
                return resolve(days[-1], self.around(told, days[-1], stock=False))
            if self.opens_paragraph(place):
                break
        return None

    def _spoken(self, reading: Reading, time: Time) -> tuple[int, int] | None:
        """The month in which somebody met the press, by the sentence before."""
        index = reading.sentence.index
        if self.opens_paragraph(index) or not meets_press(self.reading(index - 1)):
            return None
        told = self._day_told(reading, time)
        return told.last if told and told.last > time.first else None

    def _stated_before(self, reading: Reading, time: Time) -> Period | None:
        """The period stated before `time` in its sentence; for a bare month only an opening one."""
        opens_only = time.code == "span"
        firm = [
            t
            for t in reading.times
            if t.end <= time.start
            and t.code == "span"
            and (t.first[0] or not opens_only)
            and not t.weak
            and t.role != "by"
            and not (opens_only and follows_number(reading, t))
        ]
        if not firm:
            return None
        leans = firm[-1].of_the_year
        earlier = self._earlier(reading.sentence.index) if leans else None
        return resolve(firm[-1], Around(self._reference, earlier))

    def around(self, reading: Reading, time: Time, *, stock: bool) -> Around:
        """What a time expression of a sentence may lean on."""
        near = None if time.first[0] else self._stated_before(reading, time)
        main = self._months_meant(reading, time) or self.leant_on(reading, time)
        lately = range(self._reference - _AT_HAND, self._reference + 1)
        if time.code in _YEAR_MEANT and main is not None and main.last[0] not in lately:
            main = None  # "the year" is not that of long ago or to come
        said = next((t for t in reading.times if t is not time and said_on(reading, t)), None)
        spoken = self._spoken(reading, time) if time.role == "since" and time.first[1] else None
        return Around(
            reference_year=self._reference,
            main=main,
            stock=stock,
            past=time.role == "by" and (reading.past or "put" in reading.vocabulary),
            said=resolve(said, Around(self._reference, None)).last if said else spoken,
            near=near.last[0] if near else None,
        )

    def _main_of(self, reading: Reading) -> Period | None:
        plain = [t for t in reading.times if is_theme(reading, t)]
        dated = [t for t in plain if not said_on(reading, t)] or plain
        dated = [t for t in dated if not of_publication(reading, t)] or dated
        dated = [t for t in dated if t.role != "since"] or dated
        if not dated:
            return None
        chosen = foremost(reading, dated)
        return resolve(chosen, self.around(reading, chosen, stock=False))

    def _earlier(self, sentence: int) -> Period | None:
        sentences = self._document.sentences
        for index in range(sentence - 1, max(-1, sentence - _SECTION_REACH), -1):
            if sentences[index].section_id != sentences[sentence].section_id:
                return None
            found = self.effective(index)
            if found is not None:
                return found
        return None

    def opens_paragraph(self, sentence: int) -> bool:
        """Whether a sentence is the first of its paragraph, or of the list it belongs to."""
        sentences = self._document.sentences
        if not sentence:
            return True
        parted = sentences[sentence - 1].paragraph != sentences[sentence].paragraph
        return parted and not self.is_item(sentence)
