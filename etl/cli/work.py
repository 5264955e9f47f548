"""Verbs that change the warehouse: `run`, `nightly`, `ingest`, `rebuild`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli.app import app
from etl.cli.output import AsJson, DryRun, complain, emit
from etl.settings import Settings

if TYPE_CHECKING:
    from etl.pipeline.outcome import Outcome

Force = Annotated[
    bool, typer.Option("--force", help="Read and build everything anew although nothing changed.")
]
Paths = Annotated[list[Path], typer.Argument(help="Reports, or folders of reports.")]
REFUSED = 4


@app.command()
def run(*, force: Force = False, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Load what is here, build, ask the gates, publish: all steps but fetching."""
    _run("run", force=force, dry_run=dry_run, as_json=as_json)


@app.command()
def nightly(*, force: Force = False, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Fetch from the sources that are turned on, then do a whole run and report."""
    _run("nightly", fetch=True, force=force, dry_run=dry_run, as_json=as_json)


@app.command()
def ingest(
    paths: Paths, *, force: Force = False, dry_run: DryRun = False, as_json: AsJson = False
) -> None:
    """Read reports into staging and the archive, and prove the ledger against them.

    Ends with 4 where a document was refused, now or before; the others are in.
    """
    _run(
        "ingest",
        documents=tuple(paths),
        publish=False,
        force=force,
        dry_run=dry_run,
        as_json=as_json,
    )


@app.command()
def rebuild(*, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Make the staging file anew from the archive and the project alone, then do a whole run."""
    _run("rebuild", rebuild=True, dry_run=dry_run, as_json=as_json)


def _run(
    command: str,
    *,
    documents: tuple[Path, ...] = (),
    fetch: bool = False,
    publish: bool = True,
    force: bool = False,
    rebuild: bool = False,
    dry_run: bool = False,
    as_json: bool = False,
) -> None:
    from etl.cli import recap
    from etl.pipeline import Request
    from etl.pipeline import run as do_run
    from etl.pipeline.rehearsal import rehearse

    settings = Settings.from_environment()
    request = Request(command, documents, fetch, publish, force, rebuild)
    if dry_run:
        rehearsal = rehearse(settings, request)
        emit(rehearsal, rehearsal.text(), as_json=as_json)
        return
    outcome = do_run(settings, request, complain)
    emit(recap.as_data(outcome), recap.as_text(outcome, _program()), as_json=as_json)
    if documents and (outcome.refused or _still_refused(documents, outcome)):
        raise typer.Exit(REFUSED)


def _still_refused(documents: tuple[Path, ...], outcome: Outcome) -> bool:
    """Whether a file that was given is refused as it was before."""
    from etl.pipeline.intake import files

    names = {path.name for path in files(documents)}
    return any(problem.place in names for problem in outcome.still_refused)


def _program() -> str:
    """How the command was called, so that what we print can be copied."""
    called = Path(sys.argv[0]).absolute()
    here = Path.cwd()
    return str(called.relative_to(here)) if called.is_relative_to(here) else called.name
