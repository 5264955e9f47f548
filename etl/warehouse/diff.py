"""What changed between two releases: facts added, removed, and changed column by column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from etl.errors import UsageError
from etl.quality.sql import identifier, literal

if TYPE_CHECKING:
    from pathlib import Path

FACTS = "marts.fct_observations"
IGNORED = frozenset({"observation_id", "extractor_version"})
_SHOWN = "observation_id, report_id, indicator, ref_area, time_period, obs_value, unit_measure"


@dataclass(frozen=True, slots=True)
class Change:
    """One fact whose columns differ.

    Attributes:
        before: Old values of the columns that differ.
        after: New values of the same columns.
    """

    observation_id: str
    report_id: str
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Diff:
    """Facts of two releases compared by `observation_id`.

    Attributes:
        added: Facts that only the newer one has, with the columns that name them.
        removed: Facts that only the older one has.
        changed: Facts of both whose columns differ; the extractor's version does not count.
    """

    added: tuple[dict[str, Any], ...]
    removed: tuple[dict[str, Any], ...]
    changed: tuple[Change, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many of each."""
        return {
            "added": len(self.added),
            "changed": len(self.changed),
            "removed": len(self.removed),
        }


def diff(older: Path, newer: Path) -> Diff:
    """Compare the facts of two release files.

    Raises:
        UsageError: A file is missing or is no warehouse.
    """
    with duckdb.connect(":memory:") as connection:
        try:
            for alias, path in (("older", older), ("newer", newer)):
                connection.execute(f"ATTACH {literal(str(path))} AS {alias} (READ_ONLY)")
            return Diff(
                added=_only_in(connection, "newer", "older"),
                removed=_only_in(connection, "older", "newer"),
                changed=_changed(connection),
            )
        except duckdb.Error as error:
            raise UsageError(f"expected two releases, {older} and {newer}: {error}") from error


def _only_in(
    connection: duckdb.DuckDBPyConnection, one: str, other: str
) -> tuple[dict[str, Any], ...]:
    result = connection.execute(
        f"SELECT {_SHOWN} FROM {one}.{FACTS} ANTI JOIN {other}.{FACTS} USING (observation_id) "  # noqa: S608 # constant names
        "ORDER BY observation_id"
    )
    names = [column[0] for column in result.description or []]
    return tuple(dict(zip(names, row, strict=True)) for row in result.fetchall())


def _changed(connection: duckdb.DuckDBPyConnection) -> tuple[Change, ...]:
    columns = _shared_columns(connection)
    if not columns:
        return ()
    pairs = ", ".join(f"a.{identifier(c)}, b.{identifier(c)}" for c in columns)
    differs = " OR ".join(f"a.{identifier(c)} IS DISTINCT FROM b.{identifier(c)}" for c in columns)
    rows = connection.execute(
        f"SELECT observation_id, b.report_id, {pairs} FROM older.{FACTS} AS a "  # noqa: S608 # quoted names
        f"JOIN newer.{FACTS} AS b USING (observation_id) WHERE {differs} ORDER BY observation_id"
    ).fetchall()
    return tuple(_change(columns, row) for row in rows)


def _change(columns: list[str], row: tuple[Any, ...]) -> Change:
    name, report_id, *values = row
    pairs = {c: (values[2 * i], values[2 * i + 1]) for i, c in enumerate(columns)}
    differing = {c: pair for c, pair in pairs.items() if pair[0] != pair[1]}
    return Change(
        observation_id=name,
        report_id=report_id,
        before={column: pair[0] for column, pair in differing.items()},
        after={column: pair[1] for column, pair in differing.items()},
    )


def _shared_columns(connection: duckdb.DuckDBPyConnection) -> list[str]:
    old, new = (
        [row[0] for row in connection.execute(f"DESCRIBE {alias}.{FACTS}").fetchall()]
        for alias in ("older", "newer")
    )
    return [column for column in new if column in old and column not in IGNORED]
