"""A migrated staging file, an inbox and a ledger for the tests of the staging room."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from samples.arcadia import CHAPTER, document, row_at
from samples.ingesting import REPORT

from etl.ledger.row import LedgerRow
from etl.ledger.write import write_index, write_rows
from etl.staging import migrate
from etl.staging.fingerprint import Versions
from etl.staging.ingest import Plan


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


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with the invented chapter."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / f"{REPORT}.txt").write_text(CHAPTER, encoding="utf-8")
    return folder


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """A plan without documents, with a ledger of two facts."""
    chapter = document()
    rows = [
        row_at(chapter, "1,930", "1930", indicator="seizure_mass", substance="cocaine", unit="KG"),
        row_at(chapter, "24", "24", indicator="arrests", unit="PERSONS", time_period="2019-07"),
    ]
    ledger = tmp_path / "ledger"
    write_index(ledger / "reports.csv", [chapter.identity])
    write_rows(ledger / f"{REPORT}.csv", LedgerRow, rows)
    return Plan([], ledger, tmp_path / "corrections.csv", Versions("1", "1"))
