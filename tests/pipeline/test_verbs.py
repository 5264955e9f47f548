"""The verbs as people and machines call them: what they print, and how they end."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from etl.settings import PROJECT_ROOT, Settings
from tests.conftest import dcw

pytestmark = pytest.mark.xdist_group("peru")
EXAMPLE = PROJECT_ROOT / "examples" / "incsr-2024-xaa.txt"


def test_sql_prints_tables_csv_and_json(from_ledger: Settings) -> None:
    ask = ("sql", "select 6 * 7 as n, 'a' as letter")
    assert dcw(*ask, data=from_ledger.data).stdout.split() == [
        "n",
        "letter",
        "--",
        "------",
        "42",
        "a",
    ]
    assert dcw(*ask, "--format", "csv", data=from_ledger.data).stdout == "n,letter\n42,a\n"
    assert json.loads(dcw(*ask, "--json", data=from_ledger.data).stdout) == [
        {"n": 42, "letter": "a"}
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "drop table marts.fct_observations",
        "select * from read_text('/etc/hostname')",
        "select 1; select 2",
        "selec 1",
    ],
    ids=["writes", "reads another file", "two statements", "no SQL"],
)
def test_sql_refuses_all_but_one_reading(from_ledger: Settings, statement: str) -> None:
    done = dcw("sql", statement, data=from_ledger.data)
    assert done.returncode == 2
    assert done.stderr.startswith("dcw: ")
    assert not done.stdout


def test_profile_shows_a_country_by_year(from_ledger: Settings) -> None:
    told = dcw("profile", "per", data=from_ledger.data).stdout
    assert told.splitlines()[0].split()[:3] == ["Peru", "2011", "2012"]
    assert "49,500" in told
    years = json.loads(dcw("profile", "PER", "--json", data=from_ledger.data).stdout)
    assert years[0]["coca_cultivated_us_ha"] == 49500


@pytest.mark.parametrize("area", ["Peru", "ZZZ"])
def test_profile_of_no_country_is_wrong_use(from_ledger: Settings, area: str) -> None:
    assert dcw("profile", area, data=from_ledger.data).returncode == 2


def test_releases_status_and_diff_name_the_published_release(from_ledger: Settings) -> None:
    told = json.loads(dcw("releases", "--json", data=from_ledger.data).stdout)
    current = told["current"]
    assert current in {one["release_id"] for one in told["releases"]}
    assert current in dcw("status", data=from_ledger.data).stdout
    assert dcw("releases", data=from_ledger.data).stdout.splitlines()[2].startswith("*")
    same = dcw("diff", current, "current", data=from_ledger.data)
    assert same.stdout.split() == ["added", "0", "changed", "0", "removed", "0"]


def test_rolling_back_the_first_release_is_wrong_use(from_ledger: Settings) -> None:
    done = dcw("rollback", "--dry-run", data=from_ledger.data)
    assert done.returncode == 2
    assert "none" in done.stderr


def test_verify_without_documents_says_that_all_is_unverified(from_ledger: Settings) -> None:
    done = dcw("verify", data=from_ledger.data)
    assert done.returncode == 0
    assert "unverified" in done.stdout


def test_before_the_first_run_every_question_says_what_to_do(tmp_path: Path) -> None:
    for verb in (("sql", "select 1"), ("profile", "PER"), ("explain", "ab")):
        done = dcw(*verb, data=tmp_path)
        assert done.returncode == 2
        assert "dcw run" in done.stderr
    assert "nothing yet" in dcw("status", data=tmp_path).stdout


def test_extract_writes_the_codebook_columns_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "facts.csv"
    done = dcw("extract", EXAMPLE, "--out", out, data=tmp_path / "data")
    assert done.returncode == 0
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    text = EXAMPLE.read_text(encoding="utf-8")
    assert rows
    assert all(text[int(row["start"]) : int(row["end"])] == row["text"] for row in rows)
    assert not (tmp_path / "data").exists()
    told = json.loads(dcw("extract", EXAMPLE, "--json", data=tmp_path / "data").stdout)
    assert len(told["facts"]) == len(rows)


def test_extract_goes_on_after_a_refused_document(tmp_path: Path) -> None:
    broken = tmp_path / "incsr-2018-per.txt"
    broken.write_bytes(b"")
    done = dcw("extract", broken, EXAMPLE, data=tmp_path / "data")
    assert done.returncode == 4
    assert "refused" in done.stderr
    assert "1 reports, 1 refused" in done.stdout


def test_a_rehearsal_reads_and_writes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = dcw("ingest", EXAMPLE, "--dry-run", data=data)
    assert done.returncode == 0, done.stderr
    assert "would load incsr-2024-xaa" in done.stdout
    assert not (data / "durable.duckdb").exists()


def test_a_rehearsal_leaves_a_filled_data_folder_as_it_was(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert dcw("ingest", EXAMPLE, data=data).returncode == 0
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    done = dcw("run", "--dry-run", data=data)
    assert "would load incsr-2024-xaa" in done.stdout
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


@pytest.mark.corpus
def test_accuracy_prints_figures_by_level_and_slice(tmp_path: Path, corpus: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    row = "incsr-2014-per,0,3,x,level,arrests,,PER,1,,COUNT,exact,actual,2013,stated,,"
    header = "report_id,start,end,text,kind,indicator,substance,ref_area,value,value_high,unit"
    header += ",qualifier,status,time_period,time_basis,estimator,note"
    (gold / "incsr-2014-per.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    out = tmp_path / "figures.csv"
    asked = ("accuracy", "--gold", gold, "--reports", corpus, "--errors", "1", "--out", out)
    done = dcw(*asked, data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
    total = done.stdout.splitlines()
    assert any(line.startswith("total") and "0.000" in line for line in total)
    assert "missed incsr-2014-per" in done.stdout or "spurious incsr-2014-per" in done.stdout
    assert out.read_text(encoding="utf-8").startswith("slice_by,slice,level,precision_pct")
