"""The archive of raw bytes: what came in, kept for good, named by its own hash.

Everything downstream can be made again from the archive and the project's files.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from etl.errors import ArchiveDamaged, UsageError
from etl.sources.files import make_folder, remove_leftovers, replacing
from etl.sources.provenance import (
    LISTED,
    WITHDRAWN,
    Event,
    Provenance,
    latest_by_origin,
    utc_text,
)

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

OBJECT_MODE = 0o440
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Archive:
    """A folder of read-only files by sha256, and an index of where each was seen.

    Layout: `objects/ab/abcd…` and `index.jsonl`. Only `put` and `withdraw` write;
    the first write makes the folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.provenance = Provenance(root / "index.jsonl")

    def put(self, data: bytes, *, origin: str, seen_at: datetime) -> str:
        """Keep `data` and note where it was seen.

        Seeing the same bytes at the same origin again writes nothing.

        Args:
            data: The raw bytes of a document.
            origin: Where they come from, `<source>:<address or name>`.
            seen_at: When they were seen, with a time zone.

        Returns:
            The hex sha256 of `data`.
        """
        digest = hashlib.sha256(data).hexdigest()
        event = Event(digest, origin, utc_text(seen_at), len(data))
        make_folder(self.root)
        self._store(digest, data)
        self._note(event)
        return digest

    def get(self, sha256: str) -> bytes:
        """The bytes of one document.

        Raises:
            UsageError: The archive does not hold it.
            ArchiveDamaged: It holds other bytes under that name.
        """
        path = self.path(sha256)
        if not path.is_file():
            msg = f"{sha256} is not in the archive {self.root}"
            raise UsageError(msg)
        data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            msg = f"{path} is damaged: its bytes have another sha256"
            raise ArchiveDamaged(msg)
        return data

    def path(self, sha256: str) -> Path:
        """Where the bytes of `sha256` are or would be.

        Raises:
            UsageError: `sha256` is no hex digest.
        """
        if not _DIGEST.fullmatch(sha256):
            msg = f"not a sha256: {sha256[:80]!r}"
            raise UsageError(msg)
        return self.root / "objects" / sha256[:2] / sha256

    def list(self) -> tuple[Event, ...]:
        """Every event of the index, oldest first."""
        return tuple(self.provenance.read())

    def current(self) -> tuple[Event, ...]:
        """The last event of each origin, in the order in which these happened.

        Reading these documents in this order gives the state of today: a document that
        its origin replaced is not among them, one that its origin dropped is `withdrawn`.
        """
        return tuple(latest_by_origin(self.provenance.read()).values())

    def withdraw(self, origin: str, *, seen_at: datetime) -> bool:
        """Note that `origin` no longer has its document; returns whether that is news."""
        with self.provenance.lock():
            last = latest_by_origin(self.provenance.read()).get(origin)
            if last is None or last.state == WITHDRAWN:
                return False
            event = Event(last.sha256, origin, utc_text(seen_at), last.size, WITHDRAWN)
            self.provenance.append(event)
        return True

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the archive, in plain words; empty where nothing is."""
        problems: list[str] = []
        for digest in sorted({event.sha256 for event in self.provenance.read()}):
            try:
                self.get(digest)
            except (UsageError, ArchiveDamaged) as error:
                problems.append(str(error))
        return tuple(problems)

    def clean(self) -> int:
        """Remove what killed writers left behind; returns how many files."""
        return remove_leftovers(self.root) if self.root.exists() else 0

    def _store(self, digest: str, data: bytes) -> None:
        path = self.path(digest)
        if path.is_file() and path.stat().st_size == len(data):
            return
        make_folder(path.parent)
        with replacing(path, mode=OBJECT_MODE) as file:
            file.write(data)

    def _note(self, event: Event) -> None:
        with self.provenance.lock():
            last = latest_by_origin(self.provenance.read()).get(event.origin)
            if last and (last.sha256, last.state) == (event.sha256, LISTED):
                return
            self.provenance.append(event)
