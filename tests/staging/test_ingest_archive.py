"""Ingest with an archive: read again where needed, withdrawn, made anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from samples.arcadia import CHAPTER, document, row_at
from samples.ingesting import (
    MOMENT,
    REPORT,
    from_archive,
    kept,
    ledger_states,
    rows,
    with_files,
)

from etl.ledger.row import LedgerRow
from etl.ledger.write import write_rows
from etl.sources.archive import Archive
from etl.staging.fingerprint import Versions
from etl.staging.ingest import Plan, ingest


def test_a_changed_ledger_is_checked_again(
    staging: Path, plan: Plan, inbox: Path, tmp_path: Path
) -> None:
    archive = Archive(tmp_path / "archive")
    archived = kept(plan, archive)
    ingest(staging, with_files(archived, inbox))
    chapter = document()
    write_rows(plan.ledger / f"{REPORT}.csv", LedgerRow, [row_at(chapter, "31", "32")])
    done = ingest(staging, archived)
    assert done.loaded == [REPORT]
    assert ledger_states(staging) == [("31", "contradicted", True)]


def test_without_the_archive_outdated_rows_are_told(staging: Path, plan: Plan, inbox: Path) -> None:
    ingest(staging, with_files(plan, inbox))
    done = ingest(staging, replace(plan, versions=Versions("2", "1")))
    assert [problem.code for problem in done.problems] == ["document_gone"]
    assert not done.changed


def test_a_new_extractor_reads_everything_again(staging: Path, plan: Plan, inbox: Path) -> None:
    ingest(staging, with_files(plan, inbox))
    done = ingest(staging, with_files(replace(plan, versions=Versions("2", "1")), inbox))
    assert done.loaded == [REPORT]


def test_a_withdrawn_document_is_marked_and_kept(
    staging: Path, plan: Plan, inbox: Path, tmp_path: Path
) -> None:
    archive = Archive(tmp_path / "archive")
    ingest(staging, with_files(kept(plan, archive), inbox))
    (event,) = archive.current()
    archive.withdraw(event.origin, seen_at=MOMENT)
    done = ingest(staging, from_archive(plan, archive, tmp_path / "laid"))
    assert done.status_changed == [REPORT]
    assert rows(staging, "SELECT status FROM staging.reports") == [("withdrawn",)]
    assert len(ledger_states(staging)) == 2


def test_from_the_archive_alone_the_same_rows_come_again(
    staging: Path, plan: Plan, inbox: Path, tmp_path: Path
) -> None:
    archive = Archive(tmp_path / "archive")
    ingest(staging, with_files(kept(plan, archive), inbox))
    before = rows(staging, "SELECT * FROM staging.observations ORDER BY ALL")
    done = ingest(staging, replace(from_archive(plan, archive, tmp_path / "laid"), force=True))
    assert done.loaded == [REPORT]
    assert rows(staging, "SELECT * FROM staging.observations ORDER BY ALL") == before


def test_a_withdrawn_document_gives_way_to_a_listed_one(
    staging: Path, plan: Plan, inbox: Path, tmp_path: Path
) -> None:
    archive = Archive(tmp_path / "archive")
    ingest(staging, with_files(kept(plan, archive), inbox))
    (event,) = archive.current()
    archive.withdraw(event.origin, seen_at=MOMENT)
    moved = CHAPTER.replace("The harbor", "That harbor").encode()
    archive.put(moved, origin=f"web:{REPORT}.txt", seen_at=MOMENT)
    first = ingest(staging, from_archive(plan, archive, tmp_path / "laid"))
    assert (first.loaded, first.refused) == ([REPORT], [])
    second = ingest(staging, from_archive(plan, archive, tmp_path / "laid"))
    assert (second.refused, second.still_refused) == ([], [])
    third = ingest(staging, from_archive(plan, archive, tmp_path / "laid"))
    assert (third.changed, third.problems) == (False, [])
    assert rows(staging, "SELECT status FROM staging.reports") == [("active",)]
    assert rows(staging, "SELECT text LIKE '%That harbor%' FROM staging.documents") == [(True,)]
