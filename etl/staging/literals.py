"""Statements with their values written in, for where parameters cost too much.

DuckDB imports pandas as soon as a parameter is bound, which takes longer than a whole
night without news may.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

Value = str | int | datetime | None


def literal(value: Value) -> str:
    """One value as SQL; what UTF-8 or SQL text cannot hold is written as an escape."""
    if value is None:
        return "NULL"
    if isinstance(value, datetime):
        return f"TIMESTAMP '{value.isoformat(sep=' ')}'"
    if isinstance(value, int):
        return str(int(value))
    storable = value.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", r"\x00")
    return "'" + storable.replace("'", "''") + "'"


def literals(values: Iterable[Value]) -> str:
    """Several values, in brackets."""
    return "(" + ", ".join(literal(value) for value in values) + ")"


def insert(table: str, rows: Iterable[Mapping[str, Value]]) -> str:
    """An INSERT of rows that all have the same columns."""
    listed = list(rows)
    columns, cells = ", ".join(listed[0]), ", ".join(literals(row.values()) for row in listed)
    return f"INSERT INTO {table} ({columns}) VALUES {cells}"  # noqa: S608 - every value is quoted


def update(table: str, cells: Mapping[str, Value], where: Mapping[str, Value]) -> str:
    """An UPDATE of the rows in which all columns of `where` have these values."""
    changes = ", ".join(f"{column} = {literal(value)}" for column, value in cells.items())
    tests = " AND ".join(f"{column} = {literal(value)}" for column, value in where.items())
    return f"UPDATE {table} SET {changes} WHERE {tests}"  # noqa: S608 - every value is quoted
