"""What an ingest is asked to do, and what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from etl.ledger.problem import Problem
from etl.ledger.verify import Check
from etl.staging.fingerprint import Versions
from etl.staging.reading import Input
from etl.staging.worklist import Stored

Keep = Callable[[Input], str]
"""Puts a file into the archive and returns the sha256 of its bytes."""


@dataclass(slots=True)
class Ingested:
    """What an ingest did.

    Attributes:
        loaded: Reports whose rows were written anew.
        unchanged: Files that staging already holds as they are.
        removed: Reports that neither a document nor the ledger knows any more.
        refused: Files that could not be taken now, by name.
        still_refused: Files that could not be taken earlier and are the same since.
        excluded: Files that a person decided against.
        rows: Rows written.
        checks: The ledger's rows of the loaded reports, checked.
        problems: Everything that could not be taken as it was, new refusals included.
        status_changed: Reports that were withdrawn from their source, or came back.
        corrections_changed: Whether the decisions on facts changed.
    """

    loaded: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    still_refused: list[Problem] = field(default_factory=list)
    excluded: list[Problem] = field(default_factory=list)
    rows: int = 0
    checks: list[Check] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    status_changed: list[str] = field(default_factory=list)
    corrections_changed: bool = False

    @property
    def changed(self) -> bool:
        """Whether any row in staging is different now."""
        moved = self.loaded or self.removed or self.status_changed
        return bool(moved or self.corrections_changed)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ingest, and how.

    Attributes:
        inputs: Files to read; where two are the same report, the first one counts.
        ledger: Folder of the ledger.
        corrections: File of decisions on facts.
        versions: Of extractor and lexicon.
        workers: Processes that read side by side.
        keep: Puts an accepted file into the archive, where there is one.
        stored: Finds a document in the archive by its sha256, where there is one.
        withdrawn: sha256 of documents that their source no longer lists.
        excluded: Reason by sha256 of documents that are not to be loaded.
        force: Whether to read and write everything anew.
    """

    inputs: Sequence[Input]
    ledger: Path
    corrections: Path
    versions: Versions
    workers: int = 1
    keep: Keep | None = None
    stored: Stored = lambda _: None
    withdrawn: frozenset[str] = frozenset()
    excluded: Mapping[str, str] = field(default_factory=dict)
    force: bool = False
