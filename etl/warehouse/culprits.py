"""Names the rows behind a failed dbt test, so that a failure says who and not only how many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb

from etl.warehouse.plain import one_line

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN_ROWS = 3


def culprits(build: Path, compiled_sql: str) -> list[str]:
    """Up to three rows that a test's statement finds, as `column=value` lists.

    Args:
        build: The build file as dbt left it; nothing may hold it open for writing.
        compiled_sql: The statement of the test, as dbt compiled it.

    Returns:
        One line a row; none where the statement needs what is no longer there.
    """
    try:
        with duckdb.connect(str(build), read_only=True) as connection:
            result = connection.execute(compiled_sql)
            names = [str(column[0]) for column in result.description or ()]
            rows = result.fetchmany(_SHOWN_ROWS)
    except duckdb.Error:
        return []
    return [_line(names, row) for row in rows]


def _line(names: list[str], row: tuple[Any, ...]) -> str:
    pairs = zip(names, row, strict=True)
    return ", ".join(f"{name}={one_line(value)}" for name, value in pairs if value is not None)
