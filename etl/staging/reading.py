"""Reads documents and extracts their facts, in parallel processes, in a fixed order."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from etl.documents import read
from etl.documents.model import Document
from etl.errors import DocumentRefused, SeedError
from etl.extract.results import Extraction
from etl.ledger.problem import Problem

_FEW = 4
"""Text files up to this many are read at once here: a process takes longer to start."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read.

    Attributes:
        path: Where its bytes lie.
        name: What it is called, where that is not `path`'s own name (an archive).
        again: Whether it came in earlier and is read again for its rows' sake.
    """

    path: Path
    name: str = ""
    again: bool = False

    @property
    def called(self) -> Path:
        """The path under which it is read: its folder may hold a sidecar."""
        return self.path.parent / self.name if self.name else self.path


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file: its reports, or why it was refused."""

    source: Input
    reports: tuple[tuple[Document, Extraction], ...]
    refusal: Problem | None


def read_one(source: Input) -> Reading:
    """Read one file and extract its facts; whatever is wrong with it becomes a refusal.

    Raises:
        SeedError: A table of the project is wrong, which no document is to blame for.
    """
    from etl.extract.pipeline import extract  # noqa: PLC0415 - 0.2 s, of no use without news

    try:
        documents = read(source.called, data=source.path.read_bytes())
        return Reading(source, tuple((d, extract(d)) for d in documents), None)
    except DocumentRefused as error:
        return _refused(source, error.code, error.expected, error.found, error.where)
    except SeedError:
        raise
    except Exception as error:  # noqa: BLE001 - no document may stop the others
        found = f"{type(error).__name__}: {error}"[:500]
        return _refused(source, "failed_to_read", "a readable report", found, source.called.name)


def read_all(sources: Sequence[Input], workers: int) -> Iterator[Reading]:
    """Read many files in parallel processes.

    Args:
        sources: The files.
        workers: How many processes.

    Yields:
        One reading a file, in the order of `sources`, whatever finished first. A file
        that takes its process down is refused; the others go on.
    """
    texts = all(source.called.suffix == ".txt" for source in sources)
    if workers <= 1 or (texts and len(sources) <= _FEW):
        yield from map(read_one, sources)
        return
    done = 0
    try:
        with _pool(workers) as pool:
            for reading in pool.map(read_one, sources, chunksize=2):
                done += 1
                yield reading
    except BrokenProcessPool:
        yield from map(_read_apart, sources[done:])


def _read_apart(source: Input) -> Reading:
    """Read one file in a process of its own, which it may take down."""
    try:
        with _pool(1) as pool:
            return pool.submit(read_one, source).result()
    except BrokenProcessPool:
        found = "its reader's process died"
        return _refused(source, "reader_died", "a readable report", found, source.called.name)


def _pool(workers: int) -> ProcessPoolExecutor:
    """Processes that start from a clean server, free of this one's open databases."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__, "etl.extract.pipeline"])
    return ProcessPoolExecutor(workers, mp_context=context)


def _refused(source: Input, code: str, expected: str, found: str, where: str) -> Reading:
    name = source.called.name
    place = where if name in where else f"{name}, {where}"
    return Reading(source, (), Problem("error", code, None, place, expected, found))
