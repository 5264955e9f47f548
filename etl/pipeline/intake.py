"""What a run reads: files it was given, and what the archive holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from etl.errors import UsageError
from etl.operations.withdrawal import withdrawn_documents
from etl.pipeline.request import Request
from etl.pipeline.versions import reading_versions
from etl.settings import Settings
from etl.sources.archive import Archive
from etl.sources.desk import SIDECAR, lay_out
from etl.staging.exclusions import read_exclusions
from etl.staging.ingest import Plan
from etl.staging.reading import Input

READABLE = frozenset({".txt", ".html", ".htm", ".pdf"})
BY_HAND = "given"
"""The archive's name for the source of files that were given on the command line."""


def plan(settings: Settings, request: Request, desk: Path | None = None) -> Plan:
    """What to ingest: the request's files first, then all that the archive has.

    Args:
        settings: Where archive, ledger and corrections are.
        request: What was asked for.
        desk: Where to lay out sidecars; by default in the data folder.

    Raises:
        UsageError: A file or folder that was given is not there.
    """
    archive = Archive(settings.archive)
    given = [Input(path) for path in files(request.documents)]
    again = {_origin(source.path) for source in given}
    kept = [
        Input(one.path, str(one.called))
        for one in lay_out(archive, desk or settings.data / "desk")
        if one.event.origin not in again
    ]
    return Plan(
        inputs=[*given, *kept],
        ledger=settings.seeds / "ledger",
        corrections=settings.seeds / "corrections.csv",
        versions=reading_versions(),
        workers=settings.workers,
        keep=_keeper(archive),
        stored=_finder(archive),
        withdrawn=withdrawn_documents(archive),
        excluded=read_exclusions(settings.seeds / "excluded_documents.csv"),
        force=request.force,
    )


def files(paths: tuple[Path, ...]) -> Iterator[Path]:
    """The given files, and the readable files of given folders, by name.

    Raises:
        UsageError: A path that is not there.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix.lower() in READABLE)
        elif path.is_file():
            yield path
        else:
            raise UsageError(f"expected a report at {path}, found no such file or folder")


def _origin(path: Path) -> str:
    return f"{BY_HAND}:{path.name}"


def _keeper(archive: Archive) -> Callable[[Input], str]:
    def keep(source: Input) -> str:
        if source.name:
            return source.path.name
        now = datetime.now(UTC)
        sidecar = source.path.with_suffix(SIDECAR)
        if sidecar.is_file():
            archive.put(sidecar.read_bytes(), origin=_origin(sidecar), seen_at=now)
        return archive.put(source.path.read_bytes(), origin=_origin(source.path), seen_at=now)

    return keep


def _finder(archive: Archive) -> Callable[[str], Path | None]:
    def find(sha256: str) -> Path | None:
        path = archive.path(sha256)
        return path if path.is_file() else None

    return find
