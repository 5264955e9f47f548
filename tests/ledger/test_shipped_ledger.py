"""The ledger that ships: sound, without sentences, and true to the real reports."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from etl.documents import read
from etl.extract import extract
from etl.ledger.files import read_ledger
from etl.ledger.report import proof_of
from etl.ledger.verify import verify
from etl.settings import PROJECT_ROOT
from etl.staging.ratings import against_ledger, rating_problems

LEDGER = PROJECT_ROOT / "seeds" / "ledger"
WORDS_IN_A_CELL = 16


def test_the_shipped_ledger_is_without_fault() -> None:
    ledger = read_ledger(LEDGER)
    reviewed = [p.row for p in ledger.reports["incsr-2014-per"].facts if p.row.review == "reviewed"]
    assert len(reviewed) == 61
    assert len(ledger.reports["mem-6-per"].facts) == 24
    assert len(ledger.reports["mem-6-per"].assessments) == 27


def test_no_cell_is_long_enough_for_a_sentence() -> None:
    for path in LEDGER.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as handle:
            cells = [cell for record in csv.reader(handle) for cell in record]
        assert max(len(cell.split()) for cell in cells) <= WORDS_IN_A_CELL, path.name


@pytest.mark.corpus
@pytest.mark.parametrize(("report_id", "facts"), [("incsr-2014-per", 61), ("mem-6-per", 24)])
def test_every_labelled_fact_of_peru_is_verified(corpus: Path, report_id: str, facts: int) -> None:
    document = read(corpus / f"{report_id}.txt")[0]
    proof = proof_of(verify(document, read_ledger(LEDGER).reports[report_id].facts))
    assert proof.problems == ()
    assert proof.facts["verified"] == facts


@pytest.mark.corpus
def test_every_report_s_ledger_holds(corpus: Path) -> None:
    wrong = [
        str(problem)
        for report in read_ledger(LEDGER).reports.values()
        for problem in proof_of(
            verify(read(corpus / f"{report.identity.report_id}.txt")[0], report.facts)
        ).problems
    ]
    assert wrong == []


@pytest.mark.corpus
def test_all_ratings_of_peru_are_verified_and_equal(corpus: Path) -> None:
    document = read(corpus / "mem-6-per.txt")[0]
    ratings = extract(document).assessments
    held = {fact.recommendation: fact for fact in ratings}
    known = read_ledger(LEDGER).reports["mem-6-per"].assessments
    assert list(against_ledger(known, held, document)) == []
    assert list(rating_problems(document, ratings)) == []
    assert sum(fact.rating_body == fact.rating_summary for fact in ratings) == 27
