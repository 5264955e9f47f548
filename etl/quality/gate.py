"""The two gates of a run: on staging after the load, on the build before it is published."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

import duckdb

from etl.quality.database import open_engine
from etl.quality.results import NOT_ASKED, GateReport, Outcome
from etl.quality.suites import Expected, Suite, load
from etl.quality.validator import Validator

STAGING = "staging"
MARTS = "marts"

Tables = set[tuple[str, str]]


def run_gate(
    gate: str,
    database: Path,
    *,
    root: Path,
    previous: Path | None = None,
    only: Collection[str] | None = None,
) -> GateReport:
    """Ask every expectation of a gate on a database.

    Args:
        gate: `staging` or `marts`.
        database: DuckDB file under test; nothing writes to it.
        root: The project's folder, with `expectations/` and `seeds/reference/`.
        previous: The published file of the last release; None or absent before the first.
        only: Names of the suites to ask; all of the gate by default.

    Returns:
        One outcome an expectation. A failing one is no error here: see
        `GateReport.refuse_if_critical`.

    Raises:
        SeedError: A suite's file is wrong.
    """
    suites = [one for one in load(root / "expectations", gate) if only is None or one.name in only]
    last = previous if previous is not None and previous.exists() else None
    tables = _tables(database)
    before = _tables(last) if last is not None else set()
    codes = code_lists(root, suites)
    with open_engine(database, last, codes) as engine:
        validator = Validator(engine)
        outcomes: list[Outcome] = []
        for suite in suites:
            outcomes += _run_suite(validator, suite, tables, before)
    return GateReport(gate, tuple(outcomes))


def code_lists(root: Path, suites: Iterable[Suite]) -> list[Path]:
    """The reference seeds that the suites name as tables of the schema `codes`."""
    names = {name for suite in suites for e in suite.expectations for name in e.code_lists}
    return [root / "seeds" / "reference" / f"{name}.csv" for name in sorted(names)]


def _run_suite(validator: Validator, suite: Suite, tables: Tables, before: Tables) -> list[Outcome]:
    if (suite.schema, suite.table) not in tables:
        return [_unasked(suite, e, "no such table", success=False) for e in suite.expectations]
    asked = tuple(e for e in suite.expectations if e.previous_tables <= before)
    passed_over = [e for e in suite.expectations if e not in asked]
    narrowed = Suite(suite.name, suite.gate, suite.schema, suite.table, asked)
    outcomes = validator.run(narrowed) if asked else []
    return outcomes + [
        _unasked(suite, e, f"{NOT_ASKED}: the release before has no such table", success=True)
        for e in passed_over
    ]


def _unasked(suite: Suite, expected: Expected, reason: str, *, success: bool) -> Outcome:
    return Outcome(
        suite=suite.name,
        expectation_id=expected.expectation_id,
        table_name=f"{suite.schema}.{suite.table}",
        column_name=expected.column,
        expectation_type=expected.kind,
        severity=expected.severity,
        success=success,
        observed=reason,
        unexpected_count=None,
        sample=None,
        note=expected.note,
    )


def _tables(database: Path) -> Tables:
    with duckdb.connect(str(database), read_only=True) as connection:
        rows = connection.execute("SELECT table_schema, table_name FROM information_schema.tables")
        return {(str(schema), str(table)) for schema, table in rows.fetchall()}
