"""Finds a row of the ledger again in a document: its sentence, and its number's words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from etl.documents.anchor import words
from etl.documents.model import Document, Sentence

_MORE_DIGITS = re.compile(r"[.,]?\d")


@dataclass(frozen=True, slots=True)
class Hint:
    """How a row remembers its sentence: the anchor, and what tells equal anchors apart."""

    anchor: str
    occurrence: int
    section: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Span:
    """Where a number stands.

    Attributes:
        start: Offset into the document's text.
        end: Offset after its last character.
        as_printed: Whether the row's own words stand there, digit by digit.
    """

    start: int
    end: int
    as_printed: bool


@dataclass(frozen=True)
class Sentences:
    """The sentences of one document by anchor."""

    document: Document

    @cached_property
    def _by_anchor(self) -> dict[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = defaultdict(list)
        for sentence in self.document.sentences:
            found[sentence.anchor].append(sentence)
        return found

    def find(self, hint: Hint) -> Sentence | None:
        """The sentence that `hint` remembers; None where it is gone or cannot be told.

        Of several with the anchor it is the one at the remembered place, else the
        one of that occurrence; a single one is taken wherever it stands.
        """
        candidates = self._by_anchor.get(hint.anchor, [])
        here = [s for s in candidates if s.section_id == hint.section]
        for group in (
            [s for s in here if s.occurrence == hint.occurrence],
            [s for s in here if s.number == hint.sentence],
            [s for s in candidates if s.occurrence == hint.occurrence],
            candidates,
        ):
            if len(group) == 1:
                return group[0]
        return None


def number_word(sentence: str, offset: int) -> int | None:
    """Index of the word of `sentence` that a number at `offset` starts with.

    That is the first word that ends behind `offset`: a currency sign belongs to the
    word after it, and digits that a missing space glued to a word to that word.
    """
    return next((i for i, (_, end) in enumerate(words(sentence)) if end > offset), None)


def span_of(document: Document, sentence: Sentence, number_word: int, text: str) -> Span | None:
    """Where the number `text` stands in `sentence`, from its word `number_word` on.

    A sign in front of the first word ("$220") and behind the last ("5%") belongs to
    it where `text` has it and the document too.

    Returns:
        The span of as many words as `text` has; None where the sentence is too short.
    """
    quote = document.quote(sentence)
    own, there = words(text), words(quote)[number_word:]
    if not own or len(there) < len(own):
        return None
    there = there[: len(own)]
    start, end = there[0][0], there[-1][1]
    as_printed = _folded(quote, there) == _folded(text, own)
    if not as_printed and (glued := _glued(quote, start, text[own[0][0] : own[-1][1]])):
        start, end, as_printed = *glued, True
    lead, tail = text[: own[0][0]], text[own[-1][1] :]
    start -= len(lead) if quote[:start].endswith(lead) else 0
    end += len(tail) if quote[end:].startswith(tail) else 0
    return Span(sentence.start + start, sentence.start + end, as_printed)


def _glued(quote: str, start: int, number: str) -> tuple[int, int] | None:
    """Span of a number in digits that missing spaces glued to letters around it."""
    letters = start
    while letters < len(quote) and quote[letters].isalpha():
        letters += 1
    end = letters + len(number)
    alone = not _MORE_DIGITS.match(quote, end)
    there = number[:1].isdigit() and quote[letters:end] == number
    return (letters, end) if there and alone else None


def _folded(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    return [unicodedata.normalize("NFKC", text[start:end]).casefold() for start, end in spans]
