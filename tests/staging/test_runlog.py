"""The run log tells what happened, also of runs that were killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from etl.ledger.problem import Problem
from etl.staging.database import connect
from etl.staging.runlog import RunLog


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with connect(path, read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_a_run_with_its_steps_and_issues(staging: Path) -> None:
    log = RunLog.start(staging, "run", versions={"extractor": "1"})
    with log.step("ingest") as step:
        step.rows_in, step.rows_out = 2, 85
    log.issues([Problem("error", "odd", "mem-6-per", "a.csv:2", "it's 5", "\0 \ud800 'x'")])
    log.finish("succeeded", exit_code=0, release_id="r1", message="it's done")
    assert rows(
        staging, "SELECT command, status, exit_code, release_id, message FROM ops.runs"
    ) == [("run", "succeeded", 0, "r1", "it's done")]
    steps = "SELECT step, status, rows_in, rows_out, peak_rss_bytes > 1000000 FROM ops.run_steps"
    assert rows(staging, steps) == [("ingest", "succeeded", 2, 85, True)]
    assert rows(staging, "SELECT issue_index, expected, found FROM ops.issues") == [
        (1, "it's 5", r"\x00 \ud800 'x'")
    ]


def test_a_failing_step_is_marked_and_the_error_goes_on(staging: Path) -> None:
    log = RunLog.start(staging, "run", versions={})
    with pytest.raises(ValueError, match="no"), log.step("load"):
        raise ValueError("no")
    assert rows(staging, "SELECT status, message FROM ops.run_steps") == [
        ("failed", "ValueError: no")
    ]


def test_every_write_is_there_at_once(staging: Path) -> None:
    log = RunLog.start(staging, "run", versions={})
    assert rows(staging, "SELECT status FROM ops.runs") == [("running",)]
    with log.step("ingest"):
        assert rows(staging, "SELECT status FROM ops.run_steps") == [("running",)]


def test_a_killed_run_is_marked_interrupted_by_the_next(staging: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from etl.staging.runlog import RunLog\n"
        "log = RunLog.start(Path(sys.argv[1]), 'run', versions={})\n"
        "with log.step('ingest'):\n    print('ready', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(staging)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        os.kill(process.pid, signal.SIGKILL)
    second = RunLog.start(staging, "run", versions={})
    states = "SELECT status, finished_at IS NULL FROM ops.runs ORDER BY started_at, run_id"
    assert rows(staging, states) == [("interrupted", False), ("running", True)]
    assert rows(staging, "SELECT status FROM ops.run_steps") == [("interrupted",)]
    second.finish("unchanged", exit_code=0)
    assert rows(staging, "SELECT status FROM ops.runs WHERE status = 'unchanged'")


def test_writing_the_log_does_not_import_pandas(staging: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from etl.staging.runlog import RunLog\n"
        "log = RunLog.start(Path(sys.argv[1]), 'run', versions={'a': 'b'})\n"
        "with log.step('x'): pass\n"
        "log.finish('unchanged', exit_code=0); print('pandas' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(staging)], capture_output=True, check=True
    )
    assert done.stdout == b"False\n"
