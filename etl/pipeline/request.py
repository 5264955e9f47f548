"""What a run is asked to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Request:
    """One run's orders.

    Attributes:
        command: The verb, for the lock and the run log.
        documents: Files to take in beside what the archive holds.
        fetch: Whether to visit the sources that are turned on.
        publish: Whether to build, ask the gates and publish after the load.
        force: Whether to read and build everything anew although nothing changed.
        rebuild: Whether to make the staging file anew from the archive alone.
    """

    command: str
    documents: tuple[Path, ...] = ()
    fetch: bool = False
    publish: bool = True
    force: bool = False
    rebuild: bool = False
