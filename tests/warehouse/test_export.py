"""Exports: the same bytes for the same release, whole, described, and safe to open."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from openpyxl import load_workbook
from samples.warehouse import MIDNIGHT, occasion, rewrite_in_another_order

from etl.errors import UsageError
from etl.settings import Settings
from etl.warehouse.exporting import FORMATS, export
from etl.warehouse.publish import publish

HOSTILE = {
    "=1+1": "'=1+1",
    "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0",
    "-2+3": "'-2+3",
    "@SUM(A1)": "'@SUM(A1)",
    "\t=1": "'\t=1",
    "-12.5": "-12.5",
    "+3,000": "+3,000",
    "plain = text": "plain = text",
}


def _bytes(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_same_release_gives_the_same_bytes(form: str, built: Settings, tmp_path: Path) -> None:
    publish(built, occasion())
    other = replace(built, data=tmp_path / "other")
    other.build_path.parent.mkdir(parents=True)
    os.link(built.staging_path, other.staging_path)
    rewrite_in_another_order(built.build_path, other.build_path)
    publish(other, replace(occasion("another run"), now=MIDNIGHT.replace(year=2031)))
    first = export(built.published_path, tmp_path / "first", form)
    second = export(other.published_path, tmp_path / "second", form)
    assert _bytes(first.folder) == _bytes(second.folder)
    assert len(first.files) == (1 if form == "sdmx-csv" else 8)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_an_export_holds_every_row_and_number(form: str, built: Settings, tmp_path: Path) -> None:
    publish(built, occasion())
    export(built.published_path, tmp_path / "out", form)
    with duckdb.connect(str(built.published_path), read_only=True) as connection:
        query = "SELECT observation_id, obs_value, quote FROM {} ORDER BY 1"
        held = connection.execute(query.format("marts.fct_observations")).fetchall()
        file = tmp_path / "out" / f"marts.fct_observations.{form}"
        read = connection.execute(query.format(f"'{file}'")).fetchall()
    assert [(a, float(b), c) for a, b, c in read] == [(a, float(b), c) for a, b, c in held]


def _hostile(settings: Settings) -> Path:
    with duckdb.connect(str(settings.build_path)) as connection:
        connection.execute(
            "CREATE TABLE marts.hostile (n INTEGER PRIMARY KEY, t VARCHAR, v DOUBLE)"
        )
        connection.executemany(
            "INSERT INTO marts.hostile VALUES (?, ?, -1.5)", list(enumerate(HOSTILE))
        )
    publish(settings, occasion())
    return settings.published_path


def test_no_csv_cell_is_a_formula_and_numbers_stay(built: Settings, tmp_path: Path) -> None:
    export(_hostile(built), tmp_path / "out", "csv")
    with (tmp_path / "out" / "marts.hostile.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["t"] for row in rows] == list(HOSTILE.values())
    assert {row["v"] for row in rows} == {"-1.5"}


def test_no_sheet_cell_is_a_formula_and_numbers_stay(built: Settings, tmp_path: Path) -> None:
    export(_hostile(built), tmp_path / "out", "xlsx")
    sheet = load_workbook(tmp_path / "out" / "marts.hostile.xlsx").active
    assert sheet is not None
    cells = list(sheet.iter_rows(min_row=2))
    assert {cell.data_type for row in cells for cell in row} == {"n", "s"}
    assert [row[1].value.replace("_x0009_", "\t") for row in cells] == list(HOSTILE.values())
    assert {row[2].value for row in cells} == {-1.5}


def test_a_workbook_tells_no_time_and_marks_what_it_cuts(built: Settings, tmp_path: Path) -> None:
    with duckdb.connect(str(built.build_path)) as connection:
        connection.execute("UPDATE evidence.documents SET document_text = repeat('x', 40000)")
    publish(built, occasion())
    export(built.published_path, tmp_path / "out", "xlsx")
    path = tmp_path / "out" / "evidence.documents.xlsx"
    with zipfile.ZipFile(path) as book:
        assert {info.date_time for info in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z</dcterms:modified>" in book.read("docProps/core.xml")
    sheet = load_workbook(path).active
    assert sheet is not None
    texts = [str(cell.value) for row in sheet.iter_rows(min_row=2) for cell in row]
    longest = max(texts, key=len)
    assert len(longest) == 32_767
    assert "cut here" in longest


def test_sdmx_periods_and_codes(built: Settings, tmp_path: Path) -> None:
    with duckdb.connect(str(built.build_path)) as connection:
        connection.execute(
            "UPDATE marts.fct_observations SET time_period = '2017-01/2017-10', "
            "period_end = DATE '2017-10-31', obs_status = 'target', substance = NULL "
            "WHERE indicator = 'arrests' AND report_id = 'incsr-2018-bvt'"
        )
    publish(built, occasion())
    export(built.published_path, tmp_path / "out", "sdmx-csv")
    with (tmp_path / "out" / "marts.fct_observations.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    (arrests,) = (
        row
        for row in rows
        if row["INDICATOR"] == "arrests" and row["REPORT_ID"] == "incsr-2018-bvt"
    )
    assert list(rows[0])[:3] == ["STRUCTURE", "STRUCTURE_ID", "ACTION"]
    assert arrests["TIME_PERIOD"] == "2017-01-01/P10M"
    assert (arrests["OBS_STATUS"], arrests["SUBSTANCE"], arrests["ESTIMATOR"]) == ("F", "_Z", "_U")
    assert {row["TIME_PERIOD"] for row in rows if row is not arrests} == {"2013", "2017", "2018"}
    assert len({row["OBSERVATION_ID"] for row in rows}) == len(rows) == 26


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_the_description_fits_the_files(form: str, built: Settings, tmp_path: Path) -> None:
    release = publish(built, occasion()).manifest.release_id
    done = export(built.published_path, tmp_path / "out", form)
    package = json.loads(done.datapackage.read_text())
    assert package["version"] == release
    assert {one["path"] for one in package["resources"]} == {path.name for path in done.files}
    for resource in package["resources"]:
        body = (done.folder / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
        assert resource["bytes"] == len(body)
        assert all(one["type"] != "any" for one in resource["schema"]["fields"])
    names = {one["title"] for one in package["resources"]}
    assert "audit.release" not in names


def test_run_tables_come_only_when_asked_for(built: Settings, tmp_path: Path) -> None:
    publish(built, occasion())
    done = export(built.published_path, tmp_path / "out", "csv", with_runs=True)
    assert {"audit.release.csv", "audit.fact_history.csv"} <= {path.name for path in done.files}


def test_a_folder_that_holds_something_is_not_touched(built: Settings, tmp_path: Path) -> None:
    publish(built, occasion())
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    with pytest.raises(UsageError, match="empty folder"):
        export(built.published_path, tmp_path / "out", "csv")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_an_unknown_form_and_a_missing_release_are_named(built: Settings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="sdmx-csv"):
        export(built.published_path, tmp_path / "out", "json")
    with pytest.raises(UsageError, match=r"warehouse\.duckdb"):
        export(built.published_path, tmp_path / "out", "csv")
    assert list(tmp_path.glob("*out*")) == []
