"""Writes a release's tables as parquet, csv, xlsx or SDMX-CSV, with their description."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from etl.errors import UsageError
from etl.quality.sql import literal
from etl.warehouse.catalog import Table, tables
from etl.warehouse.exporting import sdmx
from etl.warehouse.exporting.datapackage import Resource, write_datapackage
from etl.warehouse.exporting.safe import safe_columns
from etl.warehouse.exporting.workbook import write_workbook

Write = Callable[[duckdb.DuckDBPyConnection, Table, Path], None]


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: its folder, its files and its description."""

    folder: Path
    files: tuple[Path, ...]
    datapackage: Path


def export(release: Path, folder: Path, form: str, *, with_runs: bool = False) -> Exported:
    """Export a release into a new folder.

    Args:
        release: The release's database file.
        folder: Where to; it must not exist or be empty.
        form: One of `FORMATS`.
        with_runs: Also the tables that tell of runs; their bytes differ from run to run.

    Raises:
        UsageError: An unknown form, a folder that holds something, no release, or a
            target that cannot be written.
    """
    if form not in FORMATS:
        raise UsageError(f"expected a format of {', '.join(FORMATS)}, found {form!r}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"expected a new or empty folder, found {folder}")
    draft = folder.with_name(f".{folder.name}.draft")
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        with duckdb.connect(str(release), read_only=True) as connection:
            _write_all(connection, draft, form, with_runs=with_runs)
        if folder.exists():
            folder.rmdir()
        draft.replace(folder)
    except (OSError, duckdb.Error) as error:
        raise UsageError(f"cannot export {release} to {folder}: {error}") from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    files = tuple(sorted(path for path in folder.iterdir() if path.name != "datapackage.json"))
    return Exported(folder, files, folder / "datapackage.json")


def _write_all(
    connection: duckdb.DuckDBPyConnection, folder: Path, form: str, *, with_runs: bool
) -> None:
    # One thread: row groups and rows come in the same order on every machine.
    connection.execute("SET threads = 1")
    connection.execute("SET preserve_insertion_order = true")
    write, suffix = FORMATS[form]
    chosen = [one for one in tables(connection) if with_runs or not one.tells_of_runs]
    if form == "sdmx-csv":
        chosen = [one for one in chosen if one.full_name == "marts.fct_observations"]
    resources = []
    for table in chosen:
        path = folder / f"{table.full_name}{suffix}"
        write(connection, table, path)
        resources.append(_described(connection, table, path, form))
    write_datapackage(folder, _release_id(connection), resources)


def _write_parquet(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    query = f"SELECT * FROM {table.address} ORDER BY {table.order}"  # noqa: S608 # quoted names
    connection.execute(f"COPY ({query}) TO {literal(str(path))} (FORMAT parquet, COMPRESSION zstd)")


def _write_csv(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    query = f"SELECT {safe_columns(table)} FROM {table.address} ORDER BY {table.order}"  # noqa: S608 # quoted names
    connection.execute(f"COPY ({query}) TO {literal(str(path))} (FORMAT csv, HEADER)")


def _write_sdmx(connection: duckdb.DuckDBPyConnection, table: Table, path: Path) -> None:
    columns = ", ".join(f"{sql} AS {name}" for name, sql in sdmx.COLUMNS.items())
    inner = f"SELECT {columns} FROM {table.address}"  # noqa: S608 # quoted names
    shape = connection.execute(f"DESCRIBE {inner}").fetchall()
    shaped = replace(table, columns=tuple((row[0], row[1]) for row in shape))
    query = f"SELECT {safe_columns(shaped)} FROM ({inner}) ORDER BY OBSERVATION_ID"  # noqa: S608 # quoted names
    connection.execute(f"COPY ({query}) TO {literal(str(path))} (FORMAT csv, HEADER)")


def _described(
    connection: duckdb.DuckDBPyConnection, table: Table, path: Path, form: str
) -> Resource:
    told = connection.execute(
        "SELECT column_name, data_type, coalesce(comment, '') FROM duckdb_columns() "
        "WHERE database_name = current_database() AND schema_name = ? AND table_name = ? "
        "ORDER BY column_index",
        [table.schema, table.name],
    ).fetchall()
    columns = tuple((name, kind, comment) for name, kind, comment in told)
    if form == "sdmx-csv":
        columns = tuple((name, sdmx.kind(name), "") for name in sdmx.COLUMNS)
    comment = connection.execute(
        "SELECT coalesce(comment, '') FROM duckdb_tables() WHERE database_name = "
        "current_database() AND schema_name = ? AND table_name = ?",
        [table.schema, table.name],
    ).fetchone()
    count = connection.execute(f"SELECT count(*) FROM {table.address}").fetchone()  # noqa: S608 # quoted names
    return Resource(table, path, comment[0] if comment else "", columns, count[0] if count else 0)


def _release_id(connection: duckdb.DuckDBPyConnection) -> str:
    row = connection.execute("SELECT release_id FROM audit.release").fetchone()
    return str(row[0]) if row else ""


FORMATS: dict[str, tuple[Write, str]] = {
    "csv": (_write_csv, ".csv"),
    "parquet": (_write_parquet, ".parquet"),
    "sdmx-csv": (_write_sdmx, ".csv"),
    "xlsx": (write_workbook, ".xlsx"),
}
