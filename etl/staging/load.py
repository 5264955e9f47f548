"""Replaces the rows of whole reports, through Arrow, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import duckdb

from etl.staging.database import transaction
from etl.staging.literals import literals

Columns = dict[str, list[object]]
"""Column name to its cells, all of one length."""

ROWS_AT_FAULT = (duckdb.IntegrityError, duckdb.DataError, ValueError, OverflowError)
"""What is raised where rows break a constraint or do not fit their columns."""

REPORT_TABLES = (
    "reports",
    "documents",
    "sections",
    "sentences",
    "number_mentions",
    "observations",
    "assessments",
    "findings",
    "legal_instruments",
)


@dataclass(frozen=True, slots=True)
class Package:
    """Every row that staging holds of one report.

    Attributes:
        tables: Columns by table name; a table that is left out has no rows.
    """

    report_id: str
    tables: Mapping[str, Columns]


def replace_reports(
    connection: duckdb.DuckDBPyConnection, packages: Sequence[Package], gone: Iterable[str] = ()
) -> int:
    """Put packages in the place of what staging held of their reports.

    All of them come in or none does: a kill leaves staging as it was.

    Args:
        connection: Open on the staging file, for writing.
        packages: One a report.
        gone: Reports to take out altogether.

    Returns:
        How many rows were written.
    """
    out = [*gone, *(package.report_id for package in packages)]
    if not out:
        return 0
    with transaction(connection):
        for table in REPORT_TABLES:
            where = f"report_id IN {literals(out)}"
            connection.execute(f"DELETE FROM staging.{table} WHERE {where}")  # noqa: S608 - quoted
        return sum(_insert(connection, table, packages) for table in REPORT_TABLES)


def replace_table(connection: duckdb.DuckDBPyConnection, table: str, columns: Columns) -> None:
    """Put `columns` in the place of all rows of a staging table, in one transaction."""
    with transaction(connection):
        connection.execute(f"DELETE FROM staging.{table}")  # noqa: S608 - our own names
        _insert_columns(connection, table, columns)


def _insert(connection: duckdb.DuckDBPyConnection, table: str, packages: Sequence[Package]) -> int:
    merged: Columns = {}
    for package in packages:
        for name, cells in package.tables.get(table, {}).items():
            merged.setdefault(name, []).extend(cells)
    return _insert_columns(connection, table, merged)


def _insert_columns(connection: duckdb.DuckDBPyConnection, table: str, columns: Columns) -> int:
    if not columns or not next(iter(columns.values())):
        return 0
    import pyarrow as pa  # noqa: PLC0415 - takes time that a night without news does not have

    types = connection.table(f"staging.{table}").limit(0).to_arrow_table().schema
    batch = pa.table({name: pa.array(columns[name], types.field(name).type) for name in columns})
    connection.register("incoming", batch)
    try:
        connection.execute(f"INSERT INTO staging.{table} BY NAME SELECT * FROM incoming")  # noqa: S608 - our own names
    finally:
        connection.unregister("incoming")
    return int(batch.num_rows)
