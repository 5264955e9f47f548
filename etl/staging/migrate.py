"""Brings the staging file to a revision of `migrations/`.

Alembic takes a second to import and run; a file that is at head already is told from
its version table and the scripts' own lines in a few milliseconds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import duckdb

from etl.errors import StagingError
from etl.settings import PROJECT_ROOT
from etl.staging.database import connect

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from alembic.config import Config

_SCRIPTS = PROJECT_ROOT / "migrations"
_LINE = re.compile(r'^(revision|down_revision) = (?:"(\w+)"|None)$', re.MULTILINE)


def head_revision() -> str:
    """The revision that no other follows.

    Raises:
        StagingError: There is none, or more than one.
    """
    revisions: set[str] = set()
    followed: set[str] = set()
    for script in sorted((_SCRIPTS / "versions").glob("*.py")):
        for name, value in _LINE.findall(script.read_text(encoding="utf-8")):
            (revisions if name == "revision" else followed).add(value)
    heads = sorted(revisions - followed)
    if len(heads) != 1:
        raise StagingError(f"{_SCRIPTS}: expected one head revision, found {heads}")
    return heads[0]


def current_revision(path: Path) -> str | None:
    """The revision of the file at `path`; None where it holds no table yet."""
    if not path.exists():
        return None
    with connect(path) as connection:
        try:
            row = connection.execute("SELECT version_num FROM ops.alembic_version").fetchone()
        except duckdb.CatalogException:
            return None
    return None if row is None else str(row[0])


def upgrade(path: Path, revision: str = "head") -> bool:
    """Bring the file at `path` up to `revision`.

    Returns:
        Whether anything had to be done.

    Raises:
        StagingError: The file is of a revision that this version does not know.
    """
    wanted = head_revision() if revision == "head" else revision
    if current_revision(path) == wanted:
        return False
    from alembic import command  # noqa: PLC0415 - see the module's docstring

    _run(lambda config: command.upgrade(config, wanted), path)
    return True


def downgrade(path: Path, revision: str = "base") -> None:
    """Take the file at `path` back to `revision`."""
    from alembic import command  # noqa: PLC0415 - see the module's docstring

    _run(lambda config: command.downgrade(config, revision), path)


def check(path: Path) -> None:
    """Make sure that the file at `path` holds what the models say.

    Raises:
        StagingError: A migration is missing, with the differences.
    """
    from alembic import command  # noqa: PLC0415 - see the module's docstring

    _run(command.check, path)


def _run(action: Callable[[Config], object], path: Path) -> None:
    from alembic.config import Config  # noqa: PLC0415 - see the module's docstring
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config(attributes={"path": path})
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        action(config)
    except CommandError as error:
        raise StagingError(f"{path}: {error}") from error
