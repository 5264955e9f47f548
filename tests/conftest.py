"""Fixtures shared by all tests."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from etl.settings import Settings


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
