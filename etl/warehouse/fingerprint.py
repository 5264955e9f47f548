"""The fingerprint of a build's inputs: equal means that a build would give the same again."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from typing import TYPE_CHECKING

from etl.quality.sql import identifier
from etl.staging.database import connect
from etl.staging.tables import Base
from etl.warehouse.checksum import combined, table_sum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FOLDERS = ("models", "macros", "seeds", "tests/dbt", "expectations", "etl")
_FILES = ("dbt_project.yml", "profiles.yml", "packages.yml")
_SUFFIXES = frozenset({".sql", ".yml", ".yaml", ".csv", ".json", ".py", ".md", ".j2", ".html"})
_LIBRARIES = ("duckdb", "dbt-core", "dbt-duckdb", "great-expectations", "sqlalchemy")


def inputs_fingerprint(staging: Path, root: Path) -> str:
    """Hash of staging's rows, the dbt project, seeds, expectations, code and libraries.

    Args:
        staging: The staging database.
        root: The project's folder.

    Returns:
        64 hex digits. What runs did (`ops`) does not count.

    Raises:
        StagingError: The staging database cannot be opened.
    """
    return hashlib.sha256(
        "\n".join([staging_sum(staging), project_sum(root), *_versions()]).encode()
    ).hexdigest()


def staging_sum(staging: Path) -> str:
    """Hash of every row of the schema `staging`."""
    tables = [one for one in Base.metadata.sorted_tables if one.schema == "staging"]
    with connect(staging, read_only=True) as connection:
        database = connection.execute("SELECT current_database()").fetchone()
        prefix = "" if database is None else f"{identifier(database[0])}."
        sums = [
            table_sum(
                connection,
                f"staging.{one.name}",
                f"{prefix}staging.{identifier(one.name)}",
                sorted(column.name for column in one.columns),
            )
            for one in tables
        ]
    return combined(sums)


def project_sum(root: Path) -> str:
    """Hash of every file that a build is made by, by its place under `root`."""
    digest = hashlib.sha256()
    for path in sorted(_project_files(root), key=lambda one: one.relative_to(root).as_posix()):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _project_files(root: Path) -> Iterator[Path]:
    for name in _FILES:
        if (root / name).is_file():
            yield root / name
    for folder in _FOLDERS:
        for path in (root / folder).rglob("*"):
            if path.suffix in _SUFFIXES and path.is_file():
                yield path


def _versions() -> list[str]:
    return [f"{name} {version(name)}" for name in _LIBRARIES]
