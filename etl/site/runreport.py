"""What one run did, gathered from the run log and the published file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb

from etl.errors import UsageError
from etl.quality.results import Outcome
from etl.site.sections import Capped, capped
from etl.staging.database import connect
from etl.warehouse.diff import Diff, diff
from etl.warehouse.release import Manifest
from etl.warehouse.shelf import FILE_NAME, current_release_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from etl.settings import Settings

LISTED = 20
SAMPLED = 10
LONGEST_SIDE = 600
"""Characters of a sentence that are shown on either side of its number."""

_UNEXPLAINED = """
SELECT m.report_id, m.number_text, s.sentence_text
FROM audit.number_mentions AS m
LEFT JOIN evidence.sentences AS s USING (report_id, sentence_index)
WHERE m.disposition = 'unexplained' ORDER BY m.report_id, m.mention_index
"""
_SAMPLE = """
SELECT * FROM marts.fct_observations WHERE quote IS NOT NULL AND number_start IS NOT NULL
ORDER BY md5($seed || observation_id) LIMIT $count
"""


@dataclass(frozen=True, slots=True)
class RunReport:
    """Everything that the report of one run tells.

    Attributes:
        run: Its row of `ops.runs`.
        steps: Its rows of `ops.run_steps`.
        came_in: Reports whose rows were written anew.
        still_refused: Documents that an earlier run refused and that are the same since, in words.
        issues: What could not be taken as it was, gravest first.
        failed: Expectations that do not hold, gravest first.
        expectations: How many were asked.
        manifest: The release that readers get now; None before the first.
        diff: Facts against the release before; None where this run published none.
        unexplained: Numbers whose meaning no rule knows, with their sentences.
        silent: Sources that are silent for too long, in words.
        sample: Ten facts with sentence for a person to check, drawn by the release's name.
    """

    run: dict[str, Any]
    steps: tuple[dict[str, Any], ...]
    came_in: Capped[str]
    still_refused: Capped[str]
    issues: Capped[dict[str, Any]]
    failed: tuple[Outcome, ...]
    expectations: int
    manifest: Manifest | None
    diff: Diff | None
    unexplained: Capped[dict[str, Any]]
    silent: tuple[str, ...]
    sample: tuple[dict[str, Any], ...]


def gather(
    settings: Settings,
    run_id: str,
    *,
    came_in: Sequence[str] = (),
    still_refused: Sequence[str] = (),
    silent: Sequence[str] = (),
) -> RunReport:
    """Gather the report of a run.

    Args:
        settings: Where staging, releases and the published file are.
        run_id: The run.
        came_in: Reports that it loaded.
        still_refused: What to say of documents that are refused as they were before.
        silent: What to say of sources that are silent for too long.

    Raises:
        UsageError: The run log knows no such run.
    """
    with connect(settings.staging_path, read_only=True) as log:
        run = _of_run(log, "runs", run_id)
        if not run:
            raise UsageError(f"expected a run of the run log, found no {run_id!r}")
        steps = _of_run(log, "run_steps", run_id, "step_index")
        issues = _of_run(log, "issues", run_id, "severity, issue_index")
        results = _of_run(log, "expectation_results", run_id, "severity, suite, expectation_id")
    manifest = _current(settings)
    changes = None
    if manifest is not None and manifest.run_id == run_id:
        changes = _changes(settings.releases, manifest)
    return RunReport(
        run=run[0],
        steps=tuple(steps),
        came_in=capped(came_in, LISTED),
        still_refused=capped(still_refused, LISTED),
        issues=capped(issues, LISTED),
        failed=tuple(_outcome(row) for row in results if not row["success"]),
        expectations=len(results),
        manifest=manifest,
        diff=changes,
        unexplained=_unexplained(settings.published_path),
        silent=tuple(silent),
        sample=_sample(settings.published_path, "" if manifest is None else manifest.release_id),
    )


def _of_run(
    connection: duckdb.DuckDBPyConnection, table: str, run_id: str, order: str = "run_id"
) -> list[dict[str, Any]]:
    return _rows(
        connection,
        f"SELECT * FROM ops.{table} WHERE run_id = $run ORDER BY {order}",  # noqa: S608 # constant names
        {"run": run_id},
    )


def _rows(
    connection: duckdb.DuckDBPyConnection, sql: str, values: dict[str, Any]
) -> list[dict[str, Any]]:
    result = connection.execute(sql, values)
    names = [column[0] for column in result.description or ()]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def _outcome(row: dict[str, Any]) -> Outcome:
    return Outcome(**{name: value for name, value in row.items() if name != "run_id"})


def _current(settings: Settings) -> Manifest | None:
    release_id = current_release_id(settings.published_path)
    return None if release_id is None else Manifest.read(settings.releases / release_id)


def _changes(releases: Path, manifest: Manifest) -> Diff | None:
    if manifest.previous_release_id is None:
        return None
    older = releases / manifest.previous_release_id / FILE_NAME
    newer = releases / manifest.release_id / FILE_NAME
    return diff(older, newer) if older.exists() else None


def _unexplained(published: Path) -> Capped[dict[str, Any]]:
    if not published.exists():
        return Capped((), 0)
    with duckdb.connect(str(published), read_only=True) as connection:
        return capped(_rows(connection, _UNEXPLAINED, {}), LISTED)


def _sample(published: Path, seed: str) -> tuple[dict[str, Any], ...]:
    if not published.exists():
        return ()
    with duckdb.connect(str(published), read_only=True) as connection:
        facts = _rows(connection, _SAMPLE, {"seed": seed, "count": SAMPLED})
    return tuple({**fact, **_parts(fact)} for fact in facts)


def _parts(fact: dict[str, Any]) -> dict[str, str]:
    """The sentence before, at and behind the number; cut where it is no sentence any more."""
    start, end = (
        fact["number_start"] - fact["quote_start"],
        fact["number_end"] - fact["quote_start"],
    )
    quote = str(fact["quote"])
    return {
        "before": quote[max(0, start - LONGEST_SIDE) : start],
        "number": quote[start:end],
        "after": quote[end : end + LONGEST_SIDE],
    }
