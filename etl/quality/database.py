"""The database connection that a gate asks its questions on.

It starts empty and attaches, all read-only, the file under test as `subject`, the last
release as `previous` (empty tables where there is none are never made up: expectations
that need it are passed over) and the code lists as tables of the schema `codes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy
from sqlalchemy.pool import StaticPool

from etl.quality.sql import identifier, literal


def attachments(subject: Path, previous: Path | None, code_lists: Iterable[Path]) -> list[str]:
    """The statements that set up a gate's connection."""
    statements = [f"ATTACH {literal(str(subject))} AS subject (READ_ONLY)"]
    if previous is not None:
        statements.append(f"ATTACH {literal(str(previous))} AS previous (READ_ONLY)")
    statements.append("ATTACH ':memory:' AS codes")
    statements += [
        f"CREATE TABLE codes.main.{identifier(path.stem)} AS "  # noqa: S608 # quoted names
        f"SELECT * FROM read_csv({literal(str(path))}, header = true, all_varchar = true)"
        for path in code_lists
    ]
    return [*statements, "USE subject"]


@contextmanager
def open_engine(
    subject: Path, previous: Path | None, code_lists: Iterable[Path]
) -> Iterator[Engine]:
    """An engine of one connection on `subject`; closed on leaving.

    Args:
        subject: DuckDB file under test.
        previous: DuckDB file of the last release, if there is one.
        code_lists: The reference seeds that are asked for.
    """
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    adapt(engine)
    try:
        with engine.connect() as connection:
            for statement in attachments(subject, previous, code_lists):
                connection.exec_driver_sql(statement)
            connection.commit()
        yield engine
    finally:
        engine.dispose()


def adapt(engine: Engine) -> None:
    """Make `engine` answer as Great Expectations asks.

    It reads results after it gave the connection back; DuckDB's are gone by then unless
    they were fetched. And it opens a transaction for each of hundreds of questions, which
    nothing that is read only needs.
    """
    event.listen(engine, "after_cursor_execute", _fetch_all)
    for name in ("do_begin", "do_commit", "do_rollback"):
        setattr(engine.dialect, name, _nothing)


def _nothing(_connection: Any) -> None:
    """Stand in for a transaction's start and end."""


def _fetch_all(
    _connection: Any,
    cursor: Any,
    _statement: str,
    _parameters: Any,
    context: Any,
    executemany: bool,  # noqa: FBT001 # SQLAlchemy fixes the signature
) -> None:
    if cursor.description and not executemany:
        context.cursor_fetch_strategy = FullyBufferedCursorFetchStrategy(
            cursor, initial_buffer=cursor.fetchall()
        )
