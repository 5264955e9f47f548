"""Documents that no source lists any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.sources.provenance import WITHDRAWN

if TYPE_CHECKING:
    from etl.sources.archive import Archive


def withdrawn_documents(archive: Archive) -> frozenset[str]:
    """Digests that every origin which had them last has withdrawn; their reports are marked."""
    current = archive.current()
    gone = {event.sha256 for event in current if event.state == WITHDRAWN}
    return frozenset(gone - {event.sha256 for event in current if event.state != WITHDRAWN})
