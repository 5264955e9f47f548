"""A person's decisions that a document is not to be loaded, whatever brought it in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from etl.errors import SeedError
from etl.ledger.problem import Problem
from etl.ledger.table import Placed, read_table
from etl.staging.decisions import faults, made

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Exclusion:
    """One row of `seeds/excluded_documents.csv`.

    Attributes:
        sha256: Of the document's bytes, as the archive names it.
        file_name: For people; nothing is found by it.
        reason: Why its facts do not belong in the warehouse.
        decided_on: Day of the decision.
    """

    sha256: str
    file_name: str
    reason: str
    decided_on: str


def read_exclusions(path: Path) -> dict[str, str]:
    """The reason by sha256 of each excluded document; none where there is no file.

    Raises:
        SeedError: With every row that is wrong: place, expected and found.
    """
    if not path.is_file():
        return {}
    table = read_table(path, Exclusion)
    counts = Counter(placed.row.sha256 for placed in table.rows)
    problems = [str(problem) for problem in table.problems]
    problems += [wrong for placed in table.rows for wrong in _wrong(placed, counts)]
    if problems:
        raise SeedError("\n".join(problems))
    return {placed.row.sha256: placed.row.reason for placed in table.rows}


def passed_over(name: str, reason: str) -> Problem:
    """What a run tells of a file that it passes over."""
    found = f"a decision against it: {reason}"
    return Problem("info", "excluded_document", None, name, "a document to load", found)


def _wrong(placed: Placed[Exclusion], counts: Mapping[str, int]) -> Iterator[str]:
    row = placed.row
    checks = (
        (bool(_SHA256.fullmatch(row.sha256)), "sha256", "64 hex digits in lower case"),
        (counts[row.sha256] == 1, "sha256", "each document once"),
        *made(row.reason, row.decided_on),
    )
    return faults(placed, checks)
