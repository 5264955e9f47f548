"""Ingest: ledger and documents together, only what changed, one bad file stops no other."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from samples.arcadia import CHAPTER, document, row_at

from etl.documents import Document, read
from etl.errors import SeedError
from etl.extract.results import Extraction, FindingFact
from etl.ledger.row import LedgerRow
from etl.ledger.write import write_index, write_rows
from etl.operations.withdrawal import withdrawn_documents
from etl.sources.archive import Archive
from etl.sources.desk import lay_out
from etl.staging.database import connect
from etl.staging.fingerprint import Versions
from etl.staging.ingest import Ingested, Plan, ingest
from etl.staging.reading import Input

REPORT = "incsr-2020-ata"
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with the invented chapter."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / f"{REPORT}.txt").write_text(CHAPTER, encoding="utf-8")
    return folder


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """A plan without documents, with a ledger of two facts."""
    chapter = document()
    rows = [
        row_at(chapter, "1,930", "1930", indicator="seizure_mass", substance="cocaine", unit="KG"),
        row_at(chapter, "24", "24", indicator="arrests", unit="PERSONS", time_period="2019-07"),
    ]
    ledger = tmp_path / "ledger"
    write_index(ledger / "reports.csv", [chapter.identity])
    write_rows(ledger / f"{REPORT}.csv", LedgerRow, rows)
    return Plan([], ledger, tmp_path / "corrections.csv", Versions("1", "1"))


def with_files(plan: Plan, inbox: Path) -> Plan:
    return replace(plan, inputs=[Input(path) for path in sorted(inbox.glob("*.*"))])


def kept(plan: Plan, archive: Archive) -> Plan:
    """The plan with an archive that keeps what is accepted and finds it again."""

    def keep(source: Input) -> str:
        origin = f"desk:{source.called.name}"
        return archive.put(source.path.read_bytes(), origin=origin, seen_at=MOMENT)

    return replace(plan, keep=keep, stored=archive.path)


def from_archive(plan: Plan, archive: Archive, desk: Path) -> Plan:
    inputs = [Input(one.path, str(one.called)) for one in lay_out(archive, desk)]
    return replace(plan, inputs=inputs, withdrawn=withdrawn_documents(archive))


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with connect(path, read_only=True) as connection:
        return connection.execute(query).fetchall()


def ledger_states(path: Path) -> list[tuple[object, ...]]:
    query = "SELECT number_text, verification, quote IS NOT NULL FROM staging.observations "
    return rows(path, query + "WHERE origin = 'ledger' ORDER BY number_text")


def codes(done: Ingested) -> set[str]:
    return {problem.code for problem in done.problems if problem.severity == "error"}


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


def test_a_report_that_leaves_the_ledger_leaves_staging(staging: Path, plan: Plan) -> None:
    ingest(staging, plan)
    (plan.ledger / f"{REPORT}.csv").unlink()
    write_index(plan.ledger / "reports.csv", [])
    assert ingest(staging, plan).removed == [REPORT]
    assert rows(staging, "SELECT count(*) FROM staging.observations") == [(0,)]


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


def test_a_faulty_table_of_the_project_stops_the_ingest(
    staging: Path, plan: Plan, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(_: object) -> None:
        raise SeedError("units.csv:2: wrong")

    monkeypatch.setattr("etl.staging.reading.extract", faulty)
    with pytest.raises(SeedError, match=r"units\.csv:2"):
        ingest(staging, with_files(plan, inbox))


def test_a_fault_of_the_reader_refuses_only_its_document(
    staging: Path, plan: Plan, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(_: object) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr("etl.staging.reading.extract", faulty)
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


def spoiled(document: Document) -> Document:
    """The document with a section that breaks a key of staging."""
    return replace(document, sections=(*document.sections, document.sections[0]))


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
    monkeypatch.setattr("etl.staging.reading.extract", lambda _: odd)
    done = ingest(staging, with_files(plan, inbox))
    assert [(p.code, p.found) for p in done.problems] == [
        ("rows_refused", "IndexError: tuple index out of range")
    ]
    assert ledger_states(staging)[0][1] == "unverified"
