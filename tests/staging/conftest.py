"""A migrated staging file for the tests of the staging room."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from etl.staging import migrate


@pytest.fixture(scope="session")
def migrated_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file at head that tests copy and never open for writing."""
    path = tmp_path_factory.mktemp("migrated") / "durable.duckdb"
    migrate.upgrade(path)
    return path


@pytest.fixture
def staging(migrated_once: Path, tmp_path: Path) -> Path:
    """A staging file at head, of the test's own."""
    return Path(shutil.copy(migrated_once, tmp_path / "durable.duckdb"))
