"""The rows of `staging.findings` and `staging.legal_instruments`."""

from __future__ import annotations

from collections.abc import Sequence

from etl.documents.model import Document
from etl.extract.results import FindingFact, InstrumentFact
from etl.ledger.assessments import FindingRow, finding_id
from etl.ledger.locate import Hint, Sentences
from etl.ledger.problem import Problem
from etl.ledger.table import Placed
from etl.staging.observations import quote_cells

Cells = dict[str, object]


def ledger_findings(
    known: Sequence[Placed[FindingRow]], document: Document | None
) -> tuple[list[Cells], list[Problem]]:
    """The ledger's findings with their sentences, and those whose sentence is gone."""
    sentences = Sentences(document) if document else None
    cells: list[Cells] = []
    lost: list[Problem] = []
    for placed in known:
        row = placed.row
        hint = Hint(row.anchor, row.occurrence, row.section, row.sentence)
        sentence = sentences.find(hint) if sentences else None
        state = "verified" if sentence else "not_found" if document else "unverified"
        place = {"section_id": row.section, "sentence_number": row.sentence}
        cells.append(
            _finding_cells(row.report_id, row, "ledger", state)
            | {**place, "anchor": row.anchor, "occurrence": row.occurrence}
            | {"finding_id": row.finding_id, **quote_cells(document, sentence)}
        )
        if state == "not_found":
            where = f"{placed.place} ({row.report_id} {row.section}, sentence {row.sentence})"
            expected = f"the sentence of a {row.polarity}"
            lost.append(Problem("error", state, row.report_id, where, expected, "none"))
    return cells, lost


def _finding_cells(
    report_id: str, finding: FindingRow | FindingFact, origin: str, verification: str
) -> Cells:
    return {
        "report_id": report_id,
        "origin": origin,
        "recommendation": finding.recommendation,
        "polarity": finding.polarity,
        "topic": finding.topic or None,
        "verification": verification,
    }


def extracted_findings(document: Document, facts: Sequence[FindingFact]) -> list[Cells]:
    """The findings as extracted."""
    report_id = document.identity.report_id
    cells = []
    for fact in facts:
        sentence = document.sentences[fact.sentence]
        name = finding_id(report_id, sentence.anchor, sentence.occurrence)
        place = {"section_id": sentence.section_id, "sentence_number": sentence.number}
        cells.append(
            _finding_cells(report_id, fact, "extracted", "verified")
            | {**place, "anchor": sentence.anchor, "occurrence": sentence.occurrence}
            | {"finding_id": name, **quote_cells(document, sentence)}
        )
    return cells


def instruments(document: Document, facts: Sequence[InstrumentFact]) -> list[Cells]:
    """One row an instrument and sentence."""
    keys: dict[tuple[str, int], Cells] = {}
    for fact in facts:
        quote = quote_cells(document, document.sentences[fact.sentence])
        keys.setdefault(
            (fact.instrument, fact.sentence),
            {
                "report_id": document.identity.report_id,
                "instrument": fact.instrument,
                "participation": fact.participation,
                **quote,
            },
        )
    return list(keys.values())
