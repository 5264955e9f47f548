"""Ingesting the invented chapter: plans, and what staging holds afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from etl.operations.withdrawal import withdrawn_documents
from etl.sources.archive import Archive
from etl.sources.desk import lay_out
from etl.staging.database import connect
from etl.staging.ingest import Ingested, Plan
from etl.staging.reading import Input

REPORT = "incsr-2020-ata"
MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def with_files(plan: Plan, inbox: Path) -> Plan:
    return replace(plan, inputs=[Input(path) for path in sorted(inbox.glob("*.*"))])


def kept(plan: Plan, archive: Archive) -> Plan:
    """The plan with an archive that keeps what is accepted and finds it again."""

    def keep(source: Input) -> str:
        origin = f"desk:{source.called.name}"
        return archive.put(source.path.read_bytes(), origin=origin, seen_at=MOMENT)

    return replace(plan, keep=keep, stored=archive.path)


def from_archive(plan: Plan, archive: Archive, desk: Path) -> Plan:
    inputs = [Input(one.path, str(one.called)) for one in lay_out(archive, desk)]
    return replace(plan, inputs=inputs, withdrawn=withdrawn_documents(archive))


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with connect(path, read_only=True) as connection:
        return connection.execute(query).fetchall()


def ledger_states(path: Path) -> list[tuple[object, ...]]:
    query = "SELECT number_text, verification, quote IS NOT NULL FROM staging.observations "
    return rows(path, query + "WHERE origin = 'ledger' ORDER BY number_text")


def codes(done: Ingested) -> set[str]:
    return {problem.code for problem in done.problems if problem.severity == "error"}
