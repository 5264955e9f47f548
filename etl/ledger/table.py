"""Reads a CSV table of the ledger into typed rows, telling every cell that is wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, get_type_hints

from etl.errors import SeedError
from etl.ledger.problem import Problem

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Placed(Generic[Row]):
    """A row and where it stands, such as `incsr-2014-per.csv:12`."""

    place: str
    row: Row


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """The rows of a file that could be read, and what is wrong with the others."""

    rows: tuple[Placed[Row], ...]
    problems: tuple[Problem, ...]


def read_table(path: Path, row_type: type[Row]) -> Table[Row]:
    """Read one file.

    Args:
        path: A UTF-8 CSV file whose columns are the fields of `row_type`, in order.
        row_type: A dataclass of `str`, `int`, `Decimal` and `Decimal | None` fields.

    Returns:
        Typed rows in the file's order, and one problem a cell that could not be read.

    Raises:
        SeedError: The file is no UTF-8 text or has other columns.
    """
    rows: list[Placed[Row]] = []
    problems: list[Problem] = []
    types = get_type_hints(row_type)
    for line, record in _records(path, [field.name for field in fields(row_type)]):
        place = f"{path.name}:{line}"
        values, wrong = _typed(record, types, place)
        problems += wrong
        if not wrong:
            rows.append(Placed(place, row_type(**values)))
    return Table(tuple(rows), tuple(problems))


def _records(path: Path, columns: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError(f"{path.name}: expected a UTF-8 table, found {error}") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    if list(reader.fieldnames or ()) != columns:
        raise SeedError(f"{path.name}:1: expected columns {columns}, found {reader.fieldnames}")
    for record in reader:
        yield reader.line_num, record


def _typed(
    record: dict[str, str], types: dict[str, object], place: str
) -> tuple[dict[str, object], list[Problem]]:
    if None in record or None in record.values():
        return {}, [_problem("bad_row", record, place, f"{len(types)} cells", "more or fewer")]
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for column, kind in types.items():
        try:
            values[column] = _value(record[column], kind)
        except (ValueError, InvalidOperation):
            found = repr(record[column])
            problems.append(_problem("bad_value", record, place, f"a number as {column}", found))
    return values, problems


def _value(text: str, kind: object) -> object:
    if kind is str:
        return text
    if kind is int:
        return int(text)
    if text == "" and kind is not Decimal:
        return None
    value = Decimal(text)
    if not value.is_finite():
        raise ValueError(text)
    return value


def _problem(code: str, record: dict[str, str], place: str, expected: str, found: str) -> Problem:
    return Problem("error", code, record.get("report_id"), place, expected, found)
