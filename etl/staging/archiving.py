"""The archive as ingest uses it: what it lists, what it withdrew, where bytes lie."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from etl.sources.archive import Archive
from etl.sources.provenance import WITHDRAWN
from etl.staging.reading import Input


def listed(archive: Archive) -> tuple[list[Input], frozenset[str]]:
    """The documents that some origin still lists, and the sha256 of those that none does."""
    events = archive.current()
    present = [event for event in events if event.state != WITHDRAWN]
    inputs = [Input(archive.path(event.sha256), event.name) for event in present]
    gone = {event.sha256 for event in events} - {event.sha256 for event in present}
    return inputs, frozenset(gone)


def keeper(archive: Archive, source: str) -> Callable[[Input], str]:
    """What puts files that a person hands in into the archive, as of `source`."""

    def keep(file: Input) -> str:
        data, origin = file.path.read_bytes(), f"{source}:{file.called.name}"
        return archive.put(data, origin=origin, seen_at=datetime.now(UTC))

    return keep


def finder(archive: Archive) -> Callable[[str], Path | None]:
    """What finds a document in the archive by its sha256."""

    def find(sha256: str) -> Path | None:
        path = archive.path(sha256)
        return path if path.is_file() else None

    return find
