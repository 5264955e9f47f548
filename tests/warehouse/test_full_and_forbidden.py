"""A full disk, a folder without permission: a clear message, the old release intact."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from samples.warehouse import occasion

from etl.errors import PublishFailed
from etl.settings import Settings
from etl.warehouse.publish import publish
from etl.warehouse.shelf import current_release_id

NOBODY = 65534


def _mounted(folder: Path, options: str) -> bool:
    folder.mkdir(parents=True, exist_ok=True)
    mount = shutil.which("mount")
    if mount is None:
        return False
    command = [mount, "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 20 MB, some six times a release."""
    folder = tmp_path / "small"
    if os.geteuid() != 0 or not _mounted(folder, "size=20m"):
        pytest.skip("mounting a small file system takes root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)  # noqa: S607 # wherever it is


@pytest.mark.parametrize("left_kb", [0, 100, 1500, 3200], ids=lambda kb: f"{kb}_kB_left")
def test_a_full_disk(left_kb: int, built: Settings, small_disk: Path) -> None:
    with duckdb.connect(str(built.build_path)) as connection:
        connection.execute("CHECKPOINT")
    outside = built.build_path, built.staging_path
    settings = replace(built, data=small_disk, releases_kept=1)
    for source, target in zip(outside, (settings.build_path, settings.staging_path), strict=True):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(source)
    first = publish(settings, occasion()).manifest.release_id
    before = settings.published_path.read_bytes()
    with duckdb.connect(str(built.build_path)) as connection:
        connection.execute("DELETE FROM marts.fct_observations WHERE indicator = 'arrests'")
    ballast = small_disk / "ballast"
    free = os.statvfs(small_disk)
    ballast.write_bytes(b"\0" * (free.f_bavail * free.f_frsize - left_kb * 1024))
    with pytest.raises(PublishFailed, match=f"release {first} stays published"):
        publish(settings, occasion("run-2", "b"))
    assert settings.published_path.read_bytes() == before
    ballast.unlink()
    second = publish(settings, occasion("run-3", "b")).manifest
    assert current_release_id(settings.published_path) == second.release_id
    assert second.facts == 23


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder that any user can enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def _as_another_user(owned: Path, forbidden: Path) -> Iterator[None]:
    """Run as somebody who owns `owned` but for one folder in it; as root that takes a switch."""
    if os.geteuid() == 0:
        for path in (owned, *owned.rglob("*")):
            if path != forbidden:
                os.chown(path, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if os.getuid() == 0:
            os.seteuid(0)


@pytest.mark.parametrize("folder", ["published", "releases"])
def test_a_folder_that_may_not_be_written(
    folder: str, built: Settings, common_folder: Path
) -> None:
    settings = replace(built, data=common_folder / "data")
    shutil.copytree(built.data, settings.data)
    first = publish(settings, occasion()).manifest.release_id
    before = settings.published_path.read_bytes()
    with duckdb.connect(str(settings.build_path)) as connection:
        connection.execute("DELETE FROM marts.fct_observations WHERE indicator = 'arrests'")
    forbidden = settings.data / folder
    forbidden.chmod(0o555)
    with (
        _as_another_user(settings.data, forbidden),
        pytest.raises(PublishFailed, match=f"ermi(ssion|tted).*release {first} stays published"),
    ):
        publish(settings, occasion("run-2", "b"))
    assert settings.published_path.read_bytes() == before
    forbidden.chmod(0o755)
    if os.geteuid() == 0:
        os.chown(forbidden, NOBODY, NOBODY)
    with _as_another_user(settings.data, common_folder):
        assert publish(settings, occasion("run-3", "b")).manifest.facts == 23
