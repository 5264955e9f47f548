"""Same inputs, same rows: runs that repeat, builds that start anew, and their exports."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from etl.settings import Settings
from etl.staging.database import connect
from tests.conftest import dcw

pytestmark = pytest.mark.xdist_group("peru")


def digests(settings: Settings, folder: Path, form: str = "csv") -> dict[str, str]:
    done = dcw("export", folder, "--format", form, data=settings.data)
    assert done.returncode == 0, done.stderr
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


def run_log(settings: Settings) -> list[tuple[str, str]]:
    with connect(settings.staging_path, read_only=True) as connection:
        return connection.execute(
            "select command, status from ops.runs order by started_at"
        ).fetchall()


def other_bytes(settings: Settings) -> dict[str, str]:
    """Every file of the data folder but the staging file, which holds the run log."""
    return {
        str(path.relative_to(settings.data)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(settings.data.rglob("*"))
        if path.is_file() and not path.name.startswith(("durable.duckdb", "run.lock"))
    }


def test_a_second_run_changes_nothing_but_the_run_log(from_ledger: Settings) -> None:
    before, log = other_bytes(from_ledger), run_log(from_ledger)
    done = dcw("run", "--json", data=from_ledger.data)
    assert json.loads(done.stdout)["status"] == "unchanged"
    assert other_bytes(from_ledger) == before
    assert run_log(from_ledger) == [*log, ("run", "unchanged")]


def test_a_run_without_news_loads_nothing_that_reads_or_builds(from_ledger: Settings) -> None:
    done = dcw("run", "--json", data=from_ledger.data, PYTHONPROFILEIMPORTTIME="1")
    assert json.loads(done.stdout)["status"] == "unchanged"
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "etl.pipeline.run" in loaded
    heavy = {"etl.extract.pipeline", "pandas", "pyarrow", "dbt", "great_expectations"}
    assert loaded.isdisjoint(heavy)


@pytest.mark.parametrize(("when", "told"), [("always", True), ("news", False), ("never", False)])
def test_who_wants_to_know_is_told_of_a_run_without_news(
    from_ledger: Settings,
    when: str,
    told: bool,  # noqa: FBT001 - a parameter of the table above
) -> None:
    nobody = {"DCW_WEBHOOK_URL": "http://127.0.0.1:9/hook", "DCW_NOTICE_WHEN": when}
    done = dcw("run", data=from_ledger.data, **nobody)
    assert done.returncode == 0, done.stderr
    assert ("notice by webhook" in done.stdout + done.stderr) is told


def test_two_builds_from_the_same_inputs_export_the_same_bytes(
    from_ledger: Settings, tmp_path: Path
) -> None:
    other = Settings.from_environment({"DCW_DATA": str(tmp_path / "other")})
    assert dcw("run", data=other.data, TZ="Asia/Tokyo").returncode == 0
    first = digests(from_ledger, tmp_path / "first")
    assert first == digests(other, tmp_path / "second")
    assert "marts.fct_observations.csv" in first
    assert digests(from_ledger, tmp_path / "a", "parquet") == digests(
        other, tmp_path / "b", "parquet"
    )


@pytest.mark.corpus
def test_reading_again_and_rebuilding_from_the_archive_change_nothing(
    peru: Settings, tmp_path: Path
) -> None:
    first = digests(peru, tmp_path / "first")
    assert dcw("rebuild", data=peru.data).returncode == 0
    assert digests(peru, tmp_path / "second") == first
