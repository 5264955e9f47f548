"""Readers under publishes: never an error, never a mixture, never a refused publish."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from samples.staging import staging
from samples.warehouse import build, occasion, settings

from etl.settings import Settings
from etl.warehouse.publish import publish

READER = """
import sys
from pathlib import Path
import duckdb
published, stop = Path(sys.argv[1]), Path(sys.argv[2])
seen = set()
while not stop.exists():
    with duckdb.connect(str(published), read_only=True) as connection:
        release = connection.execute("SELECT release_id FROM audit.release").fetchone()[0]
        facts = connection.execute(
            "SELECT max(note), min(note), count(*) FROM marts.fct_observations"
        ).fetchone()
        again = connection.execute(
            "SELECT last_release_id FROM audit.fact_history GROUP BY ALL ORDER BY ALL"
        ).fetchall()
    assert facts[0] == facts[1] and facts[2] > 0, facts
    assert (release,) in again, (release, again)
    seen.add(release)
print(len(seen))
"""


def new_build(ours: Settings, number: int) -> None:
    build(ours.build_path, ours.staging_path)
    with duckdb.connect(str(ours.build_path)) as connection:
        connection.execute("ALTER TABLE marts.fct_observations ADD COLUMN note INTEGER")
        connection.execute("UPDATE marts.fct_observations SET note = ?", [number])


def run_readers(tmp_path: Path, readers: int, publishes: int) -> None:
    ours = replace(settings(tmp_path), releases_kept=3)
    staging(ours.staging_path)
    new_build(ours, 0)
    publish(ours, occasion("run-0", "inputs-0"))
    stop = tmp_path / "stop"
    command = [sys.executable, "-c", READER, str(ours.published_path), str(stop)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(readers)]
    try:
        for number in range(1, publishes + 1):
            new_build(ours, number)
            assert publish(ours, occasion(f"run-{number}", f"inputs-{number}")).changed
    finally:
        stop.touch()
        ends = [process.communicate(timeout=60)[0] for process in started]
    assert [process.returncode for process in started] == [0] * readers
    assert all(int(end) >= 1 for end in ends)
    assert max(int(end) for end in ends) > 1


def test_readers_see_whole_releases_while_new_ones_are_published(tmp_path: Path) -> None:
    run_readers(tmp_path, readers=2, publishes=6)


@pytest.mark.slow
def test_four_readers_under_a_hundred_publishes(tmp_path: Path) -> None:
    run_readers(tmp_path, readers=4, publishes=100)
