"""Asks the gates in a process of its own, so that one may be asked while dbt builds."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from etl.quality.gate import run_gate
from etl.quality.results import GateReport

_LOOK_SECONDS = 0.2


class Gatekeeper:
    """One process that has loaded Great Expectations once and asks one gate after another."""

    def __init__(self, pool: ProcessPoolExecutor, root: Path, previous: Path) -> None:
        self._pool = pool
        self._root = root
        self._previous = previous

    def ask(self, gate: str, database: Path) -> Future[GateReport]:
        """Start asking a gate; the result is there when it is done.

        Args:
            gate: `staging` or `marts`.
            database: The file under test; until the answer nobody may write to it.
        """
        return self._pool.submit(run_gate, gate, database, root=self._root, previous=self._previous)


@contextmanager
def gatekeeper(root: Path, previous: Path) -> Iterator[Gatekeeper]:
    """A gatekeeper for the length of the block.

    Args:
        root: The project's folder.
        previous: The published file of the last release.
    """
    context = multiprocessing.get_context("spawn")
    parent = (os.getpid(),)
    with ProcessPoolExecutor(1, context, _leave_with_parent, parent) as pool:
        yield Gatekeeper(pool, root, previous)


def _leave_with_parent(parent: int) -> None:
    """End this process soon after its parent, which may be killed, is gone.

    Otherwise it would hold the staging file against the next run. The parent may be gone
    before we get here: so it tells its number, and we do not ask for ours.
    """
    if os.getppid() != parent:
        os._exit(1)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOK_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
