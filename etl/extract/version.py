"""Which code reads: a version that changes whenever reading could."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_READS = ("documents", "extract")


@cache
def extractor_version() -> str:
    """Twelve hex digits that change when any code of reading or extraction changes.

    Taken from the code itself, because a number that somebody has to raise is forgotten,
    and then documents that would be read otherwise now are not read again.
    """
    return code_version(Path(__file__).resolve().parent.parent)


def code_version(package: Path) -> str:
    """The same of the rooms that read in any copy of the package."""
    digest = hashlib.sha256()
    for file in sorted(path for room in _READS for path in (package / room).rglob("*.py")):
        digest.update(f"{file.relative_to(package).as_posix()}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
