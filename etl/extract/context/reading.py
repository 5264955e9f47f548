"""What one sentence says about time: its expressions, numbers, scopes and tense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from etl.documents.model import Document, Sentence
from etl.extract.context.events import tells_same_event
from etl.extract.context.expressions import Time
from etl.extract.context.numbers import Number, find_numbers
from etl.extract.context.scopes import Scope, find_scopes, scopes_of
from etl.extract.context.starts import Starting
from etl.extract.context.tense import is_past, is_plan, looks_back, points_on
from etl.extract.context.times import find_times
from etl.extract.view import Token, tokens, vocabulary

LONGEST_PROSE = 4_000
"""A longer "sentence" is a table or noise: nothing in it is attached to anything."""

_PRONOUNS = ("It ", "They ", "Its ", "Their ", "He ", "She ", "Both ", "All ", "Each ")


@dataclass
class Reading:
    """A sentence of a document; each part is found when first asked for.

    Attributes:
        memo: What has been asked about the sentence as a whole, by question.
    """

    document: Document
    sentence: Sentence
    memo: dict[str, bool] = field(default_factory=dict)

    @property
    def is_prose(self) -> bool:
        """Whether it is short enough to be a sentence that somebody wrote."""
        return self.sentence.end - self.sentence.start <= LONGEST_PROSE

    @cached_property
    def past(self) -> bool:
        """Whether it tells of the past."""
        return is_past(self.between(self.sentence.start, self.sentence.end))

    @cached_property
    def goes_on(self) -> bool:
        """Whether it goes on with what the sentence before told."""
        return self.past or points_on(self.between(self.sentence.start, self.sentence.end))

    @cached_property
    def plans(self) -> bool:
        """Whether it tells of what will be."""
        return is_plan(self.between(self.sentence.start, self.sentence.end))

    @cached_property
    def refers(self) -> bool:
        """Whether its words point at what the sentence before told."""
        text = self.between(self.sentence.start, self.sentence.end)
        return text.startswith(_PRONOUNS) or points_on(text)

    @cached_property
    def compares(self) -> bool:
        """Whether it only holds another time's figures against those told before."""
        return looks_back(self.between(self.sentence.start, self.sentence.end))

    @cached_property
    def same_event(self) -> bool:
        """Whether it goes on with the one event that the sentence before told."""
        return tells_same_event(self.between(self.sentence.start, self.sentence.end))

    @cached_property
    def words(self) -> list[Token]:
        """Its tokens."""
        return tokens(self.document.text, self.sentence.start, self.sentence.end)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its words, in lower case."""
        return vocabulary(self.document.text, self.sentence.start, self.sentence.end)

    def found(
        self, pattern: Starting, start: int | None = None, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """The matches of a pattern, in the whole sentence or between two offsets of it."""
        if pattern.first.isdisjoint(self.vocabulary):
            return iter(())
        start = self.sentence.start if start is None else start
        end = self.sentence.end if end is None else end
        return pattern.all(self.words, self.document.text, start, end)

    @cached_property
    def times(self) -> list[Time]:
        """Its time expressions."""
        span = self.sentence
        if not self.is_prose:
            return []
        return find_times(self.document.text, span.start, span.end)

    @cached_property
    def numbers(self) -> list[Number]:
        """Its numbers that are no dates."""
        span = self.sentence
        return find_numbers(self.document.text, span.start, span.end, self.times)

    @cached_property
    def scopes(self) -> list[Scope]:
        """Its parentheses and comparison sides."""
        span = self.sentence
        return find_scopes(self.document.text, span.start, span.end, self.times, self.numbers)

    def scopes_at(self, place: int) -> tuple[Scope, ...]:
        """The scopes that hold an offset, the outermost first."""
        return scopes_of(self.scopes, place) if self.scopes else ()

    def between(self, start: int, end: int) -> str:
        """The text between two offsets."""
        return self.document.text[start:end]

    def scopes_of(self, time: Time) -> tuple[Scope, ...]:
        """The scopes of a time; one alone in its parentheses belongs to what they follow."""
        if not self.scopes:
            return ()
        text = self.document.text
        return tuple(
            scope
            for scope in self.scopes_at(time.start)
            if scope.kind != "paren"
            or text[scope.start + 1 : scope.end].strip() != text[time.start : time.end]
        )
