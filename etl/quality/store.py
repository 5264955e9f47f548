"""Keeps a gate's outcomes as rows of `ops.expectation_results`."""

from __future__ import annotations

import duckdb

from etl.quality.results import GateReport
from etl.staging.tables import ExpectationResult

COLUMNS = tuple(ExpectationResult.__table__.columns.keys())


def append(connection: duckdb.DuckDBPyConnection, run_id: str, report: GateReport) -> int:
    """Write one row an outcome; a gate asked again in one run replaces its rows.

    Args:
        connection: Open on the staging database, writable; its catalog is the default.
        run_id: Run that asked.
        report: What the gate found.

    Returns:
        How many rows were written.
    """
    rows = [outcome.record(run_id) for outcome in report.outcomes]
    if not rows:
        return 0
    names = ", ".join(COLUMNS)
    marks = ", ".join("?" for _ in COLUMNS)
    connection.executemany(
        f"INSERT OR REPLACE INTO ops.expectation_results ({names}) VALUES ({marks})",  # noqa: S608 # constant names
        [[row[name] for name in COLUMNS] for row in rows],
    )
    return len(rows)
