"""Verbs about sources: `fetch`, `sources`."""

from __future__ import annotations

from datetime import UTC, datetime

import typer

from etl.cli.app import app
from etl.cli.output import AsJson, DryRun, emit, table
from etl.errors import FetchFailed
from etl.settings import Settings


@app.command()
def fetch(*, dry_run: DryRun = False, as_json: AsJson = False) -> None:
    """Bring what is new at the sources that are turned on into the archive.

    Ends with 9 where a source was in trouble; the others are done.
    """
    from etl.operations.lock import run_lock
    from etl.sources.archive import Archive
    from etl.sources.definitions import load_sources
    from etl.sources.fetch import fetch_all

    settings = Settings.from_environment()
    chosen = load_sources(settings.root / "sources.yml")
    archive = Archive(settings.archive)
    now = datetime.now(UTC)
    if dry_run:
        found = fetch_all(chosen, data=settings.data, archive=archive, now=now, dry_run=True)
    else:
        with run_lock(settings.data, command="dcw fetch"):
            found = fetch_all(chosen, data=settings.data, archive=archive, now=now)
    rows = [(o.source_id, o.status, o.place, o.message) for o in found]
    text = table(("source", "status", "document", ""), rows) if rows else _NOTHING
    emit(found, text, as_json=as_json)
    if any(one.is_trouble for one in found):
        raise typer.Exit(FetchFailed.exit_code)


@app.command()
def sources(*, as_json: AsJson = False) -> None:
    """List the sources of sources.yml, and which are turned on."""
    from etl.sources.definitions import load_sources

    found = load_sources(Settings.from_environment().root / "sources.yml")
    rows = [("on" if s.enabled else "off", s.id, s.kind, s.url or s.path, s.title) for s in found]
    emit(found, table(("", "source", "kind", "place", "title"), rows), as_json=as_json)


_NOTHING = "no source is turned on, or none offers anything: see `dcw sources` and sources.yml"
