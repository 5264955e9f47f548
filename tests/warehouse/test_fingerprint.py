"""The fingerprint of a build's inputs: other where a build could be other, else the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from etl.errors import StagingError
from etl.settings import Settings
from etl.warehouse.fingerprint import inputs_fingerprint, project_sum, staging_sum

FILES = {
    "dbt_project.yml": "name: x",
    "models/marts/a.sql": "select 1",
    "macros/m.sql": "{% macro m() %}{% endmacro %}",
    "seeds/reference/codes.csv": "code\na\n",
    "seeds/ledger/r.csv": "x\n",
    "expectations/a.json": "{}",
    "etl/a.py": "A = 1",
    "tests/dbt/t.sql": "select 1 where false",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project's folder of a few files."""
    for name, body in FILES.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body)
    return tmp_path / "project"


@pytest.mark.parametrize("name", FILES)
def test_another_file_is_another_project(name: str, project: Path) -> None:
    before = project_sum(project)
    (project / name).write_text(FILES[name] + " ")
    assert project_sum(project) != before


def test_a_renamed_file_is_another_project(project: Path) -> None:
    before = project_sum(project)
    (project / "models/marts/a.sql").rename(project / "models/marts/b.sql")
    assert project_sum(project) != before


@pytest.mark.parametrize(
    "touch",
    [
        pytest.param(lambda p: (p / "data").mkdir(), id="data_folder"),
        pytest.param(lambda p: (p / "README.md").write_text("x"), id="readme"),
        pytest.param(lambda p: (p / "etl" / "a.pyc").write_bytes(b"x"), id="bytecode"),
        pytest.param(lambda p: (p / "etl" / "a.py").touch(), id="time_of_change"),
    ],
)
def test_what_no_build_reads_does_not_count(touch: Callable[[Path], object], project: Path) -> None:
    before = project_sum(project)
    touch(project)
    assert project_sum(project) == before


def test_a_project_elsewhere_is_the_same(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "elsewhere")
    assert project_sum(tmp_path / "elsewhere") == project_sum(project)


def _change(database: Path, sql: str) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{database}' AS durable")
        connection.execute("USE durable")
        connection.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE staging.observations SET note = 'x' WHERE indicator = 'arrests'",
        "UPDATE staging.reports SET status = 'withdrawn' WHERE report_id = 'incsr-2018-bvt'",
        "DELETE FROM staging.findings",
    ],
)
def test_another_row_of_staging_is_another_input(sql: str, built: Settings) -> None:
    before = staging_sum(built.staging_path)
    _change(built.staging_path, sql)
    assert staging_sum(built.staging_path) != before


def test_what_runs_did_does_not_count(built: Settings) -> None:
    before = inputs_fingerprint(built.staging_path, built.root)
    _change(
        built.staging_path,
        "INSERT INTO ops.runs (run_id, command, started_at, status, versions) "
        "VALUES ('r', 'c', now(), 'running', '{}')",
    )
    assert inputs_fingerprint(built.staging_path, built.root) == before


def test_rows_in_another_order_are_the_same_input(built: Settings) -> None:
    before = staging_sum(built.staging_path)
    _change(
        built.staging_path,
        "CREATE TEMP TABLE kept AS FROM staging.number_mentions; "
        "DELETE FROM staging.number_mentions; "
        "INSERT INTO staging.number_mentions FROM kept ORDER BY hash(mention_index)",
    )
    assert staging_sum(built.staging_path) == before


def test_missing_staging_is_named(tmp_path: Path) -> None:
    with pytest.raises(StagingError, match="durable"):
        inputs_fingerprint(tmp_path / "durable.duckdb", tmp_path)
