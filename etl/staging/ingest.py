"""From documents and ledger to staging: only what changed is read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from etl.ledger.files import Ledger, read_ledger
from etl.ledger.problem import Problem
from etl.ledger.verify import Check
from etl.staging.corrections import apply_corrections, read_corrections
from etl.staging.database import connect
from etl.staging.fingerprint import Versions
from etl.staging.inventory import Inventory, file_sha256
from etl.staging.load import replace_reports
from etl.staging.package import Packed, pack_document, pack_ledger
from etl.staging.reading import Input, Reading, read_all

BATCH = 50
"""Files whose reports are written in one transaction; a file is never split."""

Keep = Callable[[Input], str]
"""Puts a file into the archive and returns the sha256 of its bytes."""


@dataclass(slots=True)
class Ingested:
    """What an ingest did.

    Attributes:
        loaded: Reports whose rows were written anew.
        unchanged: Files that staging already holds as they are.
        removed: Reports that neither a document nor the ledger knows any more.
        refused: Files that could not be taken, by name.
        rows: Rows written.
        checks: The ledger's rows of the loaded reports, checked.
        problems: Everything that could not be taken as it was, refusals included.
        corrections_changed: Whether the decisions on facts changed.
    """

    loaded: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    rows: int = 0
    checks: list[Check] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    corrections_changed: bool = False

    @property
    def changed(self) -> bool:
        """Whether anything in staging is different now."""
        return bool(self.loaded or self.removed or self.corrections_changed)


@dataclass(frozen=True, slots=True)
class Plan:
    """What to ingest, and how.

    Attributes:
        inputs: Files to read.
        ledger: Folder of the ledger.
        corrections: File of decisions on facts.
        versions: Of extractor and lexicon.
        workers: Processes that read side by side.
        keep: Puts an accepted file into the archive, where there is one.
        stored: Finds a document in the archive by its sha256, where there is one.
        force: Whether to read and write everything anew.
    """

    inputs: Sequence[Input]
    ledger: Path
    corrections: Path
    versions: Versions
    workers: int = 1
    keep: Keep | None = None
    stored: Callable[[str], Path | None] = lambda _: None
    force: bool = False


def ingest(staging: Path, plan: Plan) -> Ingested:
    """Bring staging up to date with documents, ledger and corrections.

    Every report of the ledger is loaded, with its document or without. Reports whose
    document came in earlier stay, and are read again from the archive where ledger,
    extractor or lexicon changed.

    Args:
        staging: The staging file, migrated.
        plan: What to ingest.

    Raises:
        SeedError: The ledger or the corrections are faulty.
        StagingError: The staging file cannot be opened.
    """
    ledger = read_ledger(plan.ledger)
    corrections = read_corrections(plan.corrections)
    done = Ingested()
    with connect(staging) as connection:
        inventory = Inventory.take(connection, ledger, plan.versions)
        todo, present = _todo(plan, inventory, done)
        taken = inventory.files_of(present)
        for batch in _batches(read_all(todo, plan.workers)):
            packed = [one for reading in batch for one in _pack(reading, plan, ledger, taken, done)]
            _write(connection, packed, done)
        _load_ledger_only(connection, inventory, taken, done, force=plan.force)
        done.corrections_changed, stale = apply_corrections(connection, corrections)
        done.problems += stale
    return done


def _todo(plan: Plan, inventory: Inventory, done: Ingested) -> tuple[list[Input], set[str]]:
    """The files to read, and the hashes of those that need not be read.

    To read are new and changed files, and stored ones whose rows are outdated.
    """
    current = set() if plan.force else inventory.current_documents()
    seen: set[str] = set()
    todo: list[Input] = []
    for source in sorted(plan.inputs, key=lambda source: (source.called.name, str(source.path))):
        try:
            sha = file_sha256(source.path)
        except OSError as error:
            found = error.strerror or str(error)
            done.problems.append(
                Problem("error", "unreadable", None, source.called.name, "a file", found)
            )
            done.refused.append(source.called.name)
            continue
        if sha in current:
            done.unchanged.append(source.called.name)
        elif sha not in seen:
            todo.append(source)
        seen.add(sha)
    return todo + list(_outdated(plan, inventory, seen, done)), seen & current


def _outdated(plan: Plan, inventory: Inventory, seen: set[str], done: Ingested) -> Iterator[Input]:
    for sha, name in sorted(inventory.outdated_documents().items()):
        if sha in seen:
            continue
        path = plan.stored(sha)
        if path is not None:
            yield Input(path, name)
            continue
        expected = "the document in the archive, to read it again"
        done.problems.append(Problem("warning", "document_gone", None, name, expected, "none"))


def _pack(
    reading: Reading, plan: Plan, ledger: Ledger, taken: dict[str, str], done: Ingested
) -> list[Packed]:
    """The packages of one file; a refused one has none."""
    name = reading.source.called.name
    refusal = reading.refusal or _claimed(reading, taken) or _kept(reading, plan)
    if refusal is not None:
        done.refused.append(name)
        done.problems.append(refusal)
        return []
    for document, _ in reading.reports:
        taken[document.identity.report_id] = name
    return [
        pack_document(
            document, extraction, ledger.reports.get(document.identity.report_id), plan.versions
        )
        for document, extraction in reading.reports
    ]


def _claimed(reading: Reading, taken: dict[str, str]) -> Problem | None:
    """The refusal of a file that claims a report which another file is already."""
    for document, _ in reading.reports:
        report_id = document.identity.report_id
        if report_id in taken:
            place, found = reading.source.called.name, f"the same report in {taken[report_id]}"
            expected = f"one document of {report_id}"
            return Problem("error", "report_claimed_twice", report_id, place, expected, found)
    return None


def _kept(reading: Reading, plan: Plan) -> Problem | None:
    """Archive an accepted file; the refusal of one that changed while it was read."""
    if plan.keep is None or not reading.reports:
        return None
    found, expected = plan.keep(reading.source), reading.reports[0][0].sha256
    if found == expected:
        return None
    name = reading.source.called.name
    return Problem("error", "changed_while_read", None, name, f"sha256 {expected}", found)


def _load_ledger_only(
    connection: duckdb.DuckDBPyConnection,
    inventory: Inventory,
    taken: dict[str, str],
    done: Ingested,
    *,
    force: bool,
) -> None:
    """Load the ledger's reports without document; take out those that nothing knows."""
    documented = {name for name, held in inventory.held.items() if held.document} | taken.keys()
    alone = [
        pack_ledger(report, inventory.versions)
        for report_id, report in inventory.ledger.reports.items()
        if report_id not in documented and (force or not inventory.current(report_id, None))
    ]
    gone = inventory.held.keys() - documented - inventory.ledger.reports.keys()
    _write(connection, alone, done, gone=sorted(gone))


def _write(
    connection: duckdb.DuckDBPyConnection,
    packed: Sequence[Packed],
    done: Ingested,
    gone: Iterable[str] = (),
) -> None:
    done.removed += gone
    done.rows += replace_reports(connection, [one.package for one in packed], gone)
    for one in packed:
        done.loaded.append(one.package.report_id)
        done.checks += one.checks
        done.problems += one.problems


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    batch: list[Reading] = []
    for reading in readings:
        batch.append(reading)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
