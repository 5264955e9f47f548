"""Other clocks, time zones, locales, umasks and hash seeds: the same bytes come out."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from night import COMMAND, ask_staging, content, dcw, environment, invented, put_in_inbox

from etl.settings import PROJECT_ROOT

SURROUNDINGS = {
    "far_east": {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "DCW_WORKERS": "2"},
    "no_locale": {"LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4242"},
    "posix": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "TZ": "America/Lima"},
}


def exported(data: Path, env: dict[str, str]) -> dict[str, bytes]:
    target = data / "export"
    shutil.rmtree(target, ignore_errors=True)
    dcw(data, "export", str(target), env=env)
    return {
        str(path.relative_to(target)): path.read_bytes()
        for path in sorted(target.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("usual")
    put_in_inbox(data, invented(data / "given"))
    dcw(data, "nightly")
    return data


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SURROUNDINGS))
def test_surroundings_change_no_byte(name: str, usual: Path, tmp_path: Path) -> None:
    put_in_inbox(tmp_path, invented(tmp_path / "given"))
    dcw(tmp_path, "nightly", env=SURROUNDINGS[name])
    assert content(tmp_path / "published" / "warehouse.duckdb") == content(
        usual / "published" / "warehouse.duckdb"
    )
    assert exported(tmp_path, SURROUNDINGS[name]) == exported(usual, {})


@pytest.mark.slow
def test_a_narrow_umask_changes_no_byte_and_no_reader(usual: Path, tmp_path: Path) -> None:
    put_in_inbox(tmp_path, invented(tmp_path / "given"))
    done = subprocess.run(
        ["/bin/sh", "-c", 'umask 077; exec "$@"', "sh", *COMMAND, "nightly"],
        env=environment(tmp_path),
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    published = tmp_path / "published" / "warehouse.duckdb"
    assert content(published) == content(usual / "published" / "warehouse.duckdb")
    assert stat.S_IMODE(published.stat().st_mode) == 0o444
    assert stat.S_IMODE((tmp_path / "durable.duckdb").stat().st_mode) == 0o600


@pytest.mark.slow
def test_a_clock_that_was_moved_back_changes_no_byte(usual: Path, tmp_path: Path) -> None:
    mover = shutil.which("faketime")
    if mover is None:
        pytest.skip("no `faketime` on this machine: install it to move the clock back")
    put_in_inbox(tmp_path, invented(tmp_path / "given")[:1])
    dcw(tmp_path, "nightly")
    put_in_inbox(tmp_path, invented(tmp_path / "given"))
    done = subprocess.run(
        [mover, "2020-02-29 12:00:00", sys.executable, "-m", "etl.cli", "nightly"],
        env=environment(tmp_path),
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert content(tmp_path / "published" / "warehouse.duckdb") == content(
        usual / "published" / "warehouse.duckdb"
    )
    times = ask_staging(tmp_path, "SELECT min(started_at), max(started_at) FROM ops.runs")[0]
    assert str(times[0]) < "2021" < str(times[1])
