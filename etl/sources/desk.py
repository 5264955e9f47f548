"""The archive's documents laid out for reading: in a fixed order, with their sidecars."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from etl.sources.files import make_folder, replacing
from etl.sources.provenance import LISTED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from etl.sources.archive import Archive
    from etl.sources.provenance import Event

SIDECAR = ".yml"


@dataclass(frozen=True, slots=True)
class OnDesk:
    """One archived document, ready to read.

    Attributes:
        event: Its last line in the archive's index.
        path: Where its bytes lie.
        called: Its name, in a folder of its own that holds its sidecar and nothing
            else; no such folder exists where it has none.
    """

    event: Event
    path: Path
    called: Path


def lay_out(archive: Archive, desk: Path) -> tuple[OnDesk, ...]:
    """Every document that the archive has as of today, withdrawn ones too.

    Args:
        archive: Where they are.
        desk: A folder for the sidecars; may be removed at any time.

    Returns:
        Those that are listed and then those that were withdrawn, each group in the
        order in which their origins were first seen: where two claim to be the same
        report, the first of this order counts.
    """
    current = archive.current()
    sidecars = {e.origin: e for e in current if e.origin.casefold().endswith(SIDECAR)}
    documents = [event for event in current if event.origin not in sidecars]
    seen = {event.origin: number for number, event in reversed([*enumerate(archive.list())])}
    ordered = sorted(documents, key=lambda event: (event.state != LISTED, seen[event.origin]))
    return tuple(_place(archive, event, desk, sidecars) for event in ordered)


def _place(archive: Archive, event: Event, desk: Path, sidecars: Mapping[str, Event]) -> OnDesk:
    folder = desk / hashlib.sha256(event.origin.encode()).hexdigest()[:16]
    called = folder / event.name
    sidecar = sidecars.get(event.origin.rpartition(".")[0] + SIDECAR)
    if sidecar:
        _lay_beside(called.with_suffix(SIDECAR), archive.get(sidecar.sha256))
    return OnDesk(event, archive.path(event.sha256), called)


def _lay_beside(path: Path, data: bytes) -> None:
    if path.is_file() and path.read_bytes() == data:
        return
    make_folder(path.parent)
    with replacing(path, mode=0o640) as file:
        file.write(data)
