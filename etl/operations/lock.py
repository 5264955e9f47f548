"""One run at a time across processes.

The lock is a POSIX record lock: the kernel drops it when its process dies, however it
dies, and worker processes that outlive a killed run do not inherit it.
"""

from __future__ import annotations

import fcntl
import json
import os
import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from etl.errors import RunLocked
from etl.sources.files import make_folder, replacing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_held_here: set[Path] = set()


@contextmanager
def run_lock(data: Path, *, command: str) -> Iterator[None]:
    """Hold the lock of the data folder for the length of the block.

    Args:
        data: The folder that the run writes into; made if absent.
        command: What to tell others that the holder is doing, such as `dcw nightly`.

    Raises:
        RunLocked: Another run holds it; the message says who, since when.
    """
    path = make_folder(data.resolve()) / "run.lock"
    # A record lock belongs to the process: it would not stop a second run within this
    # one, and closing any descriptor of the file drops it.
    if path in _held_here:
        raise RunLocked(_refusal(path))
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        _acquire(descriptor, path)
        try:
            _write_holder(path, command)
            yield
        finally:
            _held_here.discard(path)
            with suppress(OSError):
                _holder_path(path).unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def holder(data: Path) -> str:
    """Who said to hold the lock last, in words: process, host, command, since when."""
    try:
        told = json.loads(_holder_path(data.resolve() / "run.lock").read_text("utf-8"))
        return "process {pid} on {host} ({command}) since {since}".format(**told)
    except (OSError, ValueError, KeyError, TypeError):
        return "a process that has not said who it is yet"


def _acquire(descriptor: int, path: Path) -> None:
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        raise RunLocked(_refusal(path)) from error
    _held_here.add(path)


def _refusal(path: Path) -> str:
    return f"another run holds {path}: {holder(path.parent)}"


def _holder_path(path: Path) -> Path:
    return path.with_suffix(".holder.json")


def _write_holder(path: Path, command: str) -> None:
    told = {
        "pid": os.getpid(),
        "host": os.uname().nodename,
        "command": command or sys.argv[0],
        "since": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    with replacing(_holder_path(path), mode=0o640) as file:
        file.write(json.dumps(told).encode())
