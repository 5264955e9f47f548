"""The ledger is proved from staging alone, and a row that fails is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.arcadia import CHAPTER, document, row_at
from samples.evaluation import EVALUATION, evaluation
from samples.evaluation import REPORT as EVALUATION_REPORT

from etl.extract import extract
from etl.ledger.make import Source, make_ledger
from etl.ledger.row import LedgerRow
from etl.ledger.write import write_index, write_rows
from etl.staging.fingerprint import Versions
from etl.staging.ingest import Plan, ingest
from etl.staging.proof import prove
from etl.staging.reading import Input

REPORT = "incsr-2020-ata"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of a chapter and an evaluation."""
    folder, assessed, chapter = tmp_path / "ledger", evaluation(), document()
    make_ledger(folder, [Source(assessed, extract(assessed))])
    write_index(folder / "reports.csv", [chapter.identity, assessed.identity])
    rows = [
        row_at(chapter, "1,930", "1930", unit="KG"),
        row_at(chapter, "$11.6", "11600000", unit="USD"),
    ]
    write_rows(folder / f"{REPORT}.csv", LedgerRow, rows)
    return folder


def load(staging: Path, ledger: Path, tmp_path: Path, **texts: str) -> None:
    inputs = []
    for report, text in texts.items():
        path = tmp_path / f"{report.replace('_', '-')}.txt"
        path.write_text(text, encoding="utf-8")
        inputs.append(Input(path))
    ingest(staging, Plan(inputs, ledger, tmp_path / "corrections.csv", Versions("1", "1")))


def test_everything_is_verified(staging: Path, ledger: Path, tmp_path: Path) -> None:
    load(staging, ledger, tmp_path, incsr_2020_ata=CHAPTER, mem_9_ata=EVALUATION)
    proof = prove(staging, ledger)
    assert proof.holds
    assert (proof.facts["verified"], proof.ratings["verified"]) == (2, 3)
    assert proof.lines() == [
        "facts: 2 verified of 2",
        "ratings: 3 verified of 3",
        "findings: 2 verified of 2",
    ]


def test_without_documents_nothing_is_asked(staging: Path, ledger: Path, tmp_path: Path) -> None:
    load(staging, ledger, tmp_path)
    proof = prove(staging, ledger)
    assert proof.holds
    assert proof.facts == {"verified": 0, "unverified": 2, "not_found": 0, "contradicted": 0}


def test_what_fails_is_named(staging: Path, ledger: Path, tmp_path: Path) -> None:
    chapter = CHAPTER.replace("1,930", "1,950").replace("The budget was", "It cost")
    rated = EVALUATION.replace("Evaluation: Not started", "Evaluation: Started")
    load(staging, ledger, tmp_path, incsr_2020_ata=chapter, mem_9_ata=rated)
    proof = prove(staging, ledger)
    assert not proof.holds
    assert [(p.place, p.expected, p.found) for p in proof.problems] == [
        (f"{REPORT}.csv:2 ({REPORT} A, sentence 2)", "1930", "1950"),
        (
            f"{REPORT}.csv:3 ({REPORT} B, sentence 6)",
            "the sentence of '$11.6'",
            "no sentence with these words",
        ),
        (
            f"assessments/{EVALUATION_REPORT}.csv recommendation 3",
            "not_started and not_started",
            "started and not_started",
        ),
    ]


def test_a_ledger_that_changed_since_is_checked_as_it_is_now(
    staging: Path, ledger: Path, tmp_path: Path
) -> None:
    load(staging, ledger, tmp_path, incsr_2020_ata=CHAPTER)
    write_rows(ledger / f"{REPORT}.csv", LedgerRow, [row_at(document(), "31", "13")])
    assert [(p.expected, p.found) for p in prove(staging, ledger).problems] == [("13", "31")]
