"""Evaluations: missing recommendations and contradicting ratings are caught and named."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.evaluation import EVALUATION, REPORT, evaluation

from etl.extract import extract
from etl.ledger.files import LedgerReport, read_ledger
from etl.ledger.make import Source, make_ledger
from etl.staging.evaluation import evaluation_of


@pytest.fixture
def ledger(tmp_path: Path) -> LedgerReport:
    """The ledger of the invented evaluation as it should be."""
    document = evaluation()
    make_ledger(tmp_path, [Source(document, extract(document))])
    return read_ledger(tmp_path).reports[REPORT]


def states(ledger: LedgerReport, text: str) -> tuple[dict[object, object], list[str]]:
    """Verification of each rating of the ledger, and what is said of the evaluation."""
    document = evaluation(text)
    found = evaluation_of(ledger, document, extract(document))
    columns = found.tables["assessments"]
    listed = zip(columns["recommendation"], columns["origin"], columns["verification"], strict=True)
    told = [f"{problem.code}: {problem.expected} / {problem.found}" for problem in found.problems]
    return {number: state for number, origin, state in listed if origin == "ledger"}, told


def test_a_sound_evaluation_is_verified(ledger: LedgerReport) -> None:
    assert states(ledger, EVALUATION) == (dict.fromkeys((1, 2, 3), "verified"), [])


def test_findings_are_verified_with_their_quotes(ledger: LedgerReport) -> None:
    document = evaluation()
    columns = evaluation_of(ledger, document, extract(document)).tables["findings"]
    shown = zip(columns["origin"], columns["polarity"], columns["verification"], strict=True)
    assert list(shown) == [
        ("ledger", "shortcoming", "verified"),
        ("ledger", "shortcoming", "verified"),
        ("extracted", "strength", "verified"),
        ("extracted", "strength", "verified"),
        ("extracted", "shortcoming", "verified"),
        ("extracted", "shortcoming", "verified"),
    ]
    assert columns["quote"][0] == "Arcadia does not have follow-up programs."


def test_a_rating_that_contradicts_the_summary_is_named(ledger: LedgerReport) -> None:
    text = EVALUATION.replace("Evaluation: Partially complete", "Evaluation: Complete")
    found, told = states(ledger, text)
    assert found == {1: "verified", 2: "contradicted", 3: "verified"}
    assert told == [
        "contradicted: partially_complete and partially_complete / complete and partially_complete",
        "ratings_disagree: complete, as its body says / partially_complete in the summary table",
    ]


def test_a_recommendation_missing_from_body_and_summary_is_named(ledger: LedgerReport) -> None:
    start, end = EVALUATION.index("DEMAND REDUCTION"), EVALUATION.index("CONTROL MEASURES")
    text = EVALUATION[:start] + EVALUATION[end:]
    text = text.replace(
        "DEMAND REDUCTION\n2\tOffer treatment in every port.\tPARTIALLY COMPLETE\n", ""
    )
    found, told = states(ledger, text)
    assert found == {1: "verified", 2: "not_found", 3: "verified"}
    assert told == [
        "not_found: partially_complete and partially_complete / no such recommendation",
        "not_found: the sentence of a shortcoming / none",
    ]


def test_a_recommendation_missing_from_the_body_alone_is_named(ledger: LedgerReport) -> None:
    start, end = EVALUATION.index("DEMAND REDUCTION"), EVALUATION.index("CONTROL MEASURES")
    _, told = states(ledger, EVALUATION[:start] + EVALUATION[end:])
    assert "missing_rating: a rating in the body / none" in told


def test_without_its_document_the_evaluation_is_unverified(ledger: LedgerReport) -> None:
    found = evaluation_of(ledger, None, None)
    assert found.tables["assessments"]["verification"] == ["unverified"] * 3
    assert found.tables["findings"]["verification"] == ["unverified"] * 2
    assert found.problems == ()
