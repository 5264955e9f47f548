"""Somebody who looks at the staging file for a moment does not fail a run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from etl.errors import StagingError
from etl.staging import database
from etl.staging.database import connect

HOLD = """
import sys, time, duckdb
with duckdb.connect(sys.argv[1], read_only=True):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def hold(path: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(path), str(seconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_file_that_is_held_for_a_moment_is_waited_for(staging: Path) -> None:
    holder = hold(staging, 0.5)
    with connect(staging) as connection:
        assert connection.execute("SELECT 1").fetchall() == [(1,)]
    assert holder.wait(20) == 0


def test_a_file_that_stays_held_is_given_up_with_who_holds_it(
    staging: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "_PATIENCE_SECONDS", 0.2)
    holder = hold(staging, 60)
    try:
        with pytest.raises(StagingError, match=str(holder.pid)), connect(staging):
            pass
    finally:
        holder.kill()
        holder.wait()
