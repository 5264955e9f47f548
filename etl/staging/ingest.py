"""From documents and ledger to staging: only what changed is read and written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from etl.ledger.files import Ledger, read_ledger
from etl.ledger.problem import Problem
from etl.staging.corrections import apply_corrections, read_corrections
from etl.staging.database import connect
from etl.staging.inventory import Inventory
from etl.staging.load import ROWS_AT_FAULT, replace_reports
from etl.staging.package import Packed, pack_document, pack_ledger
from etl.staging.plan import Ingested, Plan
from etl.staging.reading import Input, Reading, read_all
from etl.staging.refusals import CLAIMED, Key, Refusals, remember
from etl.staging.withdrawal import set_status
from etl.staging.worklist import make_worklist

__all__ = ["Ingested", "Plan", "ingest"]

BATCH = 50
"""Files whose reports are written in one transaction; a file is never split."""


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
            excluded=plan.excluded,
            force=plan.force,
        )
        done.unchanged, done.still_refused = work.unchanged, work.still_refused
        done.excluded = work.excluded
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
            claimed = self._claimed(reading)
            refusal = self._refusal(reading, claimed)
            if refusal is None:
                packed += self._pack(reading)
                accepted.append(reading.source.called.name)
            elif not reading.source.again or refusal.code != CLAIMED:
                refused.append((keys[reading.source], refusal))
            self._tell(reading, refusal, claimed)
        self._write(packed)
        remember(self.connection, refused, accepted, self.plan.versions)

    def _claimed(self, reading: Reading) -> list[Problem]:
        """One problem a report of the file that another file, or it itself, is already."""
        name, taken = reading.source.called.name, dict(self.taken)
        problems: list[Problem] = []
        for document, _ in reading.reports:
            one = document.identity.report_id
            if one in taken:
                expected, found = f"one file of {one}", f"it in {taken[one]}"
                problems.append(Problem("error", CLAIMED, one, name, expected, found))
            taken[one] = name
        return problems

    def _refusal(self, reading: Reading, claimed: list[Problem]) -> Problem | None:
        """Why nothing of a file can be taken: as read, for other files, or not archived."""
        if reading.refusal is not None:
            return reading.refusal
        if len(claimed) == len(reading.reports):
            return claimed[0]
        keep, expected = self.plan.keep, reading.reports[0][0].sha256
        found = expected if keep is None or reading.source.again else keep(reading.source)
        if found == expected:
            return None
        name = reading.source.called.name
        return Problem("error", "changed_while_read", None, name, f"sha256 {expected}", found)

    def _tell(self, reading: Reading, refusal: Problem | None, claimed: list[Problem]) -> None:
        """Note what was refused; what gives way to another file of its report is no news."""
        gives_way = reading.source.again or self._is_withdrawn(reading)
        if refusal is not None and not (refusal.code == CLAIMED and gives_way):
            self.done.refused.append(reading.source.called.name)
            self.done.problems.append(refusal)
        if refusal is None and not gives_way:
            self.done.problems += claimed

    def _is_withdrawn(self, reading: Reading) -> bool:
        shas = {document.sha256 for document, _ in reading.reports}
        return bool(shas) and shas <= self.plan.withdrawn

    def _pack(self, reading: Reading) -> Iterator[Packed]:
        """The packages of the file's reports that no other file is."""
        ledger, versions = self.inventory.ledger.reports, self.plan.versions
        for document, extraction in reading.reports:
            report_id = document.identity.report_id
            if report_id in self.taken:
                continue
            self.taken[report_id] = reading.source.called.name
            try:
                yield pack_document(document, extraction, ledger.get(report_id), versions)
            except Exception as error:  # noqa: BLE001 - no document may stop the others
                self._refuse_rows(report_id, error)

    def _load_ledger_only(self) -> None:
        """Load the ledger's reports without document; take out those that nothing knows."""
        inventory, ledger = self.inventory, self.inventory.ledger.reports
        documented = {
            name
            for name, held in inventory.held.items()
            if held.document and held.document not in self.plan.excluded
        }
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
        """Write reports together; where that fails, one by one without those at fault."""
        try:
            self._replace(packed, gone)
        except ROWS_AT_FAULT as error:
            if len(packed) == 1:
                self._refuse_rows(packed[0].package.report_id, error)
                return
            for one in packed:
                self._write([one], gone)

    def _replace(self, packed: Sequence[Packed], gone: Sequence[str]) -> None:
        packages = [one.package for one in packed]
        self.done.rows += replace_reports(self.connection, packages, gone)
        for one in packed:
            self.done.loaded.append(one.package.report_id)
            self.done.checks += one.checks
            self.done.problems += one.problems

    def _refuse_rows(self, report_id: str, error: Exception) -> None:
        """Note a report whose rows cannot be made or written; staging keeps what it had."""
        name = self.taken.pop(report_id, report_id)
        found = f"{type(error).__name__}: {error}"[:500]
        expected = "rows that staging can hold"
        self.done.refused.append(name)
        self.done.problems.append(
            Problem("error", "rows_refused", report_id, name, expected, found)
        )


def _batches(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    batch: list[Reading] = []
    for reading in readings:
        batch.append(reading)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
