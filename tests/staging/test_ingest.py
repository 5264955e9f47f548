"""Ingest: ledger and documents together, and only what changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from samples.arcadia import CHAPTER
from samples.ingesting import (
    REPORT,
    ledger_states,
    rows,
    with_files,
)

from etl.ledger.write import write_index
from etl.staging.ingest import Plan, ingest


def test_without_documents_the_ledger_is_there_unverified(staging: Path, plan: Plan) -> None:
    done = ingest(staging, plan)
    assert done.loaded == [REPORT]
    assert ledger_states(staging) == [("1,930", "unverified", False), ("24", "unverified", False)]


def test_with_its_document_the_ledger_is_verified(staging: Path, plan: Plan, inbox: Path) -> None:
    ingest(staging, plan)
    done = ingest(staging, with_files(plan, inbox))
    assert done.loaded == [REPORT]
    assert ledger_states(staging) == [("1,930", "verified", True), ("24", "verified", True)]


def test_every_verified_span_is_the_number(staging: Path, plan: Plan, inbox: Path) -> None:
    ingest(staging, with_files(plan, inbox))
    wrong = rows(
        staging,
        "SELECT o.number_text FROM staging.observations AS o JOIN staging.documents AS d "
        "USING (report_id) WHERE o.verification = 'verified' AND (number_text <> "
        "substr(d.text, number_start + 1, number_end - number_start) OR quote <> "
        "substr(d.text, quote_start + 1, quote_end - quote_start) OR "
        "number_start < quote_start OR number_end > quote_end)",
    )
    assert wrong == []
    assert rows(staging, "SELECT count(*) > 5 FROM staging.observations") == [(True,)]


def test_ledger_and_text_share_the_observation(staging: Path, plan: Plan, inbox: Path) -> None:
    ingest(staging, with_files(plan, inbox))
    query = (
        "SELECT number_text, count(*) FROM staging.observations WHERE number_text IN ('1,930', "
        "'24') GROUP BY ALL HAVING count(DISTINCT observation_id) = 1 ORDER BY ALL"
    )
    assert rows(staging, query) == [("1,930", 2), ("24", 2)]


def test_a_second_time_changes_nothing(staging: Path, plan: Plan, inbox: Path) -> None:
    ingest(staging, with_files(plan, inbox))
    before = staging.read_bytes()
    done = ingest(staging, with_files(plan, inbox))
    assert not done.changed
    assert done.unchanged == [f"{REPORT}.txt"]
    assert staging.read_bytes() == before


def test_a_changed_number_in_the_report_is_contradicted_and_named(
    staging: Path, plan: Plan, inbox: Path
) -> None:
    (inbox / f"{REPORT}.txt").write_text(CHAPTER.replace("1,930", "1,950"), encoding="utf-8")
    done = ingest(staging, with_files(plan, inbox))
    assert ("1,930", "contradicted", True) in ledger_states(staging)
    told = [str(problem) for problem in done.problems if problem.code == "contradicted"]
    assert told == [
        f"{REPORT}.csv:2 ({REPORT} A, sentence 2): expected 1930, found 1950 [contradicted]"
    ]


def test_a_report_that_leaves_the_ledger_leaves_staging(staging: Path, plan: Plan) -> None:
    ingest(staging, plan)
    (plan.ledger / f"{REPORT}.csv").unlink()
    write_index(plan.ledger / "reports.csv", [])
    assert ingest(staging, plan).removed == [REPORT]
    assert rows(staging, "SELECT count(*) FROM staging.observations") == [(0,)]


def test_the_number_of_workers_changes_no_row(staging: Path, plan: Plan, inbox: Path) -> None:
    for name in ("atf", "bvt", "hmd", "iot", "sgs"):
        text = CHAPTER.replace("1,930", f"1,{ord(name[0])}")
        (inbox / f"incsr-2020-{name}.txt").write_text(text, encoding="utf-8")
    query = "SELECT * FROM staging.observations ORDER BY ALL"
    alone = ingest(staging, with_files(plan, inbox))
    first = rows(staging, query)
    many = ingest(staging, with_files(replace(plan, workers=3, force=True), inbox))
    assert alone.loaded == many.loaded
    assert rows(staging, query) == first
