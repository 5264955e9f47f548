"""The verb `status`: what is published, how the last runs went, which source is silent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from etl.cli.app import app
from etl.cli.output import AsJson, emit, table
from etl.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from etl.operations.staleness import Silence

_RUNS = """
select run_id, command, started_at, date_diff('second', started_at, finished_at) as seconds,
    status, exit_code, release_id,
    (select count(*) from ops.issues where issues.run_id = runs.run_id and severity <> 'info')
from ops.runs order by started_at desc limit ?
"""


@dataclass(frozen=True, slots=True)
class _Status:
    release_id: str | None
    published: Path
    runs: list[tuple[Any, ...]]
    silent: list[Silence]


@app.command()
def status(
    *,
    runs: Annotated[int, typer.Option(help="How many of the last runs to show.")] = 5,
    as_json: AsJson = False,
) -> None:
    """Show what is published, how the last runs went, and which sources are silent."""
    from etl.operations.staleness import silences
    from etl.sources.archive import Archive
    from etl.sources.definitions import load_sources
    from etl.warehouse.shelf import current_release_id

    settings = Settings.from_environment()
    sources = load_sources(settings.root / "sources.yml")
    found = _Status(
        release_id=current_release_id(settings.published_path),
        published=settings.published_path,
        runs=_last_runs(settings, runs),
        silent=[
            one
            for one in silences(sources, Archive(settings.archive), datetime.now(UTC))
            if one.is_stale
        ],
    )
    emit(found, _text(found), as_json=as_json)


def _last_runs(settings: Settings, count: int) -> list[tuple[Any, ...]]:
    from etl.staging.database import connect

    if not settings.staging_path.exists():
        return []
    with connect(settings.staging_path, read_only=True) as connection:
        return connection.execute(_RUNS, [count]).fetchall()


def _text(found: _Status) -> str:
    headers = ("run", "command", "started", "seconds", "status", "exit", "release", "issues")
    lines = [
        f"published: {found.release_id or 'nothing yet: run `dcw run`'} ({found.published})",
        table(headers, [_cells(run) for run in found.runs]) if found.runs else "no run yet",
    ]
    lines += [f"silent: {one.source_id}, {one.days} days" for one in found.silent]
    return "\n".join(lines)


def _cells(run: tuple[Any, ...]) -> tuple[Any, ...]:
    run_id, command, started, *rest = run
    return (run_id, command, f"{started:%Y-%m-%d %H:%M}", *rest)
