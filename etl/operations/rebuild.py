"""Making the staging file anew from the archive and the project's files alone."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from etl.errors import ArchiveDamaged, UsageError
from etl.staging.database import connect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from etl.sources.archive import Archive

RUN_LOG = ("runs", "run_steps", "issues", "expectation_results")


def check_archive(archive: Archive) -> int:
    """Make sure that everything can be made again; returns how many documents there are.

    Raises:
        UsageError: The archive is empty.
        ArchiveDamaged: Bytes are missing or are not what they were.
    """
    if not archive.list():
        msg = f"{archive.root}: expected archived documents, found none"
        raise UsageError(msg)
    if problems := archive.verify():
        raise ArchiveDamaged("; ".join(problems[:5]))
    return len(archive.current())


@contextmanager
def staging_set_aside(path: Path) -> Iterator[Path]:
    """The staging file out of the way while a new one is made in its place.

    Where the block fails the old file is put back, with what the run log says since. A
    kill leaves no staging file, or a part of the new one: the next run reads the archive
    and completes it.

    Args:
        path: The staging file; it may be absent.

    Yields:
        Where the old file is meanwhile; it stays there when the block succeeds.
    """
    aside = path.with_name(f"{path.stem}_before_rebuild{path.suffix}")
    if path.exists():
        path.replace(aside)
    try:
        yield aside
    except BaseException:
        if aside.exists():
            with suppress(Exception):
                carry_run_log(path, aside)
            aside.replace(path)
        raise


def carry_run_log(old: Path, new: Path) -> int:
    """Copy the run log of `old` into `new`; returns how many rows.

    The run log tells what happened: it is the one thing that no archive can say again.
    """
    if not old.exists():
        return 0
    with connect(new) as connection:
        connection.execute(f"ATTACH '{_quoted(old)}' AS before_rebuild (READ_ONLY)")
        copied = [connection.execute(_copy(table)).fetchone() for table in RUN_LOG]
        connection.execute("DETACH before_rebuild")
    return sum(row[0] for row in copied if row)


def _copy(table: str) -> str:
    return f"INSERT OR IGNORE INTO ops.{table} BY NAME SELECT * FROM before_rebuild.ops.{table}"  # noqa: S608 - names of this module


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
