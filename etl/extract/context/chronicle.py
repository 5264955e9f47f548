"""The periods of a document's sentences and of its numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.documents.model import Document
from etl.extract.context.attach import Attached, attach, said_on
from etl.extract.context.citations import Citations
from etl.extract.context.periods import Period, year, years
from etl.extract.context.reading import Reading
from etl.extract.context.resolve import Around, resolve
from etl.extract.context.tables import stock_indicators
from etl.extract.context.times import Time
from etl.extract.model import Concept, Quantity

_OPENING = 40
_SECTION_REACH = 8
_TO = re.compile(r"\bto\s+(?:[a-z]+\s+){0,3}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A number's period, how the text gives it, and the rule that found it."""

    period: Period
    basis: str
    rule: str
    time: Time | None = None


class Chronicle:
    """Finds periods in one document; sentences are read when first needed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._reference = document.identity.reference_year
        self._citations = Citations(document.text)
        self._readings: dict[int, Reading] = {}
        self._mains: dict[int, Period | None] = {}
        self._effective: dict[int, Period | None] = {}

    def reading(self, sentence: int) -> Reading:
        """The sentence of that index, read once."""
        if sentence not in self._readings:
            self._readings[sentence] = Reading(self._document, self._document.sentences[sentence])
        return self._readings[sentence]

    def place(self, quantity: Quantity, concept: Concept) -> Dated:
        """The period of a quantity."""
        reading = self.reading(quantity.sentence)
        change = concept.kind == "change"
        end = max(quantity.end, quantity.mentions_end)
        found = attach(reading, quantity.start, end, change=change)
        if found is None:
            return self._inherited(reading, quantity.start)
        period = resolve(found.time, self._around(reading, found.time, concept))
        if change:
            period = self._of_change(period, found, reading, quantity)
        else:
            period = _of_side(period, found, reading, quantity.start)
        return Dated(period, _basis(found), found.rule, found.time)

    def main(self, sentence: int) -> Period | None:
        """What a sentence's plain statement is about: its opening time, else its last."""
        if sentence not in self._mains:
            self._mains[sentence] = None  # a time that leans on itself finds nothing
            self._mains[sentence] = self._main_of(self.reading(sentence))
        return self._mains[sentence]

    def _main_of(self, reading: Reading) -> Period | None:
        plain = [
            t
            for t in reading.times
            if not t.weak
            and t.code not in {"window", "current", "title"}
            and t.role != "by"
            and (t.role != "since" or reading.numbers)
            and not reading.scopes_at(t.start)
        ]
        dated = [t for t in plain if not said_on(reading, t)] or plain
        if not dated:
            return None
        opening = dated[0].start - reading.sentence.start < _OPENING
        chosen = dated[0] if opening else dated[-1]
        return resolve(chosen, self._around(reading, chosen, None))

    def _around(self, reading: Reading, time: Time, concept: Concept | None) -> Around:
        stock = concept is not None and concept.indicator in stock_indicators()
        said = next((t for t in reading.times if t is not time and said_on(reading, t)), None)
        moment = resolve(said, Around(self._reference, None)).last if said else None
        return Around(
            self._reference,
            self._leant_on(reading, time),
            stock,
            time.role == "by" and reading.past,
            moment,
        )

    def _leant_on(self, reading: Reading, time: Time) -> Period | None:
        """The firm time nearest before `time` in its sentence, else of the sentences before."""
        if time.code == "span" and time.first[0]:
            return None
        firm = [t for t in reading.times if t.code == "span" and t.first[0] and not t.weak]
        near = [t for t in firm if t.end <= time.start and t.role != "by"]
        if time.code == "span" and not near:
            near = [t for t in firm if t.role != "by"][:1]
        if near:
            return resolve(near[-1], Around(self._reference, None))
        return self._earlier(reading.sentence.index)

    def _earlier(self, sentence: int) -> Period | None:
        section = self._document.sentences[sentence].section_id
        for index in range(sentence - 1, max(-1, sentence - _SECTION_REACH), -1):
            if self._document.sentences[index].section_id != section:
                return None
            found = self.effective(index)
            if found is not None:
                return found
        return None

    def effective(self, sentence: int) -> Period | None:
        """What a sentence is about: its own main period, else one carried to it."""
        if sentence not in self._effective:
            self._effective[sentence] = self.main(sentence) or self._carried(sentence)
        return self._effective[sentence]

    def _carried(self, sentence: int) -> Period | None:
        """The period of the sentence before, where this one goes on with it."""
        sentences = self._document.sentences
        if not sentence or sentences[sentence - 1].paragraph != sentences[sentence].paragraph:
            return None
        period = self.effective(sentence - 1)
        if period is None:
            return None
        reading = self.reading(sentence)
        if reading.goes_on:
            return period
        return year(self._reference) if period.covers(self._reference) else None

    def _inherited(self, reading: Reading, start: int) -> Dated:
        sentence = reading.sentence
        period = self._citations.year_of(sentence.start, sentence.end)
        basis, rule = "inherited", "time_of_publication"
        if period is None:
            period, rule = self._carried(sentence.index), "time_of_paragraph"
        if period is None:
            period, basis, rule = year(self._reference), "report", "time_of_report"
        if _comes_from(reading, start):
            period = period.shifted(-1)
        return Dated(period, basis, rule)

    def _of_change(
        self, period: Period, found: Attached, reading: Reading, quantity: Quantity
    ) -> Period:
        if found.time.role == "since":
            return period
        if not period.monthly and period.span == 1 and found.time.spread:
            return year(period.last[0])
        base = self._compared(reading, quantity)
        if base is not None and period.last[0] - base > 1:
            return years(base, period.last[0])
        return period

    def _compared(self, reading: Reading, quantity: Quantity) -> int | None:
        """The year on the other side of the comparison that follows a change."""
        for time in reading.times:
            if time.start < quantity.start or time.code != "span" or not time.first[0]:
                continue
            kinds = [scope.kind for scope in reading.scopes_at(time.start)]
            return time.last[0] if "base" in kinds else None
        return None


def _comes_from(reading: Reading, start: int) -> bool:
    """Whether a number is where a change started ("from 170 to 340")."""
    return any(
        scope.kind == "base" and reading.between(scope.start, start).lower().startswith("from ")
        for scope in reading.scopes_at(start)
    )


def _reaches(reading: Reading, start: int) -> bool:
    """Whether a number is where a change ended: "to" it, right after "from" another."""
    to = _TO.search(reading.document.text, reading.sentence.start, start)
    return to is not None and any(
        scope.kind == "base" and 0 <= to.start() - scope.end <= 1 for scope in reading.scopes
    )


def _of_side(period: Period, found: Attached, reading: Reading, start: int) -> Period:
    """The period of an amount at one end of a change ("from 170 to 340")."""
    if found.time.spread and period.span:
        if found.base or _comes_from(reading, start):
            return year(period.first[0])
        if _reaches(reading, start):
            return year(period.last[0])
    return period.shifted(-1) if found.base else period


def _basis(found: Attached) -> str:
    if found.time.code == "current":
        return "report"
    leaning = found.time.code in {"same_period", "this_year", "previous_year"}
    leaning = leaning or (found.time.code == "span" and not found.time.last[0])
    return "inherited" if leaning and not found.time.first[0] else "stated"
