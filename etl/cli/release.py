"""Verbs about releases: `releases`, `diff`, `rollback`."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etl.cli.app import app
from etl.cli.output import AsJson, DryRun, emit, table
from etl.settings import Settings

ReleaseId = Annotated[str, typer.Argument(help="A release's id or its start; `current`.")]


@app.command()
def releases(*, as_json: AsJson = False) -> None:
    """List the kept releases, newest first; the published one is marked."""
    from etl.warehouse.shelf import current_release_id
    from etl.warehouse.shelf import releases as kept_releases

    settings = Settings.from_environment()
    current = current_release_id(settings.published_path)
    kept = kept_releases(settings.releases)
    rows = [
        (
            "*" if one.release_id == current else "",
            one.sequence,
            one.release_id,
            one.created_at,
            one.facts,
            "withdrawn" if one.withdrawn else "",
        )
        for one in kept
    ]
    headers = ("", "no", "release", "made at", "facts", "state")
    emit({"current": current, "releases": kept}, table(headers, rows), as_json=as_json)


@app.command()
def diff(older: ReleaseId, newer: ReleaseId = "current", *, as_json: AsJson = False) -> None:
    """Show the facts that one release has and another has not, or has otherwise."""
    from etl.warehouse.diff import diff as compare
    from etl.warehouse.shelf import release_file

    settings = Settings.from_environment()
    found = compare(release_file(settings, older), release_file(settings, newer))
    lines = [f"{one} {count}" for one, count in found.counts.items()]
    lines += [f"+ {_fact(fact)}" for fact in found.added]
    lines += [f"- {_fact(fact)}" for fact in found.removed]
    for change in found.changed:
        lines += [
            f"~ {change.observation_id} {change.report_id} {name}: {old} -> {change.after[name]}"
            for name, old in change.before.items()
        ]
    emit(found, "\n".join(lines), as_json=as_json)


@app.command()
def rollback(
    release: Annotated[
        str | None, typer.Argument(help="Which release; by default the one before.")
    ] = None,
    *,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Publish an older release again; the next run does not undo it."""
    from etl.operations.lock import run_lock
    from etl.warehouse.rollback import rollback as go_back
    from etl.warehouse.rollback import target

    settings = Settings.from_environment()
    if dry_run:
        manifest = target(settings, release)
        emit(manifest, f"would publish release {manifest.release_id} again", as_json=as_json)
        return
    with run_lock(settings.data, command="dcw rollback"):
        manifest = go_back(settings, datetime.now(UTC), release)
    emit(manifest, f"release {manifest.release_id} is published again", as_json=as_json)


class ExportFormat(StrEnum):
    """What a release can be exported as."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"
    SDMX_CSV = "sdmx-csv"


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="A new or empty folder.")],
    *,
    form: Annotated[ExportFormat, typer.Option("--format")] = ExportFormat.PARQUET,
    release: Annotated[str, typer.Option(help="A kept release, by id.")] = "current",
    with_runs: Annotated[
        bool, typer.Option("--with-runs", help="Also the tables that tell of runs.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Write a release's tables as files, described by a datapackage.json with checksums.

    The same release gives the same bytes. Text that a spreadsheet would run is made safe
    in csv and xlsx.
    """
    from etl.warehouse.exporting import export as write
    from etl.warehouse.shelf import release_file

    settings = Settings.from_environment()
    done = write(release_file(settings, release), folder, form.value, with_runs=with_runs)
    emit(done, f"{len(done.files)} files and datapackage.json in {done.folder}", as_json=as_json)


def _fact(fact: dict[str, object]) -> str:
    return " ".join(str(value) for value in fact.values())
