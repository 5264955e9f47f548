"""Putting files in place so that a kill or a full disk leaves the old one whole."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

READ_ONLY = 0o444
OPEN_FOLDER = 0o755


def sync_folder(folder: Path) -> None:
    """Make renames within `folder` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make a file's bytes survive a power cut."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())


def open_folder(folder: Path) -> Path:
    """Make a folder that everyone may enter, whatever the umask; an old one stays as it is."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        folder.chmod(OPEN_FOLDER)
    return folder


def swap_in(source: Path, target: Path) -> None:
    """Put a read-only copy of `source` at `target` in one step.

    Readers with the old file open keep it whole; new readers get the new one.

    Raises:
        OSError: Nothing was changed; what was half written is gone.
    """
    open_folder(target.parent)
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        shutil.copyfile(source, beside)
        beside.chmod(READ_ONLY)
        sync_file(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(target.parent)
