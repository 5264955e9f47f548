"""Kill -9 at any moment: readers keep a whole release, and the next run completes the work."""

from __future__ import annotations

import os
import random
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from night import Content, content, copied, dcw, invented, kill_session, put_in_inbox, staged, start

SEED = 20260501


@dataclass(frozen=True)
class Undisturbed:
    """A data folder before a night, and what that night gives when nobody disturbs it.

    Attributes:
        before: Data folder with a published release and a document that waits.
        seconds: How long the night took.
    """

    before: Path
    old: Content
    new: Content
    rows: Content
    seconds: float


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    folder = tmp_path_factory.mktemp("kills")
    before = folder / "before"
    first, second = invented(folder)
    put_in_inbox(before, [first])
    dcw(before, "nightly")
    put_in_inbox(before, [second])
    after = copied(before, folder / "after")
    began = time.monotonic()
    dcw(after, "nightly")
    seconds = time.monotonic() - began
    old, new = (content(data / "published" / "warehouse.duckdb") for data in (before, after))
    assert old != new
    return Undisturbed(before, old, new, staged(after), seconds)


def kill_once(given: Undisturbed, data: Path, moment: float, *, whole_session: bool) -> bool:
    """Kill a night after `moment` seconds; returns whether it was still at work."""
    copied(given.before, data)
    process = start(data, "nightly")
    ends = time.monotonic() + moment
    while time.monotonic() < ends and process.poll() is None:
        check_whole(data)
        time.sleep(0.05)
    at_work = process.poll() is None
    if not whole_session:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        check_recovery(given, data)
    kill_session(process)
    if process.stdout:
        process.stdout.close()
    if whole_session:
        check_recovery(given, data)
    return at_work


def check_whole(data: Path) -> None:
    with duckdb.connect(str(data / "published" / "warehouse.duckdb"), read_only=True) as found:
        row = found.execute("SELECT count(*) FROM marts.fct_observations").fetchone()
    assert row is not None
    assert row[0] > 0


def check_recovery(given: Undisturbed, data: Path) -> None:
    published = data / "published" / "warehouse.duckdb"
    assert content(published) in (given.old, given.new)
    dcw(data, "nightly")
    assert content(published) == given.new
    assert staged(data) == given.rows
    left = [path.name for path in data.rglob(".*") if path.name != ".gitignore"]
    assert [name for name in left if name.startswith((".incoming", ".warehouse", ".new"))] == []


def moments(given: Undisturbed, count: int) -> list[float]:
    rng = random.Random(SEED)  # noqa: S311 - moments, not secrets
    return [rng.uniform(0, given.seconds * 1.05) for _ in range(count)]


def kill_many(given: Undisturbed, folder: Path, count: int) -> None:
    killed = 0
    for number, moment in enumerate(moments(given, count)):
        data = folder / str(number)
        killed += kill_once(given, data, moment, whole_session=number % 2 == 0)
    assert killed >= count // 2


def test_a_load_killed_at_random_moments_is_completed_by_the_next(tmp_path: Path) -> None:
    given = [str(path) for path in invented(tmp_path / "given")]
    began = time.monotonic()
    dcw(tmp_path / "whole", "ingest", *given)
    seconds = time.monotonic() - began
    rng = random.Random(SEED)  # noqa: S311 - moments, not secrets
    for number in range(4):
        data = tmp_path / str(number)
        process = start(data, "ingest", *given)
        time.sleep(rng.uniform(seconds / 4, seconds))
        kill_session(process)
        assert process.communicate(timeout=20) is not None
        dcw(data, "ingest", *given)
        assert staged(data) == staged(tmp_path / "whole")


def test_a_night_killed_at_a_random_moment_is_completed_by_the_next(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    kill_many(undisturbed, tmp_path, 1)


@pytest.mark.slow
def test_a_night_killed_at_a_hundred_random_moments(
    undisturbed: Undisturbed, tmp_path: Path
) -> None:
    kill_many(undisturbed, tmp_path, 100)
