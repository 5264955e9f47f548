"""Writes ledger files: facts with their documents become rows without sentences."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, fields
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from etl.documents.model import Document, Identity, Sentence
from etl.errors import SeedError
from etl.extract.model import Fact
from etl.extract.results import AssessmentFact, FindingFact
from etl.ledger.assessments import AssessmentRow, FindingRow
from etl.ledger.figures import plain
from etl.ledger.locate import number_word
from etl.ledger.row import LedgerRow

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def fact_rows(
    document: Document,
    facts: Iterable[Fact],
    *,
    review: str,
    note: Callable[[Fact], str] = lambda _: "",
) -> list[LedgerRow]:
    """Rows of the ledger for facts of one document, in the document's order.

    Args:
        document: The report that states the facts.
        facts: Facts with spans in the document's text.
        review: `reviewed` where a person read them against the text, else `machine`.
        note: What to note of a fact, in our words.

    Raises:
        SeedError: A fact stands outside every sentence, or its text is not there.
    """
    ordered: list[Fact] = sorted(facts, key=lambda fact: (fact.start, fact.end))
    return [_fact_row(document, fact, review, note(fact)) for fact in ordered]


def assessment_rows(document: Document, facts: Iterable[AssessmentFact]) -> list[AssessmentRow]:
    """Rows of the ledger for the ratings of one document."""
    return [
        AssessmentRow(
            document.identity.report_id,
            fact.recommendation,
            fact.chapter,
            fact.rating_body or "",
            fact.rating_summary or "",
        )
        for fact in facts
    ]


def finding_rows(
    document: Document,
    facts: Iterable[FindingFact],
    *,
    review: str,
    note: Callable[[FindingFact], str] = lambda _: "",
) -> list[FindingRow]:
    """Rows of the ledger for the findings of one document."""
    return [_finding_row(document, fact, review, note(fact)) for fact in facts]


def write_rows(path: Path, row_type: type[DataclassInstance], rows: Sequence[object]) -> None:
    """Write a ledger file: the fields as columns, plain numbers, line feeds."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(row_type))
    for row in rows:
        if not isinstance(row, row_type):
            raise TypeError(f"expected {row_type.__name__}, found {type(row).__name__}")
        writer.writerow(_cell(value) for value in astuple(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.getvalue(), encoding="utf-8", newline="\n")


def write_index(path: Path, identities: Iterable[Identity]) -> None:
    """Write the list of the ledger's reports, in order of their ids."""
    by_id = {identity.report_id: identity for identity in identities}
    write_rows(path, Identity, [by_id[report_id] for report_id in sorted(by_id)])


def sentence_at(document: Document, offset: int) -> Sentence | None:
    """The sentence that holds a character."""
    return next((s for s in document.sentences if s.start <= offset < s.end), None)


def _fact_row(document: Document, fact: Fact, review: str, note: str) -> LedgerRow:
    report_id = document.identity.report_id
    sentence = sentence_at(document, fact.start)
    there = document.text[fact.start : fact.end]
    if sentence is None or there != fact.text:
        raise SeedError(f"{report_id}@{fact.start}: expected {fact.text!r}, found {there!r}")
    word = number_word(document.quote(sentence), fact.start - sentence.start)
    if word is None:
        raise SeedError(f"{report_id}@{fact.start}: expected a word, found {there!r}")
    return LedgerRow(
        report_id=report_id,
        section=sentence.section_id,
        sentence=sentence.number,
        anchor=sentence.anchor,
        occurrence=sentence.occurrence,
        number_word=word,
        text=fact.text,
        kind=fact.kind,
        indicator=fact.indicator,
        substance=fact.substance,
        ref_area=fact.ref_area,
        value=fact.value,
        value_high=fact.value_high,
        unit=fact.unit,
        qualifier=fact.qualifier,
        status=fact.status,
        time_period=fact.time_period,
        time_basis=fact.time_basis,
        estimator=fact.estimator,
        rule_id=fact.rule_id,
        review=review,
        note=note,
    )


def _finding_row(document: Document, fact: FindingFact, review: str, note: str) -> FindingRow:
    sentence = document.sentences[fact.sentence]
    return FindingRow(
        report_id=document.identity.report_id,
        recommendation=fact.recommendation,
        polarity=fact.polarity,
        topic=fact.topic,
        section=sentence.section_id,
        sentence=sentence.number,
        anchor=sentence.anchor,
        occurrence=sentence.occurrence,
        review=review,
        note=note,
    )


def _cell(value: object) -> str:
    if value is None:
        return ""
    return plain(value) if isinstance(value, Decimal) else str(value)
