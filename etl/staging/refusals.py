"""Files that could not be taken, kept in mind so that they are not read again each night."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from etl.documents.identity.sidecar import path_of
from etl.ledger.problem import Problem
from etl.staging.fingerprint import Versions
from etl.staging.literals import Value, insert, literals
from etl.staging.reading import Input

CLAIMED = "report_claimed_twice"
_PASSING = frozenset({"unreadable", "changed_while_read", "reader_died"})
"""Reasons that may be gone the next time: such files are read again."""

Key = tuple[str, str]
"""Hash of a file and its sidecar, and the file's name."""


@dataclass(frozen=True, slots=True)
class Refusals:
    """The refusals that these versions of extractor and lexicon would repeat, by key."""

    by_key: dict[Key, Problem]

    @classmethod
    def take(cls, connection: duckdb.DuckDBPyConnection, versions: Versions) -> Refusals:
        """Read what staging holds."""
        rows = connection.execute(
            "SELECT input_sha256, file_name, report_id, code, expected, found, "
            "extractor_version, lexicon_version FROM staging.refusals"
        ).fetchall()
        return cls(
            {
                (row[0], row[1]): Problem("error", row[3], row[2], row[1], row[4], row[5])
                for row in rows
                if Versions(row[6], row[7]) == versions
            }
        )

    def still(self, key: Key, taken: Iterable[str]) -> Problem | None:
        """The refusal of a file that would be refused again, or None.

        Args:
            key: The file's.
            taken: Reports that another file of this ingest is.
        """
        problem = self.by_key.get(key)
        if problem is not None and problem.code == CLAIMED and problem.report_id not in set(taken):
            return None
        return problem


def key_of(source: Input, sha256: str) -> Key:
    """What a file's refusal is kept under.

    Args:
        source: The file.
        sha256: Hash of its bytes.
    """
    sidecar = path_of(source.called)
    beside = _bytes(sidecar) if sidecar.is_file() else b""
    return hashlib.sha256(sha256.encode() + beside).hexdigest(), source.called.name


def remember(
    connection: duckdb.DuckDBPyConnection,
    refused: Iterable[tuple[Key, Problem]],
    accepted: Iterable[str],
    versions: Versions,
) -> None:
    """Write new refusals, and drop those of files that are accepted now.

    Args:
        connection: Open on the staging file, for writing.
        refused: Refusals of this ingest.
        accepted: Names of the files that it took.
        versions: Of extractor and lexicon.
    """
    kept = [(key, problem) for key, problem in refused if problem.code not in _PASSING]
    names = sorted({*accepted, *(key[1] for key, _ in kept)})
    if names:
        connection.execute(f"DELETE FROM staging.refusals WHERE file_name IN {literals(names)}")  # noqa: S608 - quoted
    if kept:
        rows = {key: _row(key, problem, versions) for key, problem in kept}
        connection.execute(insert("staging.refusals", rows.values()))


def _row(key: Key, problem: Problem, versions: Versions) -> dict[str, Value]:
    return {
        "input_sha256": key[0],
        "file_name": key[1],
        "report_id": problem.report_id,
        "code": problem.code,
        "expected": problem.expected,
        "found": problem.found,
        "extractor_version": versions.extractor,
        "lexicon_version": versions.lexicon,
    }


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b"unreadable"
