"""A staging file of any earlier version upgrades to head without losing a row."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from etl.staging import migrate
from etl.staging.database import connect

REVISIONS = sorted(path.name[:4] for path in Path(migrate._SCRIPTS, "versions").glob("0*.py"))
CHOICES = {
    ("observations", "origin"): "ledger",
    ("observations", "verification"): "verified",
    ("assessments", "origin"): "ledger",
    ("assessments", "verification"): "verified",
    ("findings", "origin"): "ledger",
    ("findings", "verification"): "verified",
    ("findings", "polarity"): "strength",
    ("corrections", "state"): "applied",
    ("reports", "status"): "active",
    ("runs", "status"): "succeeded",
    ("issues", "severity"): "info",
}
TABLES = """
SELECT schema_name, table_name, column_name, data_type FROM duckdb_columns()
WHERE schema_name IN ('staging', 'ops') AND table_name <> 'alembic_version' ORDER BY ALL
"""
Rows = dict[tuple[str, str], tuple[list[str], list[tuple[object, ...]]]]


def value(table: str, column: str, kind: str, number: int) -> object:
    if (table, column) in CHOICES:
        return CHOICES[table, column]
    if kind.startswith("TIMESTAMP"):
        return f"2026-01-{number + 1:02} 00:00:00"
    if kind == "BOOLEAN":
        return number % 2 == 0
    return f"{column} {number}" if kind == "VARCHAR" else number + 1


def columns(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], list[tuple[str, str]]]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for schema, table, column, kind in connection.execute(TABLES).fetchall():
        found.setdefault((schema, table), []).append((column, kind))
    return found


def fill(path: Path) -> Rows:
    """Put three rows into every table; returns them as the file then holds them."""
    with connect(path) as connection:
        for (schema, table), cells in columns(connection).items():
            marks = ", ".join("?" for _ in cells)
            names = ", ".join(name for name, _ in cells)
            for number in range(3):
                row = [value(table, name, kind, number) for name, kind in cells]
                connection.execute(f"INSERT INTO {schema}.{table} ({names}) VALUES ({marks})", row)
        return {
            place: ([name for name, _ in cells], rows(connection, place, [n for n, _ in cells]))
            for place, cells in columns(connection).items()
        }


def rows(
    connection: duckdb.DuckDBPyConnection, place: tuple[str, str], names: list[str]
) -> list[tuple[object, ...]]:
    query = f"SELECT {', '.join(names)} FROM {'.'.join(place)} ORDER BY ALL"
    return connection.execute(query).fetchall()


@pytest.mark.parametrize(
    "revision",
    [REVISIONS[0], *(pytest.param(later, marks=pytest.mark.slow) for later in REVISIONS[1:])],
)
def test_every_row_of_an_earlier_version_is_there_at_head(revision: str, tmp_path: Path) -> None:
    path = tmp_path / "durable.duckdb"
    migrate.upgrade(path, revision)
    before = fill(path)
    migrate.upgrade(path)
    assert before
    with connect(path, read_only=True) as connection:
        for place, (names, kept) in before.items():
            assert len(kept) == 3
            assert rows(connection, place, names) == kept, place
    migrate.check(path)
