"""Makes a build ready for readers: no scaffolding, the run's own rows, everything on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb

from etl.errors import PublishFailed
from etl.quality.sql import identifier, literal
from etl.warehouse.catalog import has_table, tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from etl.warehouse.release import Contents

SCAFFOLDING = ("staging", "intermediate")
_COPIED = ("runs", "run_steps", "issues", "expectation_results")
_SO_FAR = "CASE status WHEN 'running' THEN 'publishing' ELSE status END"
_DERIVED = {
    "run_status": _SO_FAR,
    "step_status": _SO_FAR,
    "issue_code": "code",
    "duration_seconds": "date_diff('millisecond', started_at, finished_at) / 1000.0",
}
"""Columns that the marts call or compute otherwise than the run log.

Only the run that publishes is under way while its release is sealed: a reader of that
release meets it after it went well, never while it runs.
"""


def seal(
    connection: duckdb.DuckDBPyConnection,
    contents: Contents,
    *,
    staging: Path,
    previous: Path | None,
    stamp: dict[str, Any],
) -> None:
    """Turn the build that `connection` is open on into a release.

    Args:
        connection: Open for writing on a copy of the build.
        contents: What it holds.
        staging: The staging database, for the run log and the expectations' results.
        previous: The release published before, for the facts' history.
        stamp: `run_id`, `created_at` and `sequence` of this release.

    Raises:
        PublishFailed: A view that stays would need what is dropped.
    """
    for schema in SCAFFOLDING:
        connection.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
    connection.execute("CREATE SCHEMA IF NOT EXISTS audit")
    _copy_run_log(connection, staging)
    _write_release(connection, contents, stamp)
    _write_history(connection, previous, stamp | {"release_id": contents.release_id})
    _refuse_broken_views(connection)
    connection.execute("CHECKPOINT")


def _copy_run_log(connection: duckdb.DuckDBPyConnection, staging: Path) -> None:
    connection.execute(f"ATTACH {literal(str(staging))} AS durable (READ_ONLY)")
    for name in _COPIED:
        _replace(connection, name, f"durable.ops.{identifier(name)}")
    connection.execute("DETACH durable")


def _replace(connection: duckdb.DuckDBPyConnection, name: str, source: str) -> None:
    """Fill `audit.<name>`, keeping the columns and comments of one that dbt made."""
    table = f"audit.{identifier(name)}"
    if not has_table(connection, "audit", name):
        connection.execute(f"CREATE TABLE {table} AS FROM {source}")
        return
    listed = connection.execute(f"DESCRIBE {table}").fetchall()
    columns = ", ".join(identifier(row[0]) for row in listed)
    values = ", ".join(_DERIVED.get(row[0], identifier(row[0])) for row in listed)
    connection.execute(f"DELETE FROM {table}")  # noqa: S608 # quoted names
    connection.execute(f"INSERT INTO {table} ({columns}) SELECT {values} FROM {source}")  # noqa: S608 # quoted names


def _write_release(
    connection: duckdb.DuckDBPyConnection, contents: Contents, stamp: dict[str, Any]
) -> None:
    connection.execute(
        "CREATE OR REPLACE TABLE audit.release (release_id VARCHAR, release_sequence INTEGER, "
        "created_at VARCHAR, run_id VARCHAR, content_sha256 VARCHAR, inputs_fingerprint VARCHAR)"
    )
    connection.execute(
        "INSERT INTO audit.release VALUES (?, ?, ?, ?, ?, ?)",
        [
            contents.release_id,
            stamp["sequence"],
            stamp["created_at"],
            stamp["run_id"],
            contents.content_sha256,
            contents.inputs_fingerprint,
        ],
    )
    _comment(connection, "audit.release", "Which release this file is; one row.")


def _write_history(
    connection: duckdb.DuckDBPyConnection, previous: Path | None, stamp: dict[str, Any]
) -> None:
    connection.execute(
        "CREATE OR REPLACE TABLE audit.fact_history AS SELECT observation_id, report_id, "
        "$id AS first_release_id, $day AS first_released_at, "
        "$id AS last_release_id, $day AS last_released_at FROM marts.fct_observations",
        {"id": stamp["release_id"], "day": stamp["created_at"]},
    )
    if previous is not None:
        _carry_history(connection, previous)
    _comment(
        connection,
        "audit.fact_history",
        "First and last release that held each fact; a fact that is gone keeps its row.",
    )


def _carry_history(connection: duckdb.DuckDBPyConnection, previous: Path) -> None:
    connection.execute(f"ATTACH {literal(str(previous))} AS previous (READ_ONLY)")
    connection.execute(
        "UPDATE audit.fact_history AS now SET first_release_id = before.first_release_id, "
        "first_released_at = before.first_released_at FROM previous.audit.fact_history AS before "
        "WHERE now.observation_id = before.observation_id"
    )
    connection.execute(
        "INSERT INTO audit.fact_history SELECT before.* FROM previous.audit.fact_history AS before "
        "ANTI JOIN audit.fact_history AS now USING (observation_id)"
    )
    connection.execute("DETACH previous")


def _comment(connection: duckdb.DuckDBPyConnection, table: str, text: str) -> None:
    connection.execute(f"COMMENT ON TABLE {table} IS {literal(text)}")


def _refuse_broken_views(connection: duckdb.DuckDBPyConnection) -> None:
    broken = list(_broken_views(connection))
    if broken:
        raise PublishFailed(
            f"expected views on published tables only, found {', '.join(broken)} on dropped ones"
        )


def _broken_views(connection: duckdb.DuckDBPyConnection) -> Iterable[str]:
    for table in tables(connection):
        if not table.is_view:
            continue
        try:
            connection.execute(f"SELECT * FROM {table.address} LIMIT 0")  # noqa: S608 # quoted names
        except duckdb.Error:
            yield table.full_name
