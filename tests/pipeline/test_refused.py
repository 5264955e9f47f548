"""What is wrong is caught, named with file, row, expected and found, and blocks the publish."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.settings import PROJECT_ROOT
from tests.conftest import dcw

pytestmark = pytest.mark.corpus
Row = dict[str, str]
LEDGER = Path("seeds/ledger/incsr-2014-per.csv")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project whose seeds a test may spoil."""
    copy = tmp_path / "project"
    for name in ("seeds", "models", "macros", "expectations", "migrations", "tests/dbt"):
        shutil.copytree(PROJECT_ROOT / name, copy / name)
    for name in ("dbt_project.yml", "profiles.yml", "sources.yml"):
        shutil.copy(PROJECT_ROOT / name, copy / name)
    (copy / "analyses").mkdir()
    return copy


def spoil(project: Path, change: Callable[[list[Row]], None]) -> None:
    path = project / LEDGER
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def wrong_digit(rows: list[Row]) -> None:
    row = next(row for row in rows if row["text"] == "23,785")
    row["value"] = "23758"


def unknown_code(rows: list[Row]) -> None:
    rows[3]["indicator"] = "cultivated_land"


def duplicate(rows: list[Row]) -> None:
    rows.append(dict(rows[5]))


def impossible(rows: list[Row]) -> None:
    next(row for row in rows if row["unit"] == "T")["value"] = "-24.3"


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        pytest.param(unknown_code, 3, "cultivated_land", id="unknown code"),
        pytest.param(duplicate, 3, "incsr-2014-per.csv", id="duplicate"),
        pytest.param(impossible, 3, "-24.3", id="value its unit cannot have"),
    ],
)
def test_a_faulty_ledger_stops_the_run(
    project: Path, tmp_path: Path, change: Callable[[list[Row]], None], code: int, said: str
) -> None:
    spoil(project, change)
    done = dcw("run", data=tmp_path / "data", DCW_ROOT=str(project))
    assert done.returncode == code
    assert said in done.stderr
    assert "expected" in done.stderr
    assert not (tmp_path / "data/published/warehouse.duckdb").exists()


def test_a_wrong_digit_in_the_ledger_is_contradicted_and_blocks(
    project: Path, tmp_path: Path, corpus: Path
) -> None:
    spoil(project, wrong_digit)
    data = tmp_path / "data"
    dcw("ingest", corpus / "incsr-2014-per.txt", data=data, DCW_ROOT=str(project))
    told = dcw("verify", data=data, DCW_ROOT=str(project))
    assert told.returncode == 5
    assert "23758" in told.stdout
    assert "23785" in told.stdout.replace(",", "")
    done = dcw("run", data=data, DCW_ROOT=str(project))
    assert done.returncode == 5
    assert "contradicted" in done.stderr
    assert not (data / "published/warehouse.duckdb").exists()


def test_a_report_with_a_changed_number_is_contradicted(tmp_path: Path, corpus: Path) -> None:
    text = (corpus / "incsr-2014-per.txt").read_text(encoding="utf-8")
    changed = tmp_path / "incsr-2014-per.txt"
    changed.write_text(text.replace("13.3 MT", "31.3 MT"), encoding="utf-8")
    data = tmp_path / "data"
    dcw("ingest", changed, data=data)
    told = dcw("verify", data=data)
    assert told.returncode == 5
    assert "13.3" in told.stdout
    assert "31.3" in told.stdout


def test_a_missing_recommendation_is_named(tmp_path: Path, corpus: Path) -> None:
    text = (corpus / "mem-6-per.txt").read_text(encoding="utf-8")
    start, end = text.index("RECOMMENDATION 9\n"), text.index("RECOMMENDATION 10\n")
    cut = tmp_path / "mem-6-per.txt"
    cut.write_text(text[:start] + text[end:], encoding="utf-8")
    done = dcw("ingest", cut, "--json", data=tmp_path / "data")
    assert '"mem-6-per' in done.stdout
    told = dcw("verify", data=tmp_path / "data")
    assert told.returncode == 5
    assert "recommendation 9" in told.stdout


def test_a_body_rating_that_contradicts_the_summary_is_named(tmp_path: Path, corpus: Path) -> None:
    text = (corpus / "mem-6-per.txt").read_text(encoding="utf-8")
    spoiled = tmp_path / "mem-6-per.txt"
    spoiled.write_text(
        text.replace("Evaluation: Not started", "Evaluation: Complete", 1), encoding="utf-8"
    )
    dcw("ingest", spoiled, data=tmp_path / "data")
    told = dcw("verify", data=tmp_path / "data")
    assert told.returncode == 5
    assert "recommendation 8" in told.stdout
    assert "not_started" in told.stdout
