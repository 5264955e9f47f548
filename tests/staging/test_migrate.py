"""Migrations: up, down and up again; head equals the models; no work where none is due."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import duckdb
import pytest
from sqlalchemy import text

from etl.errors import StagingError
from etl.staging import migrate
from etl.staging.database import connect, open_engine
from etl.staging.tables import Base

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """
    SELECT 'column' AS what, schema_name, table_name, column_name AS name,
           data_type || CASE WHEN is_nullable THEN '' ELSE ' NOT NULL' END AS definition
    FROM duckdb_columns() WHERE schema_name IN ('staging', 'ops')
    UNION ALL
    SELECT 'constraint', schema_name, table_name, constraint_name, constraint_text
    FROM duckdb_constraints() WHERE schema_name IN ('staging', 'ops')
    ORDER BY ALL
"""


def described(path: Path) -> list[tuple[str, ...]]:
    with connect(path, read_only=True) as connection:
        rows = connection.execute(SCHEMA).fetchall()
    return [row for row in rows if row[2] != "alembic_version"]


def test_empty_to_head_to_base_to_head(tmp_path: Path) -> None:
    path = tmp_path / "durable.duckdb"
    assert migrate.upgrade(path)
    first = described(path)
    migrate.downgrade(path)
    assert described(path) == []
    assert migrate.current_revision(path) is None
    assert migrate.upgrade(path)
    assert described(path) == first
    assert migrate.current_revision(path) == migrate.head_revision()


def test_each_revision_is_reversible_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "durable.duckdb"
    for revision in ("0001", "0002", "0003", "0004", "0005"):
        before = described(path) if path.exists() else []
        migrate.upgrade(path, revision)
        migrate.downgrade(path, "-1")
        assert described(path) == before
        migrate.upgrade(path, revision)


def test_head_equals_the_models(staging: Path, tmp_path: Path) -> None:
    modelled = tmp_path / "modelled.duckdb"
    engine = open_engine(modelled)
    with engine.begin() as connection:
        for schema in ("staging", "ops"):
            connection.execute(text(f"CREATE SCHEMA {schema}"))
        Base.metadata.create_all(connection)
    engine.dispose()
    assert described(staging) == described(modelled)


def test_check_is_clean_at_head(staging: Path) -> None:
    migrate.check(staging)


def test_check_names_a_column_that_no_migration_makes(staging: Path) -> None:
    with connect(staging) as connection:
        connection.execute("ALTER TABLE staging.sections DROP COLUMN chapter")
    with pytest.raises(StagingError, match="chapter"):
        migrate.check(staging)


def test_a_file_at_head_is_left_alone(staging: Path) -> None:
    before = staging.read_bytes()
    assert not migrate.upgrade(staging)
    assert staging.read_bytes() == before


def test_a_file_of_a_later_version_is_refused(staging: Path) -> None:
    with connect(staging) as connection:
        connection.execute("UPDATE ops.alembic_version SET version_num = 'f00d'")
    with pytest.raises(StagingError, match="f00d"):
        migrate.upgrade(staging)


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "durable.duckdb"
    with connect(path) as connection:
        connection.execute("CREATE TABLE t (a INTEGER)")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "durable.duckdb"
    path.write_text("not a database")
    with pytest.raises(StagingError, match="cannot open"), connect(path):
        pass


def test_reading_an_absent_file_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "durable.duckdb"
    with pytest.raises(StagingError, match="no file"), connect(path, read_only=True):
        pass
    assert not path.exists()


def test_constraints_hold_in_the_migrated_file(staging: Path) -> None:
    with (
        connect(staging) as connection,
        pytest.raises(duckdb.ConstraintException, match="CHECK constraint"),
    ):
        connection.execute(
            "INSERT INTO ops.runs (run_id, command, started_at, status, versions) "
            "VALUES ('r', 'run', now()::TIMESTAMP, 'sleeping', '{}')"
        )
