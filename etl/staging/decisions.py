"""What every person's decision in a table must hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from etl.ledger.table import Placed, Row

_DAY = re.compile(r"20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")

Check = tuple[bool, str, str]
"""Whether a cell is good, its column, and what was expected in it."""


def made(reason: str, decided_on: str) -> tuple[Check, Check]:
    """The checks of every decision: it has a reason and a day."""
    return (
        (bool(_DAY.fullmatch(decided_on)), "decided_on", "a day such as 2026-01-31"),
        (bool(reason.strip()), "reason", "a reason"),
    )


def faults(placed: Placed[Row], checks: Iterable[Check]) -> Iterator[str]:
    """What is wrong with a row: its place, what was expected and what was found."""
    for good, column, expected in checks:
        if not good:
            found = getattr(placed.row, column)
            yield f"{placed.place}: expected {expected} as {column}, found {found!r}"
