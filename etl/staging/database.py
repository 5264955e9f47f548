"""Opening the staging file, for DuckDB and for SQLAlchemy."""

from __future__ import annotations

import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from etl.errors import StagingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

_OWNER_ONLY = 0o600
_PATIENCE_SECONDS = 10.0
"""How long another process may hold the file: one that looks at the run log, or one
that is ending since its run was killed."""
_LOOK_SECONDS = 0.05


def prepare(path: Path) -> None:
    """Make `path` an empty database that only its owner reads, if it is absent.

    It is made under another name and then renamed: a kill leaves no half-made file.
    """
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".new-") as folder:
        fresh = Path(folder) / path.name
        duckdb.connect(str(fresh)).close()
        fresh.chmod(_OWNER_ONLY)
        fresh.replace(path)


@contextmanager
def connect(path: Path, *, read_only: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB connection to the staging file, closed at the end of the block.

    Args:
        path: The file; made where it is absent, unless `read_only`.
        read_only: Whether other processes may read at the same time.

    Raises:
        StagingError: The file is absent, held by another process, or no database.
    """
    connection = _open(path, read_only=read_only)
    try:
        yield connection
    finally:
        connection.close()


def _open(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    if read_only and not path.exists():
        raise StagingError(f"{path}: expected the staging database, found no file")
    if not read_only:
        prepare(path)
    patient_until = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only)
        except duckdb.IOException as error:
            held = "Could not set lock" in str(error)
            if not held or time.monotonic() > patient_until:
                message = f"{path}: cannot open the staging database: {error}"
                raise StagingError(message) from error
        time.sleep(_LOOK_SECONDS)


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All statements of the block, or none of them."""
    connection.execute("BEGIN TRANSACTION")
    try:
        yield
    except BaseException:
        with suppress(duckdb.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """A SQLAlchemy engine on the staging file, for migrations and expectations."""
    from sqlalchemy import create_engine  # noqa: PLC0415 - takes 0.7 s that loading does not need
    from sqlalchemy.pool import NullPool  # noqa: PLC0415

    if not read_only:
        prepare(path)
    # Without a pool no connection outlives its use, and with it the lock on the file.
    return create_engine(
        f"duckdb:///{path}", connect_args={"read_only": read_only}, poolclass=NullPool
    )
