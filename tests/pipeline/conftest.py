"""The warehouse of the two Peru reports, read from their texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.settings import Settings
from tests.conftest import dcw

PERU = ("incsr-2014-per.txt", "mem-6-per.txt")


@pytest.fixture(scope="session")
def peru(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Published from the shipped ledger and the texts of the two Peru reports."""
    data = tmp_path_factory.mktemp("peru")
    read = dcw("ingest", *(corpus / name for name in PERU), data=data)
    assert read.returncode == 0, read.stderr
    done = dcw("run", data=data)
    assert done.returncode == 0, done.stderr
    return Settings.from_environment({"DCW_DATA": str(data)})
