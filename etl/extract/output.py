"""Facts written out in the codebook's columns: CSV, JSON, Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from etl.errors import UsageError
from etl.extract.model import Fact

COLUMNS = (
    "report_id",
    "start",
    "end",
    "text",
    "kind",
    "indicator",
    "substance",
    "ref_area",
    "value",
    "value_high",
    "unit",
    "qualifier",
    "status",
    "time_period",
    "time_basis",
    "estimator",
    "rule_id",
)
FORMATS = ("csv", "json", "parquet")


def plain(value: Decimal | None) -> str:
    """A number in digits, without an exponent or trailing zeros; empty for None."""
    if value is None:
        return ""
    written = format(value, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def fact_row(fact: Fact) -> dict[str, str]:
    """One fact in the codebook's columns, all as text."""
    row = {column: str(getattr(fact, column)) for column in COLUMNS}
    return row | {"value": plain(fact.value), "value_high": plain(fact.value_high)}


def write_facts(facts: Iterable[Fact], path: Path, format_: str = "csv") -> int:
    """Write facts to `path`, ordered by report and place.

    Args:
        facts: Of one or several reports.
        path: File to write; an existing one is replaced.
        format_: `csv`, `json` (a list of objects) or `parquet`.

    Returns:
        How many rows were written.

    Raises:
        UsageError: Unknown format.
    """
    writers = {"csv": _write_csv, "json": _write_json, "parquet": _write_parquet}
    if format_ not in writers:
        raise UsageError(f"format {format_!r} is not one of {', '.join(FORMATS)}")
    ordered = sorted(facts, key=lambda fact: (fact.report_id, fact.start, fact.end))
    rows = [fact_row(fact) for fact in ordered]
    writers[format_](rows, path)
    return len(rows)


def _write_csv(rows: list[dict[str, str]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write_json(rows: list[dict[str, str]], path: Path) -> None:
    typed = [row | {"start": int(row["start"]), "end": int(row["end"])} for row in rows]
    path.write_text(json.dumps(typed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_parquet(rows: list[dict[str, str]], path: Path) -> None:
    import pyarrow as pa  # noqa: PLC0415 - a third of a second that only this format pays
    import pyarrow.parquet as pq  # noqa: PLC0415

    columns: dict[str, pa.Array] = {}
    for name in COLUMNS:
        cells = [row[name] for row in rows]
        if name in {"start", "end"}:
            columns[name] = pa.array([int(cell) for cell in cells], pa.int64())
        elif name in {"value", "value_high"}:
            numbers = [Decimal(cell) if cell else None for cell in cells]
            columns[name] = pa.array(numbers, pa.decimal128(38, 8))
        else:
            columns[name] = pa.array(cells, pa.string())
    pq.write_table(pa.table(columns), path)
