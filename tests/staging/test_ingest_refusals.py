"""Ingest: a file that cannot be taken stops no other, and is told once."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from samples.arcadia import CHAPTER
from samples.ingesting import (
    REPORT,
    codes,
    ledger_states,
    rows,
    with_files,
)

from etl.documents import Document, read
from etl.errors import SeedError
from etl.extract.results import Extraction, FindingFact
from etl.staging.fingerprint import Versions
from etl.staging.ingest import Plan, ingest
from etl.staging.reading import Input


def spoiled(document: Document) -> Document:
    """The document with a section that breaks a key of staging."""
    return replace(document, sections=(*document.sections, document.sections[0]))


def test_bad_files_are_refused_and_the_others_go_on(staging: Path, plan: Plan, inbox: Path) -> None:
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "unknown.txt").write_text("A text of no report.", encoding="utf-8")
    (inbox / "broken.pdf").write_bytes(b"%PDF-1.4 not really")
    done = ingest(staging, replace(with_files(plan, inbox), workers=2))
    assert done.loaded == [REPORT]
    assert done.refused == ["broken.pdf", "empty.txt", "unknown.txt"]
    assert all(problem.expected and problem.found for problem in done.problems)


def test_a_refused_file_is_not_read_again_until_something_changed(
    staging: Path, plan: Plan, inbox: Path
) -> None:
    bad = inbox / "unknown.txt"
    bad.write_text("A text of no report.", encoding="utf-8")
    ingest(staging, with_files(plan, inbox))
    again = ingest(staging, with_files(plan, inbox))
    assert (again.refused, [p.place for p in again.still_refused]) == ([], ["unknown.txt"])
    later = replace(plan, versions=Versions("2", "1"))
    assert ingest(staging, with_files(later, inbox)).refused == ["unknown.txt"]
    sidecar = "series: INCSR\nedition: 2020\nref_area: ATF\n"
    bad.with_suffix(".yml").write_text(sidecar, encoding="utf-8")
    files = replace(later, inputs=[Input(path) for path in sorted(inbox.glob("*.txt"))])
    assert ingest(staging, files).loaded == ["incsr-2020-atf"]
    assert rows(staging, "SELECT count(*) FROM staging.refusals") == [(0,)]


def test_a_second_file_of_the_same_report_is_refused_each_night(
    staging: Path, plan: Plan, inbox: Path
) -> None:
    (inbox / f"{REPORT}-copy.txt").write_text(CHAPTER + "\nMore.", encoding="utf-8")
    first = ingest(staging, with_files(plan, inbox))
    assert codes(first) == {"report_claimed_twice"}
    assert first.refused == [f"{REPORT}.txt"]
    again = ingest(staging, with_files(plan, inbox))
    assert not again.changed
    assert [problem.code for problem in again.still_refused] == ["report_claimed_twice"]


def test_the_other_file_is_taken_once_the_first_is_gone(
    staging: Path, plan: Plan, inbox: Path
) -> None:
    copy = inbox / f"{REPORT}-copy.txt"
    copy.write_text(CHAPTER + "\nMore.", encoding="utf-8")
    ingest(staging, with_files(plan, inbox))
    copy.unlink()
    assert ingest(staging, with_files(plan, inbox)).loaded == [REPORT]


def test_the_same_bytes_under_two_names_are_one_document(
    staging: Path, plan: Plan, inbox: Path
) -> None:
    (inbox / f"{REPORT}-copy.txt").write_text(CHAPTER, encoding="utf-8")
    done = ingest(staging, with_files(plan, inbox))
    assert (done.loaded, done.refused) == ([REPORT], [])


def test_a_faulty_table_of_the_project_stops_the_ingest(
    staging: Path, plan: Plan, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(_: object) -> None:
        raise SeedError("units.csv:2: wrong")

    monkeypatch.setattr("etl.extract.pipeline.extract", faulty)
    with pytest.raises(SeedError, match=r"units\.csv:2"):
        ingest(staging, with_files(plan, inbox))


def test_a_fault_of_the_reader_refuses_only_its_document(
    staging: Path, plan: Plan, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(_: object) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr("etl.extract.pipeline.extract", faulty)
    done = ingest(staging, with_files(plan, inbox))
    assert [(p.code, p.found) for p in done.problems] == [
        ("failed_to_read", "ZeroDivisionError: odd")
    ]
    assert ledger_states(staging)[0][1] == "unverified"


def test_of_a_volume_only_the_chapters_that_no_other_file_is_are_taken(
    staging: Path, plan: Plan, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    volume = (CHAPTER + "\nMore.").encode()
    chapter = read(Path("incsr-2020-atf.txt"), data=CHAPTER.encode())[0]
    other = [replace(chapter, sha256=hashlib.sha256(volume).hexdigest())]
    monkeypatch.setattr(
        "etl.staging.reading.read",
        lambda path, data: read(path, data=data) + (other if "volume" in path.name else []),
    )
    (inbox / f"{REPORT}-volume.txt").write_bytes(volume)
    inputs = [Input(inbox / f"{REPORT}.txt"), Input(inbox / f"{REPORT}-volume.txt")]
    done = ingest(staging, replace(plan, inputs=inputs))
    assert (done.loaded, done.refused) == ([REPORT, "incsr-2020-atf"], [])
    assert [(p.code, p.report_id) for p in done.problems if p.severity == "error"] == [
        ("report_claimed_twice", REPORT)
    ]
    again = ingest(staging, replace(plan, inputs=inputs))
    assert (again.changed, again.problems) == (False, [])


def test_rows_that_staging_cannot_hold_stop_only_their_report(
    staging: Path, plan: Plan, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(staging, with_files(plan, inbox))
    monkeypatch.setattr(
        "etl.staging.reading.read",
        lambda path, data: [
            spoiled(d) if d.identity.ref_area == "ATF" else d for d in read(path, data=data)
        ],
    )
    for name in ("atf", "bvt"):
        (inbox / f"incsr-2020-{name}.txt").write_text(CHAPTER + "\n" + name, encoding="utf-8")
    done = ingest(staging, with_files(plan, inbox))
    assert (done.loaded, done.refused) == (["incsr-2020-bvt"], ["incsr-2020-atf.txt"])
    (problem,) = [problem for problem in done.problems if problem.severity == "error"]
    assert (problem.code, problem.report_id) == ("rows_refused", "incsr-2020-atf")
    assert rows(staging, "SELECT report_id FROM staging.documents ORDER BY ALL") == [
        (REPORT,),
        ("incsr-2020-bvt",),
    ]


def test_an_extraction_that_does_not_fit_stops_only_its_report(
    staging: Path, plan: Plan, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = FindingFact(1, "strength", "", 10**6)
    odd = Extraction((), (), (), (nowhere,), ())
    monkeypatch.setattr("etl.extract.pipeline.extract", lambda _: odd)
    done = ingest(staging, with_files(plan, inbox))
    assert [(p.code, p.found) for p in done.problems] == [
        ("rows_refused", "IndexError: tuple index out of range")
    ]
    assert ledger_states(staging)[0][1] == "unverified"
