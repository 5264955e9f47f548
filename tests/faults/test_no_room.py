"""A full disk and forbidden folders at every step: old release intact, a clear word, recovery."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from night import COMMAND, content, copied, dcw, environment, invented, put_in_inbox

from etl.settings import PROJECT_ROOT

MEGABYTE = 1_000_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own of 150 MB."""
    point = tmp_path / "disk"
    point.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", "size=150m", "tmpfs", str(point)]
    if not mount or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small file system is not allowed here")
    yield point
    subprocess.run(["umount", "-l", str(point)], check=True)  # noqa: S607 - wherever umount is


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a published release and a document that waits."""
    data = tmp_path_factory.mktemp("waiting") / "data"
    first, second = invented(data.parent)
    put_in_inbox(data, [first])
    dcw(data, "nightly")
    put_in_inbox(data, [second])
    return data


@pytest.fixture(scope="module")
def done(waiting: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = copied(waiting, tmp_path_factory.mktemp("done") / "data")
    dcw(data, "nightly")
    return data


def leave_free(disk: Path, free: int) -> Path:
    """Fill `disk` with a file so that `free` bytes are left."""
    filler = disk / "filler"
    left = shutil.disk_usage(disk).free - free
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, left)
    return filler


@pytest.mark.slow
@pytest.mark.parametrize(
    "free", [0, 8_192, 200_000, MEGABYTE, 3 * MEGABYTE, 6 * MEGABYTE, 12 * MEGABYTE, 20 * MEGABYTE]
)
def test_a_full_disk_leaves_the_old_release_and_the_next_run_recovers(
    free: int, small_disk: Path, waiting: Path, done: Path
) -> None:
    data = copied(waiting, small_disk / "data")
    published = data / "published" / "warehouse.duckdb"
    old, new = content(published), content(done / "published" / "warehouse.duckdb")
    filler = leave_free(small_disk, free)
    said = dcw(data, "nightly", code=None, env={"TMPDIR": str(small_disk)})
    now = content(published)
    assert now in (old, new)
    if now == old:
        assert "Traceback" not in said, said[-3000:]
        assert "space" in said.casefold(), said[-3000:]
    filler.unlink()
    dcw(data, "nightly")
    assert content(published) == new


FORBIDDEN = ["archive", "build", "published", "releases", "."]


@pytest.mark.slow
@pytest.mark.parametrize("folder", FORBIDDEN)
def test_a_forbidden_folder_leaves_the_old_release_and_the_next_run_recovers(
    folder: str, waiting: Path, done: Path, tmp_path: Path
) -> None:
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("no `setpriv` on this machine: root may write anywhere")
    data = copied(waiting, tmp_path / "data")
    published = data / "published" / "warehouse.duckdb"
    old, new = content(published), content(done / "published" / "warehouse.duckdb")
    forbidden = data / folder
    forbidden.chmod(0o555)
    code, said = without_override(data)
    forbidden.chmod(0o755)
    if code:
        assert content(published) == old
        assert "Traceback" not in said, said[-3000:]
        assert "ermission denied" in said, said[-3000:]
    code, said = without_override(data)
    assert code == 0, said[-3000:]
    assert content(published) == new


def without_override(data: Path) -> tuple[int, str]:
    """Run a night that file modes bind, also where we are root; its exit code and words."""
    caps = "-dac_override,-dac_read_search"
    lower = ["setpriv", f"--bounding-set={caps}", f"--inh-caps={caps}"]
    found = subprocess.run(
        [*(lower if os.geteuid() == 0 else []), *COMMAND, "nightly"],
        env=environment(data),
        cwd=PROJECT_ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    return found.returncode, found.stdout + found.stderr
