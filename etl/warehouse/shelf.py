"""The kept releases: which there are, which is published, which go."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import duckdb

from etl.errors import PublishFailed, UsageError
from etl.warehouse.release import MANIFEST, Manifest

if TYPE_CHECKING:
    from pathlib import Path

    from etl.settings import Settings

FILE_NAME = "warehouse.duckdb"
UNFINISHED = "."
"""How the name of a folder starts that is no release yet."""


def current_release_id(published: Path) -> str | None:
    """The release that readers get, as the file itself says; None before the first.

    Raises:
        PublishFailed: The file is there and is no release.
    """
    if not published.exists():
        return None
    try:
        with duckdb.connect(str(published), read_only=True) as connection:
            row = connection.execute("SELECT release_id FROM audit.release").fetchone()
    except duckdb.Error as error:
        raise PublishFailed(f"{published}: expected a release, found: {error}") from error
    return None if row is None else str(row[0])


def releases(folder: Path) -> list[Manifest]:
    """Manifests of the kept releases, newest first."""
    found = [
        Manifest.read(path.parent)
        for path in folder.glob(f"*/{MANIFEST}")
        if not path.parent.name.startswith(UNFINISHED)
    ]
    return sorted(found, key=lambda manifest: manifest.sequence, reverse=True)


def release_file(settings: Settings, release_id: str) -> Path:
    """The database file of a kept release; `current` names the published one.

    Raises:
        UsageError: No release of that id, or more than one that starts with it.
    """
    if release_id == "current":
        return settings.published_path
    ids = [one.release_id for one in releases(settings.releases)]
    matches = [one for one in ids if one.startswith(release_id)]
    if len(matches) != 1:
        raise UsageError(f"expected one release {release_id!r}, found {matches or 'none'} of {ids}")
    return settings.releases / matches[0] / FILE_NAME


def prune(settings: Settings, published: str) -> list[str]:
    """Remove the oldest releases beyond the number that stays; never the published one.

    Returns:
        The ids that went.
    """
    kept = releases(settings.releases)[: max(settings.releases_kept, 1)]
    keep = {one.release_id for one in kept} | {published}
    gone = [one.release_id for one in releases(settings.releases) if one.release_id not in keep]
    for release_id in gone:
        # The manifest goes first: a folder without one is no release.
        (settings.releases / release_id / MANIFEST).unlink()
        shutil.rmtree(settings.releases / release_id)
    return gone


def clear_unfinished(folder: Path) -> None:
    """Remove what a killed publish left: folders under another name or without a manifest."""
    for path in folder.iterdir():
        unfinished = path.name.startswith(UNFINISHED) or not (path / MANIFEST).exists()
        if path.is_dir() and unfinished:
            shutil.rmtree(path)
