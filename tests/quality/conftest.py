"""A staging database of invented reports, copied fresh for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from samples.staging import staging


@pytest.fixture(scope="session")
def clean_staging(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A staging database in which everything holds; not to be changed."""
    return staging(tmp_path_factory.mktemp("clean") / "staging.duckdb")


@pytest.fixture
def staging_copy(clean_staging: Path, tmp_path: Path) -> Path:
    """The same, to be broken."""
    return Path(shutil.copy(clean_staging, tmp_path / "staging.duckdb"))
