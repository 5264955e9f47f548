"""Sources that have been silent for longer than they should be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from etl.sources.provenance import LISTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.sources.archive import Archive
    from etl.sources.definitions import Source


@dataclass(frozen=True, slots=True)
class Silence:
    """How long a source has brought nothing new.

    Attributes:
        last_news: When its newest document was first seen, UTC; empty for never.
        days: Whole days since then; None for never.
        expected_every_days: What its definition says; None where it says nothing.
        is_stale: Whether it is silent for longer than expected, or never spoke.
    """

    source_id: str
    last_news: str
    days: int | None
    expected_every_days: int | None
    is_stale: bool


def silences(sources: Sequence[Source], archive: Archive, now: datetime) -> tuple[Silence, ...]:
    """How long each enabled source has been silent, in the order of `sources`.

    Args:
        sources: Definitions.
        archive: What they brought and when.
        now: The time to count from, with a time zone.
    """
    last: dict[str, str] = {}
    for event in archive.list():
        if event.state == LISTED:
            last[event.source] = max(last.get(event.source, ""), event.seen_at)
    return tuple(_silence(s, last.get(s.id, ""), now) for s in sources if s.enabled)


def _silence(source: Source, last: str, now: datetime) -> Silence:
    expected = source.expected_every_days
    days = None
    if last:
        seen = datetime.strptime(last, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        days = max(0, (now - seen).days)
    stale = expected is not None and (days is None or days > expected)
    return Silence(source.id, last, days, expected, stale)
