"""Questions to the published file in SQL: reading only, and nothing but that file."""

from __future__ import annotations

import csv
import io
import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import duckdb

from etl.errors import UsageError
from etl.warehouse.plain import one_line, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}
_SEARCH_PATH = ("marts", "audit", "evidence", "reference")


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that a question gave."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def render(self, form: str) -> str:
        """As `table`, `csv`, `json` or `markdown`.

        Raises:
            UsageError: Another form.
        """
        if form not in FORMS:
            raise UsageError(f"expected one of {', '.join(FORMS)}, found {form!r}")
        return FORMS[form](self)


@contextmanager
def open_published(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that can read `path` and neither write nor reach any other file.

    Raises:
        UsageError: There is no published file, or it is none.
    """
    if not path.exists():
        raise UsageError(f"expected a published warehouse at {path}, found none: run `dcw run`")
    try:
        connection = duckdb.connect(str(path), read_only=True, config=_CLOSED)
    except duckdb.Error as error:
        raise UsageError(f"{path}: expected a warehouse: {error}") from error
    with connection:
        # Short names work: `from fct_observations`, `from number_mentions`.
        connection.execute(f"SET search_path = '{','.join(_SEARCH_PATH)}'")
        connection.execute("SET lock_configuration = true")
        yield connection


def ask(path: Path, sql: str, seconds: float = 60.0) -> Answer:
    """Answer one question.

    Args:
        path: The published file.
        sql: One statement that reads.
        seconds: After this time the question is given up.

    Raises:
        UsageError: The statement is wrong, would change something, or takes too long.
    """
    with open_published(path) as connection:
        timer = threading.Timer(seconds, connection.interrupt)
        timer.start()
        try:
            _refuse_all_but_one_reading(connection, sql)
            result = connection.execute(sql)
            columns = tuple(column[0] for column in result.description or ())
            return Answer(columns, tuple(result.fetchall()))
        except duckdb.InterruptException as error:
            raise UsageError(f"the question took longer than {seconds:g} seconds") from error
        except (duckdb.Error, UnicodeDecodeError) as error:
            raise UsageError(f"the question cannot be answered: {error}") from error
        finally:
            timer.cancel()


def _refuse_all_but_one_reading(connection: duckdb.DuckDBPyConnection, sql: str) -> None:
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise UsageError(f"expected one statement, found {len(statements)}")
    kind = statements[0].type
    if kind not in (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN):
        raise UsageError(f"expected a question that reads, found a statement of kind {kind.name}")


def _as_table(answer: Answer) -> str:
    grid = [list(answer.columns), *([one_line(value) for value in row] for row in answer.rows)]
    widths = [max(len(row[i]) for row in grid) for i in range(len(answer.columns))]
    lines = ["  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in grid]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _as_csv(answer: Answer) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(answer.columns)
    writer.writerows([plain(value) for value in row] for row in answer.rows)
    return stream.getvalue()


def _as_json(answer: Answer) -> str:
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1, default=_for_json) + "\n"


def _for_json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)


def _as_markdown(answer: Answer) -> str:
    lines = [answer.columns, tuple("---" for _ in answer.columns), *answer.rows]
    cells = [[one_line(value).replace("|", "\\|") for value in line] for line in lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells) + "\n"


FORMS: dict[str, Callable[[Answer], str]] = {
    "table": _as_table,
    "csv": _as_csv,
    "json": _as_json,
    "markdown": _as_markdown,
}
