"""Fixtures shared by all tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.settings import PROJECT_ROOT, Settings

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of the real reports; skips where it is absent and not required."""
    folder = Settings.from_environment().corpus
    if not any(folder.glob("*.txt")):
        reason = f"no reports in {folder}: set DCW_CORPUS to the folder that holds them"
        if os.environ.get("DCW_REQUIRE_CORPUS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder


def dcw(*arguments: str | Path, data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The real command, in a process of its own, on a data folder of its own."""
    return subprocess.run(
        [sys.executable, "-m", "etl.cli", *map(str, arguments)],
        cwd=PROJECT_ROOT,
        env={**os.environ, "DCW_DATA": str(data), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def from_ledger(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """What `make build` publishes: the warehouse of all that ships, with no document at hand."""
    data = tmp_path_factory.mktemp("from-ledger")
    done = dcw("run", data=data)
    assert done.returncode == 0, done.stderr
    return Settings.from_environment({"DCW_DATA": str(data)})
