"""Proves the ledger against what staging holds: no document is needed again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import duckdb

from etl.documents.model import Document, Identity, Sentence
from etl.ledger.files import read_ledger
from etl.ledger.problem import Problem
from etl.ledger.report import Proof, counted, proof_of
from etl.ledger.verify import Check, unverified, verify
from etl.staging.database import connect
from etl.staging.literals import literal

_RATINGS = """
    SELECT l.verification, l.report_id, l.recommendation,
           concat_ws(' and ', l.rating_body, l.rating_summary),
           coalesce(concat_ws(' and ', e.rating_body, e.rating_summary), 'none')
    FROM staging.assessments AS l LEFT JOIN staging.assessments AS e
        ON e.report_id = l.report_id AND e.recommendation = l.recommendation
        AND e.origin = 'extracted'
    WHERE l.origin = 'ledger' ORDER BY l.report_id, l.recommendation
"""
_FINDINGS = """
    SELECT verification, report_id, recommendation, concat(polarity, ' ', topic), 'no such sentence'
    FROM staging.findings WHERE origin = 'ledger'
    ORDER BY report_id, recommendation, finding_id
"""


def prove(staging: Path, ledger_folder: Path) -> Proof:
    """Check every row of the ledger against the texts in staging.

    Args:
        staging: The staging file, migrated.
        ledger_folder: `seeds/ledger`, as it is now.

    Raises:
        SeedError: The ledger is faulty.
        StagingError: There is no staging file.
    """
    checks: list[Check] = []
    with connect(staging, read_only=True) as connection:
        for report in read_ledger(ledger_folder).reports.values():
            document = stored_document(connection, report.identity)
            checks += verify(document, report.facts) if document else unverified(report.facts)
        ratings, wrong = _states(connection, _RATINGS, "assessments")
        findings, lost = _states(connection, _FINDINGS, "findings")
    proof = proof_of(checks)
    problems = (*proof.problems, *wrong, *lost)
    return replace(proof, ratings=ratings, findings=findings, problems=problems)


def stored_document(connection: duckdb.DuckDBPyConnection, identity: Identity) -> Document | None:
    """A document as staging holds it, with text and sentences but without paragraphs.

    Returns:
        None where staging has no document of that report.
    """
    where = f"WHERE report_id = {literal(identity.report_id)}"
    row = connection.execute(
        f"SELECT text, sha256, media_type, layout, title, file_name FROM staging.documents {where}"  # noqa: S608 - quoted
    ).fetchone()
    if row is None:
        return None
    sentences = connection.execute(
        "SELECT sentence_index, section_id, sentence_number, paragraph_index, start_char, "  # noqa: S608 - quoted
        f"end_char, anchor, occurrence, page FROM staging.sentences {where} ORDER BY sentence_index"
    ).fetchall()
    return Document(
        identity=identity,
        text=row[0],
        sha256=row[1],
        media_type=row[2],
        layout=row[3],
        title=row[4] or "",
        file_name=row[5],
        sections=(),
        paragraphs=(),
        sentences=tuple(Sentence(*cells) for cells in sentences),
    )


def _states(
    connection: duckdb.DuckDBPyConnection, query: str, table: str
) -> tuple[dict[str, int], list[Problem]]:
    """Counts by state, and the rows that are not found or contradicted."""
    rows = connection.execute(query).fetchall()
    problems = [
        Problem(
            "error", state, report, f"{table}/{report}.csv recommendation {number}", said, found
        )
        for state, report, number, said, found in rows
        if state in {"not_found", "contradicted"}
    ]
    return counted(row[0] for row in rows), problems
