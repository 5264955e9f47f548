"""Reports whose document its source no longer lists: marked, never deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.sources.provenance import WITHDRAWN

if TYPE_CHECKING:
    import duckdb

    from etl.sources.archive import Archive

_MARK = """
UPDATE staging.reports SET status = ? WHERE document_sha256 IN (SELECT unnest(?::VARCHAR[]))
AND status <> ? RETURNING report_id
"""


def withdrawn_documents(archive: Archive) -> frozenset[str]:
    """Digests that every origin which had them last has withdrawn."""
    current = archive.current()
    gone = {event.sha256 for event in current if event.state == WITHDRAWN}
    return frozenset(gone - {event.sha256 for event in current if event.state != WITHDRAWN})


def mark_withdrawn(
    connection: duckdb.DuckDBPyConnection, archive: Archive
) -> tuple[list[str], list[str]]:
    """Bring `staging.reports.status` in line with the archive.

    Args:
        connection: On the staging file, with its tables at head.
        archive: Whose index says what is listed.

    Returns:
        Reports newly marked `withdrawn`, and reports that are `active` again; sorted.
    """
    gone = withdrawn_documents(archive)
    back = sorted({event.sha256 for event in archive.current()} - gone)
    return (_mark(connection, "withdrawn", sorted(gone)), _mark(connection, "active", back))


def _mark(connection: duckdb.DuckDBPyConnection, status: str, digests: list[str]) -> list[str]:
    rows = connection.execute(_MARK, [status, digests, status]).fetchall() if digests else []
    return sorted(str(row[0]) for row in rows)
