"""The wording that extraction knows: CSV tables of `seeds/lexicon`, read and checked.

A table's columns are the fields of a frozen dataclass, in order. Adding a line to a
table teaches extraction a word; a line that could never take effect is an error.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, get_type_hints

from etl.errors import SeedError
from etl.extract.view import holds, tokens
from etl.settings import Settings

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound="DataclassInstance")

CUE = re.compile(r"[^\sA-Z]+(?: [^\sA-Z]+)*")
"""A cue that can match: lower case, one space between words, none around."""


def folder() -> Path:
    """Where the tables lie."""
    return Settings.from_environment().seeds / "lexicon"


def load(
    name: str,
    row_type: type[Row],
    *,
    key: tuple[str, ...] = ("cue",),
    codes: Mapping[str, Collection[str]] | None = None,
    path: Path | None = None,
) -> tuple[Row, ...]:
    """Read and check one table.

    Args:
        name: File name without `.csv`.
        row_type: Frozen dataclass whose fields (`str`, `int`, `bool`, `Decimal` or
            `tuple[str, ...]`, parts joined by `|`) are the columns, in order.
        key: Columns that together name a row; two rows with one key are an error.
        codes: For each coded column, the codes it may hold (empty text is always
            allowed; leave it to `key` where it must not be).
        path: The file, where it is not the project's own.

    Returns:
        The rows in the file's order.

    Raises:
        SeedError: Wrong header, unreadable value, unknown code, duplicate key, or a
            cue that can never match (see `CUE`; and `example`, where the table has
            that column, must contain the cue).
    """
    file = path or folder() / f"{name}.csv"
    parsers = get_type_hints(row_type)
    rows: list[Row] = []
    seen: dict[tuple[object, ...], int] = {}
    for line, record in _records(file, list(parsers)):
        where = f"{file.name}:{line}"
        row = row_type(
            **{c: _value(record[c], kind, f"{where}: {c}") for c, kind in parsers.items()}
        )
        _check_codes(row, codes or {}, where)
        _check_cue(row, where)
        identity = tuple(getattr(row, column) for column in key)
        if identity in seen:
            raise SeedError(f"{where}: {identity} is already on line {seen[identity]}")
        seen[identity] = line
        rows.append(row)
    return tuple(rows)


def _records(file: Path, columns: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SeedError(f"{file}: expected a UTF-8 table, found {error}") from error
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    if list(reader.fieldnames or ()) != columns:
        raise SeedError(f"{file.name}:1: expected columns {columns}, found {reader.fieldnames}")
    for record in reader:
        if None in record or None in record.values():
            raise SeedError(f"{file.name}:{reader.line_num}: expected {len(columns)} cells")
        yield reader.line_num, record


def _value(text: str, kind: object, where: str) -> object:
    if text != text.strip():
        raise SeedError(f"{where}: white space around {text!r}")
    if kind is bool:
        if text not in {"", "yes"}:
            raise SeedError(f"{where}: expected `yes` or nothing, found {text!r}")
        return text == "yes"
    if kind is str:
        return text
    if kind in (int, Decimal):
        try:
            return int(text) if kind is int else Decimal(text)
        except (ValueError, InvalidOperation) as error:
            raise SeedError(f"{where}: expected a number, found {text!r}") from error
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _check_codes(row: object, codes: Mapping[str, Collection[str]], where: str) -> None:
    for column, known in codes.items():
        held = getattr(row, column)
        for code in held if isinstance(held, tuple) else (held,):
            if code and code not in known:
                raise SeedError(f"{where}: {column} holds the unknown code {code!r}")


def _check_cue(row: object, where: str) -> None:
    cue = getattr(row, "cue", None)
    if cue is None:
        return
    if not CUE.fullmatch(cue):
        raise SeedError(f"{where}: {cue!r} can never match: lower case, single spaces")
    example = getattr(row, "example", "")
    found = tokens(example, 0, len(example))
    if example and not holds(found, cue):
        raise SeedError(f"{where}: the example {example!r} does not hold {cue!r}")


@cache
def reference_codes(name: str) -> frozenset[str]:
    """The codes of a code list: the first column of `seeds/reference/<name>.csv`."""
    file = Settings.from_environment().seeds / "reference" / f"{name}.csv"
    with file.open(encoding="utf-8", newline="") as handle:
        return frozenset(row[0] for row in list(csv.reader(handle))[1:])


@cache
def lexicon_version() -> str:
    """Twelve hex digits that change when any table changes."""
    digest = hashlib.sha256()
    for file in sorted(folder().glob("*.csv")):
        digest.update(f"{file.name}\0{file.stat().st_size}\0".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
