"""A release: what its content is called, and the manifest that stands beside it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from etl.errors import PublishFailed
from etl.warehouse.catalog import has_table, tables
from etl.warehouse.checksum import TableSum, combined, table_sum

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

MANIFEST = "manifest.json"
ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Contents:
    """What a built warehouse holds, apart from what tells of runs.

    Attributes:
        release_id: Hash of content and inputs: the same from the same inputs.
        sums: Rows and checksum of each table.
        facts: Rows of `marts.fct_observations`.
    """

    release_id: str
    content_sha256: str
    inputs_fingerprint: str
    sums: tuple[TableSum, ...]
    facts: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands beside a release's file.

    Attributes:
        sequence: 1 for the first release of this data folder, then one more each.
        created_at: When it was made, UTC, ISO 8601.
        previous_release_id: The release that was published before it.
        versions: Package, extractor, lexicon, schema and library versions.
        gates: By gate, how many expectations held and which failed.
        file: Name, bytes and SHA-256 of the database file.
        withdrawn: When it was rolled back; None while it stands.
    """

    release_id: str
    sequence: int
    created_at: str
    run_id: str
    previous_release_id: str | None
    content_sha256: str
    inputs_fingerprint: str
    facts: int
    tables: list[dict[str, Any]]
    versions: dict[str, str]
    gates: dict[str, Any]
    file: dict[str, Any] = field(default_factory=dict)
    withdrawn: str | None = None

    def write(self, folder: Path) -> None:
        """Write `manifest.json` into a release's folder."""
        body = json.dumps(asdict(self), indent=2, sort_keys=True, ensure_ascii=False)
        beside = folder / f".{MANIFEST}"
        beside.write_text(body + "\n", encoding="utf-8")
        beside.chmod(0o644)
        beside.replace(folder / MANIFEST)

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read a release's manifest.

        Raises:
            PublishFailed: There is none, or it is no manifest.
        """
        path = folder / MANIFEST
        try:
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise PublishFailed(f"{path}: expected a release's manifest: {error}") from error


def contents(connection: duckdb.DuckDBPyConnection, inputs_fingerprint: str) -> Contents:
    """Sum up the warehouse that `connection` is open on.

    Args:
        connection: Open on a build or a published file.
        inputs_fingerprint: Hash of all that it was made from.

    Raises:
        PublishFailed: It has no `marts.fct_observations`: this is no warehouse.
    """
    if not has_table(connection, "marts", "fct_observations"):
        raise PublishFailed("expected a built warehouse with marts.fct_observations, found none")
    sums = tuple(
        table_sum(connection, table.full_name, table.address, [name for name, _ in table.columns])
        for table in tables(connection)
        if not table.tells_of_runs
    )
    content = combined(sums)
    return Contents(
        release_id=combined(sums, inputs_fingerprint)[:ID_LENGTH],
        content_sha256=content,
        inputs_fingerprint=inputs_fingerprint,
        sums=sums,
        facts=next(one.rows for one in sums if one.table == "marts.fct_observations"),
    )
