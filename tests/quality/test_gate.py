"""The gate on staging: passes what is right, names what is wrong."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from etl.errors import GateRefused
from etl.quality.gate import STAGING, run_gate
from etl.quality.results import GateReport
from etl.quality.store import append
from etl.settings import PROJECT_ROOT


def _gate(database: Path, previous: Path | None = None) -> GateReport:
    return run_gate(STAGING, database, root=PROJECT_ROOT, previous=previous)


def _break(database: Path, sql: str) -> GateReport:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{database}' AS durable")
        connection.execute("USE durable")
        connection.execute(sql)
    return _gate(database)


def test_sound_staging_passes(clean_staging: Path) -> None:
    report = _gate(clean_staging)
    assert [one.describe() for one in report.outcomes if not one.success] == []
    assert report.counts["expectations"] > 80
    report.refuse_if_critical()


def test_a_refusal_names_suite_expectation_table_count_and_rows(staging_copy: Path) -> None:
    report = _break(
        staging_copy,
        "UPDATE staging.observations SET indicator = 'arests' WHERE indicator = 'arrests'",
    )
    with pytest.raises(GateRefused) as refusal:
        report.refuse_if_critical()
    for part in ("staging.observations", "indicator_known", "3 rows", "arests", "incsr-2019-hmd"):
        assert part in str(refusal.value)


def test_a_failing_warning_is_reported_and_blocks_nothing(staging_copy: Path) -> None:
    report = _break(
        staging_copy,
        "UPDATE staging.number_mentions SET disposition = 'unexplained' "
        "WHERE report_id = 'incsr-2019-hmd' AND disposition = 'date'",
    )
    assert [one.expectation_id for one in report.failed("warning")] == [
        "staging.number_mentions.unexplained_is_rare"
    ]
    report.refuse_if_critical()


def test_a_missing_table_fails_and_the_others_still_answer(staging_copy: Path) -> None:
    report = _break(staging_copy, "DROP TABLE staging.findings")
    failed = report.failed("critical")
    assert {one.suite for one in failed} == {"staging.findings"}
    assert {one.observed for one in failed} == {"no such table"}
    assert len({one.suite for one in report.outcomes}) > 5


def test_comparison_with_the_last_release_is_passed_over_before_the_first(
    clean_staging: Path, tmp_path: Path
) -> None:
    report = _gate(clean_staging, tmp_path / "absent.duckdb")
    passed_over = [
        one for one in report.outcomes if "the release before has no" in str(one.observed)
    ]
    assert len(passed_over) >= 8
    assert all(one.success and not one.was_asked for one in passed_over)
    assert report.counts["not_asked"] == len(passed_over)


def test_a_sample_is_short_valid_json(staging_copy: Path) -> None:
    report = _break(staging_copy, "UPDATE staging.sentences SET text = repeat('x', 2000)")
    (failed,) = (
        o
        for o in report.outcomes
        if o.expectation_id.endswith("text_at_its_span")
        and o.suite == "staging.sentences"
        and not o.success
    )
    rows = json.loads(failed.sample or "")
    assert len(rows) == 5
    assert len(rows[0]["text"]) == 300


def test_the_gate_changes_nothing(staging_copy: Path, clean_staging: Path) -> None:
    _gate(staging_copy)
    assert staging_copy.read_bytes() == clean_staging.read_bytes()


def test_outcomes_become_rows(clean_staging: Path, staging_copy: Path) -> None:
    report = _gate(clean_staging)
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{staging_copy}' AS durable")
        connection.execute("USE durable")
        assert append(connection, "run-1", report) == len(report.outcomes)
        append(connection, "run-1", report)
        row = connection.execute(
            "SELECT count(*), bool_and(success), count(*) FILTER (note = '') "
            "FROM ops.expectation_results"
        ).fetchone()
    assert row == (len(report.outcomes), True, 0)


def test_no_name_is_looked_up_and_no_connection_made(clean_staging: Path, tmp_path: Path) -> None:
    database = Path(shutil.copy(clean_staging, tmp_path / "s.duckdb"))
    program = (
        "import socket, sys\n"
        "from pathlib import Path\n"
        "def refuse(*args, **more):\n"
        "    print('NETWORK', args)\n"
        "    raise OSError('no network')\n"
        "socket.getaddrinfo = refuse\n"
        "socket.socket.connect = refuse\n"
        "from etl.quality.gate import run_gate\n"
        "report = run_gate('staging', Path(sys.argv[1]), root=Path(sys.argv[2]))\n"
        "print(report.counts['critical_failed'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(database), str(PROJECT_ROOT)],
        capture_output=True,
        text=True,
        check=True,
        cwd=PROJECT_ROOT,
    )
    assert done.stdout.splitlines() == ["0"]
