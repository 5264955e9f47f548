"""Two runs started together: exactly one works, the other says who holds the lock."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

RUN = """
import sys, time
from pathlib import Path
from etl.errors import RunLocked
from etl.operations.lock import run_lock
data = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
try:
    with run_lock(data, command="dcw nightly"):
        (data / f"worked-{sys.argv[2]}").touch()
        sys.stdin.readline()
except RunLocked as error:
    print(error, flush=True)
    sys.exit(error.exit_code)
print("done", flush=True)
"""


def start(data: Path, name: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, str(data), name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def tell(process: subprocess.Popen[str], text: str) -> None:
    assert process.stdin is not None
    process.stdin.write(text)
    process.stdin.flush()


def race(data: Path) -> None:
    pair = [start(data, name) for name in "ab"]
    for process in pair:
        tell(process, "\n")
    # The winner waits for its second line, so the loser ends first.
    while all(process.poll() is None for process in pair):
        time.sleep(0.01)
    loser = next(process for process in pair if process.poll() is not None)
    winner = next(process for process in pair if process is not loser)
    said = loser.communicate(timeout=20)[0]
    assert winner.communicate("\n", timeout=20)[0] == "done\n"
    assert (loser.returncode, winner.returncode) == (6, 0)
    assert "another run holds" in said
    assert len(list(data.glob("worked-*"))) == 1


def test_exactly_one_of_two_runs_works(tmp_path: Path) -> None:
    for number in range(3):
        race(tmp_path / str(number))


@pytest.mark.slow
def test_exactly_one_of_two_runs_works_fifty_times(tmp_path: Path) -> None:
    for number in range(50):
        race(tmp_path / str(number))
