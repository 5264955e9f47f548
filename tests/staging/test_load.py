"""A report's rows are replaced as a whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from etl.staging.database import connect
from etl.staging.load import Package, replace_reports


def package(report_id: str, *numbers: int, disposition: str | None = "date") -> Package:
    """A report with some number mentions."""
    count = len(numbers)
    report = {
        "report_id": [report_id],
        "series": ["INCSR"],
        "edition": [2020],
        "edition_year": [2020],
        "reference_year": [2019],
        "extractor_version": ["1"],
        "lexicon_version": ["1"],
        "fingerprint": ["x"],
        "status": ["active"],
    }
    mentions = {
        "report_id": [report_id] * count,
        "mention_index": list(range(count)),
        "start_char": list(numbers),
        "end_char": [number + 1 for number in numbers],
        "text": ["1"] * count,
        "disposition": [disposition] * count,
        "rule_id": ["r"] * count,
    }
    return Package(report_id, {"reports": report, "number_mentions": mentions})  # type: ignore[dict-item]


def mentions(path: Path) -> list[tuple[str, int]]:
    with connect(path, read_only=True) as connection:
        query = "SELECT report_id, start_char FROM staging.number_mentions ORDER BY ALL"
        return connection.execute(query).fetchall()


def test_a_report_is_replaced_and_others_stay(staging: Path) -> None:
    with connect(staging) as connection:
        assert replace_reports(connection, [package("a", 1, 2), package("b", 3)]) == 5
        replace_reports(connection, [package("a", 9)])
    assert mentions(staging) == [("a", 9), ("b", 3)]


def test_a_report_can_be_taken_out(staging: Path) -> None:
    with connect(staging) as connection:
        replace_reports(connection, [package("a", 1), package("b", 3)])
        replace_reports(connection, [], gone=["a"])
    assert mentions(staging) == [("b", 3)]


def test_a_bad_row_leaves_all_reports_as_they_were(staging: Path) -> None:
    with connect(staging) as connection:
        replace_reports(connection, [package("a", 1)])
        with pytest.raises(duckdb.ConstraintException):
            replace_reports(connection, [package("a", 2), package("b", 3, disposition=None)])
    assert mentions(staging) == [("a", 1)]


def test_no_packages_write_nothing(staging: Path) -> None:
    before = staging.read_bytes()
    with connect(staging) as connection:
        assert replace_reports(connection, []) == 0
    assert staging.read_bytes() == before
