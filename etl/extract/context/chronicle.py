"""The periods of a document's sentences and of its numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

from etl.documents.model import Document
from etl.extract.context.attach import Attached, attach
from etl.extract.context.citations import PUBLICATIONS, RESPONDENTS, SURVEYS, Citations
from etl.extract.context.moments import stands
from etl.extract.context.parallels import in_like_parens, is_part, of_plan
from etl.extract.context.periods import Period, up_to, year
from etl.extract.context.reading import Reading
from etl.extract.context.resolve import resolve
from etl.extract.context.sides import earlier_than, is_earlier, of_change, of_side
from etl.extract.context.sinces import bounded, since_event, to_date
from etl.extract.context.tables import family_of, stock_indicators, told_of_events
from etl.extract.context.themes import Themes
from etl.extract.context.told import told_that
from etl.extract.context.totals import totalled
from etl.extract.model import Concept, Quantity

_SINCE_EVENT = re.compile(
    r"\b[Ss]ince\s+(?:then\b|(?:it|they)\s+(?:first\s+|was\s+|were\s+)?(?:opened|began|started|founded|formed|established|launched|created|set\s+up|came)\b|that\s+time\b|(?:the|its|their|this|that)\s+(?:[\w’'-]+\s+){0,3}?(?:passage|enactment|adoption"
    r"|implementation|creation|establishment|launch|inception|start|beginning|law|legislation)\b)"
)
_CLEAR = re.compile(r"[^;,\d]{0,70}")
_TO_DATE = re.compile(r"[Tt]o date\b")
_ANNUAL = re.compile(
    r"\b(?:annually|yearly|(?:a|per|each|every) year"
    r"(?!\s+(?:earlier|before|ago|prior|previously|later|old|or|and|after)))\b",
    re.IGNORECASE,
)
_BACK = 5
_NEAR_BY = 3
_OF_STATE = frozenset(
    {"treatment_admissions", "prosecutions", "investigations", "extradition_requests"}
)
"""Counted over a time or at a moment, as the sentence has it."""
_SURVEYED = frozenset({"demand_use", "governance_corruption", "demand_deaths"})


class Dated(NamedTuple):
    """A number's period, how the text gives it, and the rule that found it."""

    period: Period
    basis: str
    rule: str


class Chronicle:
    """Finds the periods of one document's quantities."""

    def __init__(self, document: Document) -> None:
        self._reference = document.identity.reference_year
        self._citations = Citations(document.text)
        self._themes = Themes(document)
        self._document = document
        self._cited: dict[int, Period] = {}
        self._told: dict[int, set[str]] = {}

    def reading(self, sentence: int) -> Reading:
        """The sentence of that index, read once."""
        return self._themes.reading(sentence)

    def place(self, quantity: Quantity, concept: Concept, *, runs_on: bool = False) -> Dated:
        """The period of a quantity.

        Args:
            quantity: The number.
            concept: What it measures.
            runs_on: Whether its paragraph goes on with the figures of the one before.
        """
        reading = self.reading(quantity.sentence)
        self._told.setdefault(quantity.sentence, set()).add(concept.indicator)
        change = concept.kind == "change"
        end = max(quantity.end, quantity.mentions_end)
        found = attach(reading, quantity.start, end, change=change)
        if concept.kind == "share" and found and found.time.day and found.time.start > end:
            found = None  # a part of what a longer time held came on one day
        if not change:
            found = self._by_other_words(reading, found, quantity.start, end)
        if found is None:
            return self._inherited(reading, quantity.start, end, concept, runs_on=runs_on)
        stock = self._is_stock(concept.indicator, reading, quantity.start, end)
        period = resolve(found.time, self._themes.around(reading, found.time, stock=stock))
        if found.time.code == "current" and _TO_DATE.match(reading.document.text, found.time.start):
            period = to_date(self._themes, quantity.sentence) or period
        if told_that(reading, found.time) and not stock:
            period = up_to(period.last)
        if not stock:
            period = bounded(self._themes, reading, period)
        if change:
            period = of_change(period, found, reading, quantity)
        else:
            side = of_side(period, found, reading, quantity.start, stock=stock)
            period = year(self._reference) if side is None else side
        return Dated(period, _basis(found, reading), found.rule)

    @staticmethod
    def _by_other_words(
        reading: Reading, found: Attached | None, start: int, end: int
    ) -> Attached | None:
        """A time that reaches a number by the sentence's build, not by its nearness."""
        if not reading.times:
            return None
        alike = in_like_parens(reading, start, end) if reading.scopes else None
        if alike is not None:
            return Attached(alike, "time_of_parentheses")
        if found is None or found.rule != "time_after_number" or found.time.code == "current":
            return totalled(reading, start) or found
        return found

    def _is_stock(self, indicator: str, reading: Reading, start: int, end: int) -> bool:
        """Whether a number is of what there was at a moment, by its kind or by its verb."""
        if indicator in stock_indicators() or indicator == "other":
            return True
        return indicator in _OF_STATE and stands(reading, start, end)

    def _inherited(
        self, reading: Reading, start: int, end: int, concept: Concept, *, runs_on: bool
    ) -> Dated:
        indicator, share = concept.indicator, concept.kind == "share"
        sentence = reading.sentence
        cites = not PUBLICATIONS.isdisjoint(reading.vocabulary)
        period = self._citations.year_of(sentence.start, sentence.end) if cites else None
        basis, rule = "inherited", "time_of_publication"
        if period is None:
            period = self._of_survey_before(reading, indicator)
        if period is not None:
            self._cited[sentence.index] = period
        if period is None and reading.times:
            plan = of_plan(reading, start)
            period = Period(plan.first, plan.last) if plan else None
        since = period is None and "since" in reading.vocabulary
        if since and self._since_event(reading, start, end):
            period = since_event(self._themes, sentence.index, self._reference)
            rule = "time_since_event"
        if period is None:
            told = self._told.get(sentence.index - 1, set())
            goes_on = (share or indicator == "prevalence_rate") and indicator in told
            goes_on = goes_on or (bool(told) and is_part(reading, start, end))
            stock = self._is_stock(indicator, reading, start, end)
            period = self._carried(reading, indicator, goes_on=goes_on, stock=stock)
            rule = "time_of_paragraph"
        if period is None and runs_on:
            period, rule = self._themes.across(sentence.index), "time_of_paragraph_before"
        if period is None:
            period, basis, rule = year(self._reference), "report", "time_of_report"
        if period.monthly and _ANNUAL.search(reading.between(start, sentence.end)):
            period = year(period.last[0])
        if is_earlier(reading, start):
            period = earlier_than(period, reading, *self._paragraph_before(reading))
        return Dated(period, basis, rule)

    @staticmethod
    def _since_event(reading: Reading, start: int, end: int) -> bool:
        """Whether a number is told "since then", before it or right behind it."""
        if _SINCE_EVENT.search(reading.between(reading.sentence.start, start)):
            return True
        behind = _SINCE_EVENT.search(reading.between(end, reading.sentence.end))
        return behind is not None and _CLEAR.fullmatch(behind.string, 0, behind.start()) is not None

    def _apart(self, reading: Reading, period: Period) -> bool:
        """Whether a year gone by was told without a figure, in a sentence that this one leaves."""
        before = self.reading(reading.sentence.index - 1)
        return not before.numbers and not period.covers(self._reference)

    def _paragraph_before(self, reading: Reading) -> list[Reading]:
        """The last sentences of the paragraph before one."""
        index, sentences = reading.sentence.index, self._document.sentences
        places = range(index - 1, max(-1, index - 1 - _NEAR_BY), -1)
        same = [p for p in places if sentences[p].paragraph == reading.sentence.paragraph]
        return [self.reading(place) for place in same]

    def _carried(
        self, reading: Reading, indicator: str, *, goes_on: bool, stock: bool
    ) -> Period | None:
        """The period that the paragraph has told of before, for a number of the same kind."""
        index = reading.sentence.index
        period = self._themes.carried(index, goes_on=goes_on)
        if period is None or (not goes_on and self._is_of_another(period, reading, indicator)):
            return None
        on = goes_on or reading.goes_on or self._themes.is_item(index)
        if stock and period.lone and not on:
            return None
        return self._themes.moment(index, period) if stock else period

    def _of_survey_before(self, reading: Reading, indicator: str) -> Period | None:
        """The year of the publication that the sentence before told of, for what it told."""
        last = reading.sentence.index - 1
        sentences = self._document.sentences
        if not reading.times and not RESPONDENTS.isdisjoint(reading.vocabulary):
            for before in self._paragraph_before(reading):
                surveys = not SURVEYS.isdisjoint(before.vocabulary)
                told = self._themes.main(before.sentence.index) if surveys else None
                told = self._cited.get(before.sentence.index, told)
                if told is not None:
                    return told
        if last not in self._cited or sentences[last].paragraph != reading.sentence.paragraph:
            return None
        asked = not reading.times and family_of(indicator) in _SURVEYED
        return self._cited[last] if asked else None

    def _is_of_another(self, period: Period, reading: Reading, indicator: str) -> bool:
        """Whether a year gone by or a lone month was said of figures of another kind."""
        lone = period.monthly and period.first == period.last
        season = not period.monthly and period.span == 1
        if (period.covers(self._reference) and not (lone or season)) or reading.refers:
            return False
        last = reading.sentence.index - 1
        before = range(last, max(-1, last - _BACK), -1)
        told = next((self._told[index] for index in before if index in self._told), None)
        if told is None:
            return not lone and not reading.times and self._apart(reading, period)
        asked = not SURVEYS.isdisjoint(self.reading(last).vocabulary)
        if asked and indicator not in told and family_of(indicator) not in _SURVEYED:
            return True
        if season and indicator in stock_indicators() and indicator not in told:
            return True  # what there is, is there beyond one fiscal year
        if indicator in told_of_events() and not told_of_events().isdisjoint(told):
            return False
        known = family_of(indicator) and all(family_of(other) for other in told)
        return bool(known) and family_of(indicator) not in {family_of(other) for other in told}


def _basis(found: Attached, reading: Reading) -> str:
    """How the text gives a time: in the number's own sentence, around it, or not at all."""
    time = found.time
    if time.code == "current":
        return "report"
    leaning = time.code in {"same_period", "this_year", "that_year", "previous_year"}
    leaning = leaning or (time.code == "span" and not time.last[0])
    if not leaning or time.first[0]:
        return "stated"
    firm = any(t.code == "span" and t.first[0] and t.end <= time.start for t in reading.times)
    return "stated" if firm and time.code != "span" else "inherited"
