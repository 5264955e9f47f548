"""Publishes a build: sealed beside, recorded among the releases, swapped in whole."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import duckdb

from etl.errors import PublishFailed
from etl.warehouse.checksum import file_sha256
from etl.warehouse.durable import (
    OPEN_FOLDER,
    READ_ONLY,
    open_folder,
    swap_in,
    sync_file,
    sync_folder,
)
from etl.warehouse.release import Contents, Manifest, contents
from etl.warehouse.seal import seal
from etl.warehouse.shelf import (
    FILE_NAME,
    UNFINISHED,
    clear_unfinished,
    current_release_id,
    prune,
    releases,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from etl.quality.results import GateReport
    from etl.settings import Settings


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a publish is told of its run.

    Attributes:
        run_id: The run that publishes.
        now: When, with its time zone.
        inputs_fingerprint: Of `etl.warehouse.fingerprint`.
        versions: Package, extractor, lexicon, schema and library versions.
        gates: What both gates found.
    """

    run_id: str
    now: datetime
    inputs_fingerprint: str
    versions: dict[str, str]
    gates: Sequence[GateReport]


@dataclass(frozen=True, slots=True)
class Published:
    """What a publish did.

    Attributes:
        manifest: Of the release that readers now get.
        changed: False where the very same release was there already.
        removed: Releases that went because newer ones took their place.
    """

    manifest: Manifest
    changed: bool
    removed: tuple[str, ...] = ()


def publish(settings: Settings, occasion: Occasion) -> Published:
    """Publish the build of `settings`; readers see the old release or the new, never a mixture.

    Raises:
        GateRefused: A gate of `occasion` has a failing critical expectation.
        PublishFailed: It could not be put in place; the old release is intact.
    """
    for gate in occasion.gates:
        gate.refuse_if_critical()
    before = current_release_id(settings.published_path)
    try:
        return _publish(settings, occasion, before)
    except (OSError, duckdb.Error) as error:
        kept = f"release {before} stays published" if before else "nothing was published before"
        raise PublishFailed(f"cannot publish: {error}; {kept}") from error


def _publish(settings: Settings, occasion: Occasion, before: str | None) -> Published:
    open_folder(settings.releases)
    clear_unfinished(settings.releases)
    incoming = settings.releases / f"{UNFINISHED}incoming-{os.getpid()}"
    incoming.mkdir()
    try:
        manifest = _make(settings, occasion, before, incoming)
        if manifest.release_id == before:
            return Published(Manifest.read(settings.releases / before), changed=False)
        folder = _shelve(settings, manifest, incoming)
    finally:
        shutil.rmtree(incoming, ignore_errors=True)
    swap_in(folder / FILE_NAME, settings.published_path)
    return Published(manifest, changed=True, removed=tuple(prune(settings, manifest.release_id)))


def _make(settings: Settings, occasion: Occasion, before: str | None, incoming: Path) -> Manifest:
    """Seal a copy of the build in `incoming` and write its manifest."""
    file = incoming / FILE_NAME
    shutil.copyfile(settings.build_path, file)
    sequence = max((one.sequence for one in releases(settings.releases)), default=0) + 1
    stamp: dict[str, Any] = {
        "run_id": occasion.run_id,
        "created_at": occasion.now.isoformat(timespec="seconds"),
        "sequence": sequence,
    }
    with duckdb.connect(str(file)) as connection:
        held = contents(connection, occasion.inputs_fingerprint)
        seal(
            connection,
            held,
            staging=settings.staging_path,
            previous=settings.published_path if before else None,
            stamp=stamp,
        )
    _refuse_changed(file, held)
    file.chmod(READ_ONLY)
    sync_file(file)
    manifest = _manifest(held, occasion, before, stamp)
    return replace(manifest, file=_file_facts(file))


def _refuse_changed(file: Path, held: Contents) -> None:
    """A sealed file must hold what the gates saw, and be complete without a log beside it."""
    with duckdb.connect(str(file), read_only=True) as connection:
        found = contents(connection, held.inputs_fingerprint)
    if found != held:
        raise PublishFailed("expected the sealed file to hold what was built, found other rows")
    if file.with_name(f"{file.name}.wal").exists():
        raise PublishFailed("expected the sealed file to stand alone, found a log beside it")


def _manifest(
    held: Contents, occasion: Occasion, before: str | None, stamp: dict[str, Any]
) -> Manifest:
    return Manifest(
        release_id=held.release_id,
        previous_release_id=before,
        content_sha256=held.content_sha256,
        inputs_fingerprint=held.inputs_fingerprint,
        facts=held.facts,
        tables=[
            {"table": one.table, "rows": one.rows, "checksum": one.checksum} for one in held.sums
        ],
        versions=occasion.versions,
        gates={gate.gate: _gate_facts(gate) for gate in occasion.gates},
        **stamp,
    )


def _gate_facts(gate: GateReport) -> dict[str, Any]:
    failed = [*gate.failed("critical"), *gate.failed("warning")]
    return {**gate.counts, "failed": [one.expectation_id for one in failed]}


def _file_facts(file: Path) -> dict[str, Any]:
    return {"name": file.name, "bytes": file.stat().st_size, "sha256": file_sha256(file)}


def _shelve(settings: Settings, manifest: Manifest, incoming: Path) -> Path:
    """Give the finished folder its place among the releases."""
    folder = settings.releases / manifest.release_id
    if folder.exists():
        shutil.rmtree(folder)
    manifest.write(incoming)
    sync_file(incoming / "manifest.json")
    incoming.chmod(OPEN_FOLDER)
    incoming.replace(folder)
    sync_folder(settings.releases)
    return folder
