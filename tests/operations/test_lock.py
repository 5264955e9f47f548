"""One run at a time across processes; a dead process never holds the lock."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from etl.errors import RunLocked
from etl.operations.lock import holder, run_lock

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys, os
from pathlib import Path
from etl.operations.lock import run_lock
with run_lock(Path(sys.argv[1]), command="dcw nightly"):
    if len(sys.argv) > 2 and os.fork() == 0:
        sys.stdin.read(); os._exit(0)
    print("held", flush=True)
    sys.stdin.read()
"""


def start_holder(data: Path, *options: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(data), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_run_is_refused_and_told_who_holds_the_lock(tmp_path: Path) -> None:
    process = start_holder(tmp_path)
    try:
        with pytest.raises(RunLocked) as refusal, run_lock(tmp_path, command="dcw run"):
            pytest.fail("two runs at once")
    finally:
        process.communicate("", timeout=20)
    assert refusal.value.exit_code == 6
    assert f"process {process.pid} on {os.uname().nodename} (dcw nightly) since 20" in str(
        refusal.value
    )
    with run_lock(tmp_path, command="dcw run"):
        assert f"process {os.getpid()}" in holder(tmp_path)


def test_a_killed_run_does_not_hold_the_lock(tmp_path: Path) -> None:
    process = start_holder(tmp_path)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=20)
    with run_lock(tmp_path, command="dcw run"):
        pass


def test_a_forked_worker_that_outlives_a_killed_run_does_not_hold_the_lock(tmp_path: Path) -> None:
    process = start_holder(tmp_path, "fork")
    os.kill(process.pid, signal.SIGKILL)
    os.waitpid(process.pid, 0)
    with run_lock(tmp_path, command="dcw run"):
        pass
    process.communicate("", timeout=20)


def test_a_second_run_in_the_same_process_is_refused_and_frees_nothing(tmp_path: Path) -> None:
    with run_lock(tmp_path, command="dcw run"):
        with pytest.raises(RunLocked), run_lock(tmp_path, command="dcw run"):
            pytest.fail("two runs at once")
        asked = subprocess.run(
            [sys.executable, "-c", HOLD, str(tmp_path)],
            input="",
            capture_output=True,
            text=True,
            check=False,
            timeout=20,
        )
        assert "RunLocked" in asked.stderr
    with run_lock(tmp_path, command="dcw run"):
        pass


def test_the_lock_is_free_again_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), run_lock(tmp_path, command="dcw run"):
        _ = 1 / 0
    with run_lock(tmp_path, command="dcw run"):
        pass
