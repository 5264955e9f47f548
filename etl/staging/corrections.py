"""A person's decisions on facts: applied only while what they correct is still there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import duckdb

from etl.errors import SeedError
from etl.ledger.problem import Problem
from etl.ledger.table import Placed, read_table
from etl.staging.decisions import faults, made
from etl.staging.literals import literal
from etl.staging.load import Columns, replace_table

CORRECTABLE = (
    *("kind", "indicator", "substance", "ref_area", "time_period", "time_basis"),
    *("stated_value", "stated_value_high", "stated_unit", "qualifier", "obs_status", "estimator"),
)


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of `seeds/corrections.csv`; empty values stand for an empty column."""

    observation_id: str
    column_name: str
    expected_value: str
    corrected_value: str
    reason: str
    evidence: str
    decided_on: str

    @property
    def correction_id(self) -> str:
        """Sixteen hex digits that name the decision."""
        return hashlib.sha256("|".join(astuple(self)).encode()).hexdigest()[:16]


def read_corrections(path: Path) -> tuple[Placed[Correction], ...]:
    """The decisions of a file; none where there is no file.

    Raises:
        SeedError: With every row that is wrong: place, expected and found.
    """
    if not path.is_file():
        return ()
    table = read_table(path, Correction)
    problems = [str(problem) for problem in table.problems]
    problems += [wrong for placed in table.rows for wrong in _wrong(placed)]
    if problems:
        raise SeedError("\n".join(problems))
    return table.rows


def apply_corrections(
    connection: duckdb.DuckDBPyConnection, corrections: Iterable[Placed[Correction]]
) -> tuple[bool, list[Problem]]:
    """Write the decisions with their state; nothing is written where none changed.

    Returns:
        Whether the table changed, and one problem a decision that is stale.
    """
    columns: Columns = {name: [] for name in (*_COLUMNS, "state")}
    problems: list[Problem] = []
    for placed in corrections:
        row = placed.row
        found = _present(connection, row)
        stale = found is None or not _same(found, row.expected_value)
        cells = (row.correction_id, *astuple(row), "stale" if stale else "applied")
        for name, cell in zip(columns, cells, strict=True):
            columns[name].append(cell)
        if stale:
            problems.append(_stale(placed, found))
    changed = _held(connection) != sorted(zip(*columns.values(), strict=True))
    if changed:
        replace_table(connection, "corrections", columns)
    return changed, problems


_COLUMNS = (
    *("correction_id", "observation_id", "column_name", "expected_value", "corrected_value"),
    *("reason", "evidence", "decided_on"),
)


def _wrong(placed: Placed[Correction]) -> list[str]:
    row = placed.row
    checks = (
        (row.column_name in CORRECTABLE, "column_name", f"one of {', '.join(CORRECTABLE)}"),
        *made(row.reason, row.decided_on),
        (bool(row.evidence.strip()), "evidence", "where the evidence is"),
        (row.expected_value != row.corrected_value, "corrected_value", "another value"),
    )
    return list(faults(placed, checks))


def _present(connection: duckdb.DuckDBPyConnection, row: Correction) -> str | None:
    """What the column holds now, as text; None where the observation is gone."""
    found = connection.execute(
        f"SELECT coalesce(CAST({row.column_name} AS VARCHAR), '') FROM staging.observations "  # noqa: S608 - one of CORRECTABLE
        f"WHERE observation_id = {literal(row.observation_id)} ORDER BY origin DESC LIMIT 1"
    ).fetchone()
    return None if found is None else str(found[0])


def _same(found: str, expected: str) -> bool:
    try:
        return found == expected or Decimal(found) == Decimal(expected)
    except InvalidOperation:
        return False


def _stale(placed: Placed[Correction], found: str | None) -> Problem:
    row = placed.row
    place = f"{placed.place} ({row.observation_id})"
    expected = f"{row.column_name} {row.expected_value or 'empty'}, as when it was decided"
    said = "no such observation" if found is None else found or "empty"
    return Problem("warning", "stale_correction", None, place, expected, said)


def _held(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    names = ", ".join((*_COLUMNS, "state"))
    return sorted(connection.execute(f"SELECT {names} FROM staging.corrections").fetchall())  # noqa: S608 - our own names
