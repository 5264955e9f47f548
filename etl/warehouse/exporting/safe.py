"""Text that a spreadsheet would run as a formula is kept from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from etl.quality.sql import identifier

if TYPE_CHECKING:
    from etl.warehouse.catalog import Table

# Signed numbers start with + or - and are harmless.
RISKY = r"^[=+\-@\t\r]"
_PLAIN_NUMBER = r"^[+-]?[0-9][0-9.,]*$"
_RISKY = re.compile(RISKY)
_NUMBER = re.compile(_PLAIN_NUMBER)


def safe_text(text: str) -> str:
    """`text`, with an apostrophe before it where a spreadsheet would run it."""
    return f"'{text}" if _RISKY.match(text) and not _NUMBER.match(text) else text


def safe_columns(table: Table) -> str:
    """A `SELECT` list in which every text column is made safe; numbers stay as they are."""
    return ", ".join(
        _safe_column(name) if kind == "VARCHAR" else identifier(name)
        for name, kind in table.columns
    )


def _safe_column(name: str) -> str:
    column = identifier(name)
    return (
        f"CASE WHEN regexp_matches({column}, '{RISKY}') "
        f"AND NOT regexp_matches({column}, '{_PLAIN_NUMBER}') "
        f"THEN '''' || {column} ELSE {column} END AS {column}"
    )
