"""A document that a person decided against: passed over, told, and taken back at will."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from samples.arcadia import CHAPTER
from samples.ingesting import REPORT, kept, rows, with_files

from etl.errors import SeedError
from etl.sources.archive import Archive
from etl.staging.exclusions import read_exclusions
from etl.staging.ingest import Plan, ingest

DECIDED = {hashlib.sha256(CHAPTER.encode()).hexdigest(): "about another country"}
REPORTS = "SELECT report_id, document_sha256 IS NOT NULL FROM staging.reports"


def test_an_excluded_document_is_passed_over_and_told(
    staging: Path, plan: Plan, inbox: Path
) -> None:
    (inbox / "incsr-2020-atf.txt").write_text(CHAPTER + "\nMore.", encoding="utf-8")
    done = ingest(staging, replace(with_files(plan, inbox), excluded=DECIDED))
    assert "incsr-2020-atf" in done.loaded
    assert rows(staging, REPORTS + " ORDER BY ALL") == [(REPORT, False), ("incsr-2020-atf", True)]
    (told,) = done.excluded
    assert (told.severity, told.code, told.place) == ("info", "excluded_document", f"{REPORT}.txt")
    assert "about another country" in told.found


def test_a_decision_takes_out_what_was_loaded_and_its_end_brings_it_back(
    staging: Path, plan: Plan, inbox: Path, tmp_path: Path
) -> None:
    given = with_files(kept(plan, Archive(tmp_path / "archive")), inbox)
    ingest(staging, given)
    before = rows(staging, "SELECT * FROM staging.observations ORDER BY ALL")
    done = ingest(staging, replace(given, excluded=DECIDED))
    assert done.changed
    assert rows(staging, REPORTS) == [(REPORT, False)]
    again = ingest(staging, replace(given, inputs=[], excluded=DECIDED))
    assert (again.changed, again.problems) == (False, [])
    assert ingest(staging, given).loaded == [REPORT]
    assert rows(staging, "SELECT * FROM staging.observations ORDER BY ALL") == before


def test_a_report_that_the_ledger_does_not_know_is_gone(
    staging: Path, plan: Plan, inbox: Path
) -> None:
    other = CHAPTER + "\nMore."
    (inbox / "incsr-2020-atf.txt").write_text(other, encoding="utf-8")
    ingest(staging, with_files(plan, inbox))
    decided = {hashlib.sha256(other.encode()).hexdigest(): "a draft"}
    done = ingest(staging, replace(with_files(plan, inbox), excluded=decided))
    assert done.removed == ["incsr-2020-atf"]
    assert rows(staging, REPORTS) == [(REPORT, True)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("abc,a.txt,wrong,2026-01-31", "64 hex digits"),
        (f"{'a' * 64},a.txt, ,2026-01-31", "a reason"),
        (f"{'a' * 64},a.txt,wrong,yesterday", "a day such as"),
        (f"{'a' * 64},a.txt,x,2026-01-31\n{'a' * 64},b.txt,x,2026-01-31", "each document once"),
    ],
    ids=["hash", "reason", "day", "twice"],
)
def test_a_faulty_decision_names_its_row(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "excluded_documents.csv"
    file.write_text(f"sha256,file_name,reason,decided_on\n{line}\n", encoding="utf-8")
    with pytest.raises(SeedError, match=rf"excluded_documents\.csv:2: expected {message}"):
        read_exclusions(file)


def test_no_file_excludes_nothing(tmp_path: Path) -> None:
    assert read_exclusions(tmp_path / "none.csv") == {}
