"""Publishing: whole or not at all, recorded, and only when the gates hold."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from samples.warehouse import MIDNIGHT, occasion, rewrite_in_another_order

from etl.errors import GateRefused, PublishFailed
from etl.quality.results import GateReport, Outcome
from etl.settings import Settings
from etl.warehouse import publish as room
from etl.warehouse.publish import publish
from etl.warehouse.release import Manifest
from etl.warehouse.shelf import current_release_id, releases


def _change(settings: Settings, sql: str) -> None:
    with duckdb.connect(str(settings.build_path)) as connection:
        connection.execute(sql)


def _read(settings: Settings, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(settings.published_path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def _outcome(severity: str) -> Outcome:
    return Outcome(
        suite="core.fct_observations",
        expectation_id="core.fct_observations.some_rule",
        table_name="marts.fct_observations",
        column_name=None,
        expectation_type="unexpected_rows_expectation",
        severity=severity,
        success=False,
        observed=None,
        unexpected_count=2,
        sample='[{"observation_id": "abc"}]',
        note="why",
    )


def test_the_first_release_is_published_with_its_manifest(built: Settings) -> None:
    done = publish(built, occasion())
    assert done.changed
    assert current_release_id(built.published_path) == done.manifest.release_id
    manifest = Manifest.read(built.releases / done.manifest.release_id)
    assert manifest == done.manifest
    body = (built.releases / manifest.release_id / "warehouse.duckdb").read_bytes()
    assert manifest.file["sha256"] == hashlib.sha256(body).hexdigest()
    assert built.published_path.read_bytes() == body
    rows = {one["table"]: one["rows"] for one in manifest.tables}
    assert rows["marts.fct_observations"] == manifest.facts == 26
    assert "audit.runs" not in rows


def test_scaffolding_is_gone_and_the_run_s_own_rows_are_there(built: Settings) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{built.staging_path}' AS durable")
        connection.execute(
            "INSERT INTO durable.ops.runs (run_id, command, started_at, status, versions) "
            "VALUES ('run-1', 'dcw run', now(), 'running', '{}')"
        )
    publish(built, occasion())
    schemas = {
        row[0]
        for row in _read(
            built,
            "SELECT schema_name FROM duckdb_schemas() WHERE database_name = current_database()",
        )
    }
    assert not schemas & {"staging", "intermediate"}
    assert _read(built, "SELECT run_id FROM audit.runs") == [("run-1",)]
    assert _read(built, "SELECT count(*) FROM audit.fact_history") == [(26,)]


def test_the_same_build_is_not_published_twice(built: Settings) -> None:
    first = publish(built, occasion())
    before = built.published_path.stat()
    again = publish(built, occasion("run-2"))
    assert not again.changed
    assert again.manifest == first.manifest
    after = built.published_path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_release_s_name_depends_on_content_and_inputs_alone(
    built: Settings, tmp_path: Path
) -> None:
    first = publish(built, occasion()).manifest
    other = replace(built, data=tmp_path / "other")
    other.data.mkdir()
    os.link(built.staging_path, other.staging_path)
    other.build_path.parent.mkdir()
    rewrite_in_another_order(built.build_path, other.build_path)
    second = publish(other, replace(occasion("another"), now=MIDNIGHT.replace(year=2031))).manifest
    assert second.release_id == first.release_id
    third = publish(other, occasion("third", "other inputs")).manifest
    assert third.release_id != first.release_id
    assert third.content_sha256 == first.content_sha256


@pytest.mark.parametrize("gate", ["staging", "marts"])
def test_a_refused_gate_publishes_nothing(gate: str, built: Settings) -> None:
    refused = replace(occasion(), gates=(GateReport(gate, (_outcome("critical"),)),))
    with pytest.raises(GateRefused, match=r"some_rule.*2 rows.*abc"):
        publish(built, refused)
    assert not built.published_path.exists()
    assert not built.releases.exists()


def test_a_failing_warning_is_published_and_recorded(built: Settings) -> None:
    warned = replace(occasion(), gates=(GateReport("marts", (_outcome("warning"),)),))
    gates = publish(built, warned).manifest.gates
    assert gates["marts"]["warning_failed"] == 1
    assert gates["marts"]["failed"] == ["core.fct_observations.some_rule"]


def test_history_tells_first_and_last_release_of_a_fact(built: Settings) -> None:
    first = publish(built, occasion()).manifest.release_id
    _change(built, "DELETE FROM marts.fct_observations WHERE indicator = 'arrests'")
    _change(
        built,
        "UPDATE marts.fct_observations SET observation_id = 'new' WHERE kind = 'share' "
        "AND report_id = 'incsr-2018-bvt'",
    )
    second = publish(built, occasion("run-2", "b")).manifest.release_id
    spans = dict(
        _read(
            built,
            "SELECT first_release_id || ' ' || last_release_id, count(*) "
            "FROM audit.fact_history GROUP BY 1",
        )
    )
    assert spans == {
        f"{first} {first}": 4,
        f"{first} {second}": 22,
        f"{second} {second}": 1,
    }


def test_only_the_newest_releases_stay(built: Settings) -> None:
    few = replace(built, releases_kept=2)
    ids = []
    for number in range(4):
        _change(
            few,
            f"UPDATE marts.fct_observations SET obs_value = {number} WHERE indicator = 'arrests'",
        )
        ids.append(publish(few, occasion(f"run-{number}", str(number))).manifest.release_id)
    assert [one.release_id for one in releases(few.releases)] == [ids[3], ids[2]]
    assert sorted(path.name for path in few.releases.iterdir()) == sorted(ids[2:])


def test_modes_do_not_depend_on_the_umask(built: Settings) -> None:
    old = os.umask(0o077)
    try:
        done = publish(built, occasion())
    finally:
        os.umask(old)
    folder = built.releases / done.manifest.release_id
    modes = {
        path: stat.S_IMODE(path.stat().st_mode)
        for path in (
            built.published_path,
            built.published_path.parent,
            folder / "warehouse.duckdb",
            folder / "manifest.json",
            folder,
        )
    }
    assert list(modes.values()) == [0o444, 0o755, 0o444, 0o644, 0o755]


def test_a_view_on_what_is_dropped_is_refused_by_name(built: Settings) -> None:
    _change(built, "CREATE VIEW marts.broken AS SELECT * FROM intermediate.int_scaffold")
    with pytest.raises(PublishFailed, match=r"marts\.broken"):
        publish(built, occasion())
    assert not built.published_path.exists()


def test_what_is_no_warehouse_is_refused(built: Settings) -> None:
    _change(built, "DROP TABLE marts.fct_observations")
    with pytest.raises(PublishFailed, match="fct_observations"):
        publish(built, occasion())


def test_a_missing_build_leaves_the_old_release(built: Settings) -> None:
    first = publish(built, occasion()).manifest.release_id
    built.build_path.unlink()
    with pytest.raises(PublishFailed, match=f"release {first} stays"):
        publish(built, occasion("run-2", "b"))
    assert current_release_id(built.published_path) == first


@pytest.mark.parametrize("step", ["seal", "file_sha256", "_shelve", "swap_in", "prune"])
def test_a_publish_that_breaks_off_leaves_a_whole_file_and_the_next_one_finishes(
    step: str, built: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = publish(built, occasion()).manifest.release_id
    _change(built, "DELETE FROM marts.fct_observations WHERE indicator = 'arrests'")

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(room, step, full)
        with pytest.raises(PublishFailed, match="No space left"):
            publish(built, occasion("run-2", "b"))
    assert _read(built, "SELECT count(*) FROM marts.fct_observations") == [
        (23,) if step == "prune" else (26,)
    ]
    second = publish(built, occasion("run-3", "b"))
    assert second.changed is (step != "prune")
    assert _read(built, "SELECT count(*) FROM marts.fct_observations") == [(23,)]
    assert {path.name for path in built.releases.iterdir()} == {first, second.manifest.release_id}
    assert [path.name for path in built.published_path.parent.iterdir()] == ["warehouse.duckdb"]


def test_what_a_killed_publish_left_is_cleared(built: Settings) -> None:
    publish(built, occasion())
    (built.releases / ".incoming-1").mkdir()
    (built.releases / ".incoming-1" / "manifest.json").write_text("{}")
    (built.releases / "0000000000000000").mkdir()
    _change(built, "DELETE FROM marts.fct_observations WHERE indicator = 'arrests'")
    publish(built, occasion("run-2", "b"))
    assert len(list(built.releases.iterdir())) == 2


def test_the_run_log_keeps_the_names_that_the_marts_give_it(built: Settings) -> None:
    _change(
        built,
        "CREATE TABLE audit.runs (run_id VARCHAR, run_status VARCHAR, duration_seconds DOUBLE); "
        "COMMENT ON COLUMN audit.runs.run_status IS 'How it went.'; "
        "CREATE TABLE audit.issues (run_id VARCHAR, issue_code VARCHAR); "
        "INSERT INTO audit.runs VALUES ('of the build', 'running', NULL)",
    )
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{built.staging_path}' AS durable")
        connection.execute(
            "INSERT INTO durable.ops.runs (run_id, command, started_at, finished_at, status, "
            "versions) VALUES ('run-1', 'run', TIMESTAMP '2026-01-01 00:00:00', "
            "TIMESTAMP '2026-01-01 00:00:02.5', 'succeeded', '{}')"
        )
        connection.execute(
            "INSERT INTO durable.ops.issues "
            "VALUES ('run-1', 0, 'error', 'no_text', NULL, 'a', 'b', 'c')"
        )
    publish(built, occasion())
    assert _read(built, "FROM audit.runs") == [("run-1", "succeeded", 2.5)]
    assert _read(built, "FROM audit.issues") == [("run-1", "no_text")]
    assert _read(
        built, "SELECT comment FROM duckdb_columns() WHERE column_name = 'run_status'"
    ) == [("How it went.",)]


def test_a_release_says_of_its_own_run_that_it_publishes(built: Settings) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{built.staging_path}' AS durable")
        connection.execute(
            "INSERT INTO durable.ops.runs (run_id, command, started_at, status, versions) "
            "VALUES ('run-1', 'run', TIMESTAMP '2026-01-01 00:00:00', 'running', '{}')"
        )
    _change(built, "CREATE TABLE audit.runs (run_id VARCHAR, run_status VARCHAR)")
    publish(built, occasion())
    assert _read(built, "FROM audit.runs") == [("run-1", "publishing")]
