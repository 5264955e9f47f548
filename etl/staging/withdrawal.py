"""Documents that their source no longer lists: marked, never deleted."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import duckdb

from etl.staging.database import transaction
from etl.staging.literals import update


def set_status(connection: duckdb.DuckDBPyConnection, withdrawn: AbstractSet[str]) -> list[str]:
    """Mark the reports whose document is withdrawn, and those that came back `active`.

    Args:
        connection: Open on the staging file, for writing.
        withdrawn: sha256 of the documents that no source lists any more.

    Returns:
        The reports whose status changed; nothing is written where there are none.
    """
    rows = connection.execute(
        "SELECT report_id, document_sha256, status FROM staging.reports ORDER BY report_id"
    ).fetchall()
    wanted = {name: "withdrawn" if sha in withdrawn else "active" for name, sha, _ in rows}
    changed = [name for name, _, status in rows if wanted[name] != status]
    if changed:
        with transaction(connection):
            for name in changed:
                status = {"status": wanted[name]}
                connection.execute(update("staging.reports", status, {"report_id": name}))
    return changed
