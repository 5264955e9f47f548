"""Logical checksums: the same rows give the same sum, whatever their order on disk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.quality.sql import identifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import duckdb

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class TableSum:
    """Rows of a table and the checksum over them.

    Attributes:
        table: `schema.name`.
        checksum: MD5 over the sorted MD5s of the rows; it names content, it guards nothing.
    """

    table: str
    rows: int
    checksum: str


def table_sum(
    connection: duckdb.DuckDBPyConnection, name: str, address: str, columns: Sequence[str]
) -> TableSum:
    """Checksum of the named columns over all rows.

    Args:
        connection: Open on the database.
        name: What to call the table in the result.
        address: The quoted name for SQL.
        columns: Columns that count, in order.
    """
    values = ", ".join(f"CAST({identifier(column)} AS VARCHAR)" for column in columns)
    row = connection.execute(
        "SELECT count(*), md5(coalesce(string_agg(row_sum, '' ORDER BY row_sum), '')) "  # noqa: S608 # quoted names
        f"FROM (SELECT md5(CAST(to_json([{values}]) AS VARCHAR)) AS row_sum FROM {address})"
    ).fetchone()
    if row is None:
        raise AssertionError(f"no count of {name}")
    return TableSum(name, int(row[0]), str(row[1]))


def combined(sums: Iterable[TableSum], *more: str) -> str:
    """One SHA-256 over several tables' sums and further texts."""
    lines = [f"{one.table} {one.rows} {one.checksum}" for one in sums]
    return hashlib.sha256("\n".join([*sorted(lines), *more]).encode()).hexdigest()


def file_sha256(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
