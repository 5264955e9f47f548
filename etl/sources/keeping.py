"""Putting what a source offers into the archive, and telling what changed by that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.sources import outcomes
from etl.sources.outcomes import Outcome
from etl.sources.provenance import LISTED, WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet
    from datetime import datetime

    from etl.sources.archive import Archive
    from etl.sources.definitions import Source
    from etl.sources.provenance import Event


class Keeper:
    """One source's view of the archive during one visit.

    Attributes:
        dry_run: Say what would be done, write nothing.
    """

    def __init__(self, source: Source, archive: Archive, now: datetime, *, dry_run: bool) -> None:
        self.source = source
        self.dry_run = dry_run
        self._archive = archive
        self._now = now
        self._before = {
            event.origin: event for event in archive.current() if event.source == source.id
        }

    def known(self, place: str) -> Event | None:
        """The archive's last event for `place` before this visit."""
        return self._before.get(self.source.origin(place))

    def keep(self, place: str, data: bytes, sha256: str) -> Outcome:
        """Archive `data`, whose digest is `sha256`, unless it is there already."""
        status = self._status(place, sha256)
        if status == outcomes.UNCHANGED:
            return Outcome(self.source.id, place, status, sha256)
        if self.dry_run:
            return Outcome(self.source.id, place, outcomes.WOULD_FETCH, sha256, status)
        self._archive.put(data, origin=self.source.origin(place), seen_at=self._now)
        return Outcome(self.source.id, place, status, sha256)

    def withdraw_absent(self, listed: AbstractSet[str]) -> list[Outcome]:
        """Mark what this source listed before and lists no longer.

        A list that lost more than half of its documents is taken for a page that was
        rebuilt, not for withdrawals: nothing is marked, and that is said.
        """
        before = [e for e in self._before.values() if e.state == LISTED]
        gone = [e for e in before if e.origin.partition(":")[2] not in listed]
        if len(gone) > max(1, len(before) // 2):
            message = f"{len(gone)} of {len(before)} documents are listed no longer; none marked"
            return [Outcome(self.source.id, self.source.url, outcomes.FAILED, "", message)]
        return [self.withdraw(event.origin.partition(":")[2], "no longer listed") for event in gone]

    def withdraw(self, place: str, message: str) -> Outcome:
        """Mark the document at `place` as withdrawn by its source."""
        event = self.known(place)
        if not self.dry_run:
            self._archive.withdraw(self.source.origin(place), seen_at=self._now)
        sha256 = event.sha256 if event else ""
        return Outcome(self.source.id, place, outcomes.WITHDRAWN, sha256, message)

    def _status(self, place: str, sha256: str) -> str:
        event = self.known(place)
        if event is None:
            return outcomes.NEW
        if event.sha256 != sha256:
            return outcomes.CHANGED
        return outcomes.RESTORED if event.state == WITHDRAWN else outcomes.UNCHANGED
