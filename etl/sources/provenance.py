"""The archive's index: which bytes were seen where and when, one JSON line an event.

The file only grows. Order is that of the lines, never of the clock, so that a clock
that was moved back changes nothing. A line cut short by a kill was never reported as
done: readers skip it and the next writer removes it.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote

from filelock import FileLock

from etl.errors import ArchiveDamaged
from etl.sources.files import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LISTED = "listed"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the index.

    Attributes:
        sha256: Hex digest of the bytes.
        origin: Where they were seen, `<source>:<address or name>`.
        seen_at: UTC, `YYYY-MM-DDTHH:MM:SSZ`.
        size: Of the bytes.
        state: `listed`, or `withdrawn` where the origin no longer has them.
    """

    sha256: str
    origin: str
    seen_at: str
    size: int
    state: str = LISTED

    @property
    def source(self) -> str:
        """The id of the source that the origin belongs to."""
        return self.origin.partition(":")[0]

    @property
    def name(self) -> str:
        """The document's file name: the last part of its origin, safe to show and use."""
        path = self.origin.partition(":")[2].split("?", 1)[0].split("#", 1)[0].rstrip("/")
        last = unquote(path.rpartition("/")[2])
        kept = "".join(c for c in last if c.isalnum() or c in "._- ").strip(". ")
        return kept[-120:] or self.sha256[:16]


def utc_text(moment: datetime) -> str:
    """`moment` as the index writes it. Raises ValueError where it has no time zone."""
    if moment.tzinfo is None:
        msg = "seen_at needs a time zone"
        raise ValueError(msg)
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def latest_by_origin(events: Iterable[Event]) -> dict[str, Event]:
    """The last event of each origin, in the order in which these happened."""
    latest: dict[str, Event] = {}
    for event in events:
        latest.pop(event.origin, None)
        latest[event.origin] = event
    return latest


class Provenance:
    """The index file of one archive."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._events: list[Event] = []
        self._read_to = 0

    def lock(self) -> FileLock:
        """The lock under which reading and appending belong together."""
        return FileLock(self.path.with_suffix(".lock"), timeout=60, mode=0o640)

    def read(self) -> list[Event]:
        """All events in the order in which they were written.

        Raises:
            ArchiveDamaged: A complete line is no event.
        """
        if not self.path.exists():
            return []
        with self.path.open("rb") as file:
            file.seek(self._read_to)
            complete, newline, _ = file.read().rpartition(b"\n")
        first = len(self._events) + 1
        self._events += [_event(line, n) for n, line in enumerate(complete.splitlines(), first)]
        self._read_to += len(complete + newline)
        return list(self._events)

    def append(self, event: Event) -> None:
        """Write one event and make it durable; call it with the lock held."""
        line = json.dumps(asdict(event), sort_keys=True, ensure_ascii=True).encode() + b"\n"
        created = not self.path.exists()
        with self.path.open("ab") as file:
            os.fchmod(file.fileno(), 0o640)
            file.truncate(self._complete_size())
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        if created:
            sync_folder(self.path.parent)

    def _complete_size(self) -> int:
        return self.path.read_bytes().rfind(b"\n") + 1


def _event(line: bytes, number: int) -> Event:
    try:
        return Event(**json.loads(line))
    except (ValueError, TypeError) as error:
        msg = f"archive index line {number}: expected an event, found {line[:80]!r}"
        raise ArchiveDamaged(msg) from error
