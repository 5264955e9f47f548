"""An evaluation's rows: ratings, findings and treaties, from ledger and text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etl.documents.model import Document
from etl.extract.results import Extraction
from etl.ledger.files import LedgerReport
from etl.ledger.problem import Problem
from etl.staging import findings, ratings
from etl.staging.load import Columns


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Columns by table name, and what is wrong with the evaluation."""

    tables: Mapping[str, Columns]
    problems: tuple[Problem, ...]


def evaluation_of(
    ledger: LedgerReport | None, document: Document | None, extraction: Extraction | None
) -> Evaluation:
    """Bring together what the ledger and the text say of an evaluation.

    Args:
        ledger: What the ledger knows of the report, if anything.
        document: The report as read, if it is at hand.
        extraction: What extraction made of it; None exactly where `document` is.
    """
    rated = ledger.assessments if ledger else ()
    held = {fact.recommendation: fact for fact in extraction.assessments} if extraction else {}
    assessments = [ratings.ledger_rating(placed.row, held, document) for placed in rated]
    found, lost = findings.ledger_findings(ledger.findings if ledger else (), document)
    problems = [*ratings.against_ledger(rated, held, document), *lost]
    instruments: list[findings.Cells] = []
    if document and extraction:
        problems += ratings.rating_problems(document, extraction.assessments)
        assessments += [ratings.extracted_rating(document, f) for f in extraction.assessments]
        found += findings.extracted_findings(document, extraction.findings)
        instruments = findings.instruments(document, extraction.instruments)
    tables = {
        "assessments": _columns(assessments),
        "findings": _columns(found),
        "legal_instruments": _columns(instruments),
    }
    return Evaluation(tables, tuple(problems))


def _columns(rows: Sequence[Mapping[str, object]]) -> Columns:
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}
