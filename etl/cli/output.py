"""How every verb speaks: text for people by default, JSON with `--json`."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")]


def plain(value: Any) -> Any:
    """`value` as JSON types: dataclasses to objects, decimals and paths to text or numbers."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Decimal | float):
        return int(value) if value % 1 == 0 else float(value)
    if isinstance(value, datetime | date | Path):
        return str(value)
    if isinstance(value, Sequence | set | frozenset) and not isinstance(value, str | bytes):
        return [plain(item) for item in value]
    return value


def emit(result: Any, text: str, *, as_json: bool) -> None:
    """Print `result` as JSON, or `text` for people."""
    print(json.dumps(plain(result), indent=1, ensure_ascii=False) if as_json else text)  # noqa: T201


def complain(message: str) -> None:
    """Print to standard error, where it does not mix with a result."""
    print(message, file=sys.stderr)  # noqa: T201


def table(headers: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Columns aligned with spaces; numbers to the right.

    Args:
        headers: One title a column.
        rows: Cells in the order of the titles; None is printed empty.
    """
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    columns = list(zip(headers, *cells, strict=True))
    widths = [max(map(len, column)) for column in columns]
    first = rows[0] if rows else headers
    right = [isinstance(cell, int | float | Decimal) for cell in first]

    def line(row: Sequence[str]) -> str:
        return "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, right, strict=True)
        ).rstrip()

    return "\n".join([line(list(headers)), line(["-" * w for w in widths]), *map(line, cells)])
