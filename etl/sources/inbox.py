"""Documents that people put into a folder."""

from __future__ import annotations

import hashlib
import stat
from typing import TYPE_CHECKING

from etl.sources import outcomes
from etl.sources.files import TEMPORARY_PREFIX
from etl.sources.outcomes import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from etl.sources.definitions import Source
    from etl.sources.keeping import Keeper


def visit_inbox(source: Source, data: Path, keeper: Keeper) -> list[Outcome]:
    """Archive what is new in an inbox folder; the folder itself is left as it is.

    Args:
        source: A source of kind `inbox`.
        data: The data folder, below which a relative path lies.
        keeper: The archive's side of the visit.

    Returns:
        One outcome a file, by name. An absent folder offers nothing.
    """
    folder = (data / source.path).resolve()
    found = [_offer(source, folder, path, keeper) for path in documents_of(folder, source.pattern)]
    if source.marks_withdrawn and folder.is_dir():
        found += keeper.withdraw_absent({outcome.place for outcome in found})
    return found


def documents_of(folder: Path, pattern: str) -> Iterator[Path]:
    """The regular, visible files of `folder` that match, sorted by name.

    Symbolic links are left out: a link could lead to any file of the machine.
    """
    for path in sorted(folder.glob(pattern)):
        parts = path.relative_to(folder).parts
        hidden = any(part.startswith((".", TEMPORARY_PREFIX)) for part in parts)
        linked = any(parent.is_symlink() for parent in (path, *path.parents[: len(parts) - 1]))
        if not hidden and not linked and stat.S_ISREG(path.lstat().st_mode):
            yield path


def _offer(source: Source, folder: Path, path: Path, keeper: Keeper) -> Outcome:
    place = path.relative_to(folder).as_posix().encode("utf-8", "backslashreplace").decode()
    try:
        before = path.stat()
        if before.st_size > source.max_bytes:
            message = f"expected at most {source.max_bytes} bytes, found {before.st_size}"
            return Outcome(source.id, place, outcomes.REFUSED, "", message)
        data = path.read_bytes()
        after = path.stat()
    except OSError as error:
        return Outcome(source.id, place, outcomes.FAILED, "", f"cannot be read: {error.strerror}")
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return Outcome(source.id, place, outcomes.FAILED, "", "changed while it was read")
    return keeper.keep(place, data, hashlib.sha256(data).hexdigest())
