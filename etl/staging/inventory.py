"""What staging holds already, and which of it is still what its inputs would give."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.ledger.files import Ledger
from etl.staging.fingerprint import Versions, fingerprint


@dataclass(frozen=True, slots=True)
class Held:
    """A report that staging holds.

    Attributes:
        document: sha256 of its document's bytes; None where it came from the ledger.
        file_name: Of its document; empty where it came from the ledger.
    """

    report_id: str
    document: str | None
    file_name: str
    fingerprint: str
    status: str


@dataclass(frozen=True)
class Inventory:
    """All reports of staging, to be compared with what they would be now."""

    held: dict[str, Held]
    ledger: Ledger
    versions: Versions

    @classmethod
    def take(
        cls, connection: duckdb.DuckDBPyConnection, ledger: Ledger, versions: Versions
    ) -> Inventory:
        """Read what staging holds."""
        rows = connection.execute(
            "SELECT r.report_id, r.document_sha256, coalesce(d.file_name, ''), r.fingerprint, "
            "r.status FROM staging.reports AS r LEFT JOIN staging.documents AS d "
            "ON d.report_id = r.report_id ORDER BY r.report_id"
        ).fetchall()
        return cls({row[0]: Held(*row) for row in rows}, ledger, versions)

    def current(self, report_id: str, document: str | None) -> bool:
        """Whether staging's rows of a report are those of this document and its ledger."""
        known = self.ledger.reports.get(report_id)
        wanted = fingerprint(document, known.sha256 if known else None, self.versions)
        held = self.held.get(report_id)
        return held is not None and held.fingerprint == wanted

    def current_documents(self) -> set[str]:
        """Hashes of the documents all of whose reports are current."""
        by_document: dict[str, list[bool]] = defaultdict(list)
        for report_id, held in self.held.items():
            if held.document:
                by_document[held.document].append(self.current(report_id, held.document))
        return {sha for sha, all_current in by_document.items() if all(all_current)}

    def outdated_documents(self) -> dict[str, str]:
        """Hash and file name of each document of which a report is not current."""
        current = self.current_documents()
        return {
            held.document: held.file_name
            for held in self.held.values()
            if held.document and held.document not in current
        }

    def files_of(self, documents: set[str]) -> dict[str, str]:
        """File name by report of the reports that were read from these documents."""
        return {
            held.report_id: held.file_name
            for held in self.held.values()
            if held.document in documents
        }


def file_sha256(path: Path) -> str:
    """Hex digest of a file's bytes, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
