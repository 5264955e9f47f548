"""Visiting all sources that are turned on; trouble with one never stops the others."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from etl.errors import ArchiveDamaged, DcwError
from etl.sources import outcomes
from etl.sources.inbox import visit_inbox
from etl.sources.keeping import Keeper
from etl.sources.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from etl.sources.archive import Archive
    from etl.sources.definitions import Source
    from etl.sources.web.pace import Patience
    from etl.sources.web.visits import Web

MEMORY_NAME = "fetch/memory.json"


def fetch_all(
    sources: Sequence[Source],
    *,
    data: Path,
    archive: Archive,
    now: datetime,
    dry_run: bool = False,
    patience: Patience | None = None,
) -> list[Outcome]:
    """Bring what is new at the enabled sources into the archive.

    Args:
        sources: Definitions; those that are not enabled are not asked for anything.
        data: The data folder, for relative inboxes and the memory of versions.
        archive: Where the bytes go.
        now: Noted as the time seen.
        dry_run: Say what would come in; write nothing, download no document.
        patience: How often and how long to wait for servers in trouble.

    Returns:
        One outcome a document, in the order of the sources.

    Raises:
        ArchiveDamaged: The archive cannot be trusted; nothing was asked.
    """
    visit = _Visit(data, patience)
    found: list[Outcome] = []
    for source in sources:
        if source.enabled:
            keeper = Keeper(source, archive, now, dry_run=dry_run)
            found += visit.safely(source, keeper)
    return found


class _Visit:
    """One fetch; the visits to web sources share pace, patience and memory."""

    def __init__(self, data: Path, patience: Patience | None) -> None:
        self._data = data
        self._patience = patience

    def safely(self, source: Source, keeper: Keeper) -> list[Outcome]:
        try:
            return self._visit(source, keeper)
        except ArchiveDamaged:
            raise
        except (DcwError, OSError) as error:
            place = source.url or source.path
            return [Outcome(source.id, place, outcomes.FAILED, "", f"{error}"[:500])]

    def _visit(self, source: Source, keeper: Keeper) -> list[Outcome]:
        if source.kind == "inbox":
            return visit_inbox(source, self._data, keeper)
        if source.kind == "location":
            from etl.sources.locations import visit_location  # noqa: PLC0415 - loads fsspec

            return visit_location(source, keeper)
        return self._web.visit(source, keeper)

    @cached_property
    def _web(self) -> Web:
        from etl.sources.web.visits import Web  # noqa: PLC0415 - loads httpx: most nights need none

        return Web(self._data / MEMORY_NAME, self._patience)
