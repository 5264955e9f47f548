"""A built, not yet published warehouse of invented reports for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from samples.ledger_build import ledger_staging
from samples.staging import staging
from samples.warehouse import build, settings

from etl.settings import Settings


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A data folder with staging and build; not to be changed."""
    made = settings(tmp_path_factory.mktemp("pristine"))
    staging(made.staging_path)
    build(made.build_path, made.staging_path)
    return made


@pytest.fixture
def built(pristine: Settings, tmp_path: Path) -> Settings:
    """A data folder of its own with staging and build."""
    shutil.copytree(pristine.data, tmp_path / "data")
    return settings(tmp_path / "data")


@pytest.fixture(scope="session")
def ledger_build(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Staging and dbt's build of the ledger that ships; not to be changed."""
    from etl.warehouse.dbt import build as build_with_dbt  # noqa: PLC0415 - loads dbt: 2 s

    made = ledger_staging(tmp_path_factory.mktemp("ledger"))
    build_with_dbt(made)
    return made
