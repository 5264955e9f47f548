"""The ledger's folder: written and read back unchanged, and every fault named."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.arcadia import document, row_at

from etl.errors import SeedError
from etl.ledger.assessments import AssessmentRow, FindingRow
from etl.ledger.files import check_ledger, read_ledger
from etl.ledger.row import LedgerRow
from etl.ledger.write import write_index, write_rows

REPORT = "incsr-2020-ata"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound ledger of one report with ratings and a finding."""
    chapter = document()
    write_index(tmp_path / "reports.csv", [chapter.identity])
    rows = [
        row_at(chapter, "1,930", "1930.50", unit="KG", note='a, "b"'),
        row_at(chapter, "24", "24"),
    ]
    write_rows(tmp_path / f"{REPORT}.csv", LedgerRow, rows)
    ratings = [AssessmentRow(REPORT, n, "demand_reduction", "complete", "complete") for n in (1, 2)]
    write_rows(tmp_path / "assessments" / f"{REPORT}.csv", AssessmentRow, ratings)
    finding = FindingRow(
        REPORT, 1, "shortcoming", "treatment", "R1", 3, "0" * 16, 1, "reviewed", ""
    )
    write_rows(tmp_path / "findings" / f"{REPORT}.csv", FindingRow, [finding])
    return tmp_path


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_written_is_read_back(folder: Path) -> None:
    report = read_ledger(folder).reports[REPORT]
    assert report.identity == document().identity
    assert [str(placed.row.value) for placed in report.facts] == ["1930.5", "24"]
    assert report.facts[0].row.note == 'a, "b"'
    assert report.facts[0].place == f"{REPORT}.csv:2"
    assert len(report.assessments) == 2
    assert len(report.findings) == 1


def test_writing_again_gives_the_same_bytes(folder: Path) -> None:
    before = (folder / f"{REPORT}.csv").read_bytes()
    rows = [placed.row for placed in read_ledger(folder).reports[REPORT].facts]
    write_rows(folder / f"{REPORT}.csv", LedgerRow, rows)
    assert (folder / f"{REPORT}.csv").read_bytes() == before
    assert b"\r" not in before


def test_an_absent_folder_is_an_empty_ledger(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "none").reports == {}


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (f"{REPORT}.csv", "1930.5", "1930,5x", r"ata\.csv:2: expected \d+ cells, found more"),
        (
            f"{REPORT}.csv",
            "1930.5",
            "many",
            r"ata\.csv:2: expected a number as value, found 'many'",
        ),
        (f"{REPORT}.csv", "1930.5", "NaN", r"ata\.csv:2: expected a number as value, found 'NaN'"),
        (
            f"{REPORT}.csv",
            ",KG,",
            ",KILO,",
            r"ata\.csv:2: expected unit of units.csv, found 'KILO'",
        ),
        (f"{REPORT}.csv", ",1930.5,", ",-1930.5,", r"ata\.csv:2: expected a level of 0 KG or more"),
        (f"assessments/{REPORT}.csv", ",2,", ",1,", r"ata\.csv:3: expected one row a recommend"),
        (f"assessments/{REPORT}.csv", ",2,", ",3,", r"expected a row of recommendation 2, found n"),
        (f"assessments/{REPORT}.csv", "complete", "done", r"rating_scales.csv, found 'done'"),
        (f"assessments/{REPORT}.csv", "demand_", "supplies_", r"expected chapter of .*'supplies_"),
        (f"findings/{REPORT}.csv", "shortcoming", "flaw", r"ata\.csv:2: .* found 'flaw'"),
        (f"findings/{REPORT}.csv", "treatment", "cure", r"ata\.csv:2: .* found 'cure'"),
        (
            "reports.csv",
            f"{REPORT},",
            "incsr-2021-ata,",
            r"reports\.csv:2: expected a new incsr-2020",
        ),
        (f"{REPORT}.csv", "anchor,", "anker,", r"ata\.csv:1: expected columns"),
    ],
)
def test_a_fault_is_named_with_its_row(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    spoil(folder / file, old, new)
    with pytest.raises(SeedError, match=message):
        read_ledger(folder)


def test_all_faults_are_told_at_once(folder: Path) -> None:
    spoil(folder / f"{REPORT}.csv", ",KG,", ",KILO,")
    spoil(folder / f"{REPORT}.csv", ",level,", ",height,")
    assert len(check_ledger(folder).problems) == 2


def test_a_file_that_the_index_does_not_list_is_named(folder: Path) -> None:
    (folder / "incsr-2020-per.csv").write_text("", encoding="utf-8")
    assert [p.code for p in check_ledger(folder).problems] == ["unlisted_report"]


def test_any_changed_byte_changes_the_report_s_hash(folder: Path) -> None:
    before = read_ledger(folder).reports[REPORT].sha256
    spoil(folder / f"{REPORT}.csv", ",2019,", ",2018,")
    assert read_ledger(folder).reports[REPORT].sha256 != before
