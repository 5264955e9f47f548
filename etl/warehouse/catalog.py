"""What a warehouse file holds: its published tables, their columns and keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.quality.sql import identifier

if TYPE_CHECKING:
    import duckdb

PUBLISHED_SCHEMAS = ("audit", "evidence", "marts", "reference")

RUN_TABLES = frozenset(
    f"audit.{name}"
    for name in (
        "runs",
        "run_steps",
        "issues",
        "expectation_results",
        "fact_history",
        "release",
    )
)
"""Tables that tell of runs: no part of a release's content, nor of byte-equal exports."""


@dataclass(frozen=True, slots=True)
class Table:
    """One published table or view.

    Attributes:
        columns: Name and DuckDB type, in order.
        key: Columns of the primary key; empty where it has none.
    """

    schema: str
    name: str
    is_view: bool
    columns: tuple[tuple[str, str], ...]
    key: tuple[str, ...]

    @property
    def full_name(self) -> str:
        """`schema.name`."""
        return f"{self.schema}.{self.name}"

    @property
    def address(self) -> str:
        """The quoted name for SQL."""
        return f"{identifier(self.schema)}.{identifier(self.name)}"

    @property
    def tells_of_runs(self) -> bool:
        """Whether two builds from the same inputs may differ here."""
        return self.full_name in RUN_TABLES

    @property
    def order(self) -> str:
        """An `ORDER BY` list that leaves no two different rows in doubt: key first."""
        rest = [name for name, _ in self.columns if name not in self.key]
        return ", ".join(f"{identifier(name)} NULLS FIRST" for name in [*self.key, *rest])


def tables(connection: duckdb.DuckDBPyConnection) -> list[Table]:
    """Every table and view of the published schemas, by schema and name."""
    columns: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for schema, table, column, kind in connection.execute(
        "SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns "
        "WHERE table_catalog = current_database() ORDER BY ordinal_position"
    ).fetchall():
        columns.setdefault((schema, table), []).append((column, kind))
    keys = _keys(connection)
    listed = connection.execute(
        "SELECT table_schema, table_name, table_type FROM information_schema.tables "
        "WHERE table_catalog = current_database() AND list_contains(?, table_schema) ORDER BY 1, 2",
        [list(PUBLISHED_SCHEMAS)],
    ).fetchall()
    return [
        Table(
            schema, name, kind == "VIEW", tuple(columns[schema, name]), keys.get((schema, name), ())
        )
        for schema, name, kind in listed
    ]


def has_table(connection: duckdb.DuckDBPyConnection, schema: str, name: str) -> bool:
    """Whether the connection's own database has the table."""
    found = connection.execute(
        "SELECT count(*) FROM information_schema.tables WHERE table_catalog = current_database() "
        "AND table_schema = ? AND table_name = ?",
        [schema, name],
    ).fetchone()
    return found is not None and found[0] > 0


def _keys(connection: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], tuple[str, ...]]:
    rows = connection.execute(
        "SELECT schema_name, table_name, constraint_column_names FROM duckdb_constraints() "
        "WHERE database_name = current_database() AND constraint_type = 'PRIMARY KEY'"
    ).fetchall()
    return {(schema, table): tuple(columns) for schema, table, columns in rows}
