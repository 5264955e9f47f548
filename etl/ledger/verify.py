"""Finds each row of the ledger again in its document and checks its number there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from etl.documents.model import Document, Sentence
from etl.ledger.compare import Disagreement, Stated, disagreement
from etl.ledger.locate import Hint, Sentences, Span, span_of
from etl.ledger.problem import Problem
from etl.ledger.row import LedgerRow
from etl.ledger.table import Placed

Verification = Literal["verified", "unverified", "not_found", "contradicted"]


@dataclass(frozen=True, slots=True)
class Check:
    """What became of one row of the ledger.

    Attributes:
        placed: The row and its place in the ledger.
        sentence: Its sentence; None where that was not found.
        span: Where its number stands; None where that was not found.
        expected: What the row says; empty where it is verified.
        found: What the text says; empty where it is verified.
    """

    placed: Placed[LedgerRow]
    verification: Verification
    sentence: Sentence | None = None
    span: Span | None = None
    expected: str = ""
    found: str = ""

    @property
    def problem(self) -> Problem | None:
        """The check as a problem; None where the row is verified or nothing was asked."""
        if self.verification in {"verified", "unverified"}:
            return None
        row = self.placed.row
        place = f"{self.placed.place} ({row.report_id} {row.section}, sentence {row.sentence})"
        return Problem("error", self.verification, row.report_id, place, self.expected, self.found)


def verify(document: Document, rows: Iterable[Placed[LedgerRow]]) -> list[Check]:
    """Check rows of the ledger against the document that they are about.

    Args:
        document: The report as read.
        rows: Its rows.

    Returns:
        One check a row, in order: `verified` where its sentence is there and bears its
        number out, `contradicted` where it is there with another number, `not_found`.
    """
    sentences = Sentences(document)
    return [_check(document, sentences, placed) for placed in rows]


def unverified(rows: Iterable[Placed[LedgerRow]]) -> list[Check]:
    """The checks of rows whose document is not at hand."""
    return [Check(placed, "unverified") for placed in rows]


def stated(row: LedgerRow) -> Stated:
    """The figure that a row claims."""
    return Stated(row.value, row.value_high, row.kind, row.text)


def _check(document: Document, sentences: Sentences, placed: Placed[LedgerRow]) -> Check:
    row = placed.row
    sentence = sentences.find(Hint(row.anchor, row.occurrence, row.section, row.sentence))
    if sentence is None:
        found = "no sentence with these words"
        return Check(placed, "not_found", expected=f"the sentence of {row.text!r}", found=found)
    span = span_of(document, sentence, row.number_word, row.text)
    wrong = _disagreement(document, sentence, row, span)
    if wrong is None:
        return Check(placed, "verified", sentence, span)
    return Check(placed, "contradicted", sentence, span, wrong.expected, wrong.found)


def _disagreement(
    document: Document, sentence: Sentence, row: LedgerRow, span: Span | None
) -> Disagreement | None:
    if span is None:
        return Disagreement(repr(row.text), "the end of the sentence")
    wrong = disagreement(document.quote(sentence), row.number_word, stated(row))
    if wrong is None and not span.as_printed:
        return Disagreement(repr(row.text), repr(document.text[span.start : span.end]))
    return wrong
