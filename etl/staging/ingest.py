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
from etl.staging.inventory import Inventory
from etl.staging.load import replace_reports
from etl.staging.package import Packed, pack_document, pack_ledger
from etl.staging.reading import Input, Reading, read_all
from etl.staging.refusals import CLAIMED, Key, Refusals, remember
from etl.staging.withdrawal import set_status
from etl.staging.worklist import Stored, make_worklist

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
        refused: Files that could not be taken now, by name.
        still_refused: Files that could not be taken earlier and are the same since.
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
    with connect(staging) as connection:
        done = _Ingest(connection, plan, ledger).run()
        done.status_changed = set_status(connection, plan.withdrawn)
        done.corrections_changed, stale = apply_corrections(connection, corrections)
        done.problems += stale
    return done


class _Ingest:
    """One ingest under way."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, plan: Plan, ledger: Ledger) -> None:
        self.connection = connection
        self.plan = plan
        self.inventory = Inventory.take(connection, ledger, plan.versions)
        self.done = Ingested()
        self.taken: dict[str, str] = {}

    def run(self) -> Ingested:
        """Read what has to be read, and write what changed."""
        plan, done = self.plan, self.done
        refusals = Refusals.take(self.connection, plan.versions)
        work = make_worklist(
            plan.inputs,
            self.inventory,
            refusals,
            plan.stored,
            withdrawn=plan.withdrawn,
            force=plan.force,
        )
        done.unchanged, done.still_refused = work.unchanged, work.still_refused
        done.problems += work.unreadable + work.gone
        done.refused += [problem.place for problem in work.unreadable]
        self.taken = work.taken
        keys = dict(work.todo)
        for batch in _batches(read_all(list(keys), plan.workers)):
            self._load(batch, keys)
        self._load_ledger_only()
        return done

    def _load(self, batch: list[Reading], keys: dict[Input, Key]) -> None:
        """Write the reports of some files, and why the others were refused."""
        packed: list[Packed] = []
        accepted: list[str] = []
        refused: list[tuple[Key, Problem]] = []
        for reading in batch:
            refusal = self._refusal(reading)
            if refusal is None:
                packed += self._pack(reading)
                accepted.append(reading.source.called.name)
            elif not reading.source.again or refusal.code != CLAIMED:
                refused.append((keys[reading.source], refusal))
                self._tell(reading, refusal)
        self._write(packed)
        remember(self.connection, refused, accepted, self.plan.versions)

    def _tell(self, reading: Reading, refusal: Problem) -> None:
        """Note a refusal, unless a withdrawn document gives way to another of its report."""
        shas = {document.sha256 for document, _ in reading.reports}
        if refusal.code != CLAIMED or not shas <= self.plan.withdrawn:
            self.done.refused.append(reading.source.called.name)
            self.done.problems.append(refusal)

    def _pack(self, reading: Reading) -> list[Packed]:
        ledger = self.inventory.ledger.reports
        for document, _ in reading.reports:
            self.taken[document.identity.report_id] = reading.source.called.name
        return [
            pack_document(d, extraction, ledger.get(d.identity.report_id), self.plan.versions)
            for d, extraction in reading.reports
        ]

    def _refusal(self, reading: Reading) -> Problem | None:
        """Why a file cannot be taken: as read, for another file, or on its way to the archive."""
        if reading.refusal is not None:
            return reading.refusal
        name = reading.source.called.name
        for document, _ in reading.reports:
            report_id = document.identity.report_id
            if report_id in self.taken:
                found = f"the same report in {self.taken[report_id]}"
                return Problem("error", CLAIMED, report_id, name, f"one file of {report_id}", found)
        keep, expected = self.plan.keep, reading.reports[0][0].sha256
        found = expected if keep is None or reading.source.again else keep(reading.source)
        if found == expected:
            return None
        return Problem("error", "changed_while_read", None, name, f"sha256 {expected}", found)

    def _load_ledger_only(self) -> None:
        """Load the ledger's reports without document; take out those that nothing knows."""
        inventory, ledger = self.inventory, self.inventory.ledger.reports
        documented = {name for name, held in inventory.held.items() if held.document}
        documented |= self.taken.keys()
        alone = [
            pack_ledger(report, inventory.versions)
            for report_id, report in ledger.items()
            if report_id not in documented
            and (self.plan.force or not inventory.current(report_id, None))
        ]
        gone = sorted(inventory.held.keys() - documented - ledger.keys())
        self.done.removed += gone
        self._write(alone, gone)

    def _write(self, packed: Sequence[Packed], gone: Sequence[str] = ()) -> None:
        packages = [one.package for one in packed]
        self.done.rows += replace_reports(self.connection, packages, gone)
        for one in packed:
            self.done.loaded.append(one.package.report_id)
            self.done.checks += one.checks
            self.done.problems += one.problems


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    batch: list[Reading] = []
    for reading in readings:
        batch.append(reading)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
