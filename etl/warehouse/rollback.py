"""Going back to an older release, and holding what was withdrawn until its inputs change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from etl.errors import PublishFailed, UsageError
from etl.warehouse.durable import swap_in
from etl.warehouse.release import Manifest
from etl.warehouse.shelf import current_release_id, release_file, releases

if TYPE_CHECKING:
    from datetime import datetime

    from etl.settings import Settings


def rollback(settings: Settings, now: datetime, release_id: str | None = None) -> Manifest:
    """Publish an older release again.

    The releases made after it are marked as withdrawn: a run from their very inputs
    publishes nothing, so that the next night does not undo the decision.

    Args:
        settings: Where the releases are.
        now: When, with its time zone.
        release_id: Which one (a start is enough); by default the one before the current.

    Returns:
        The manifest of the release that readers now get.

    Raises:
        UsageError: No such release, or none before the current one.
        PublishFailed: It could not be put in place; the current one is intact.
    """
    current = current_release_id(settings.published_path)
    chosen = target(settings, release_id)
    file = release_file(settings, chosen.release_id)
    moment = now.isoformat(timespec="seconds")
    try:
        for manifest in releases(settings.releases):
            state = moment if manifest.sequence > chosen.sequence else None
            keeps = manifest.withdrawn if state and manifest.withdrawn else state
            replace(manifest, withdrawn=keeps).write(settings.releases / manifest.release_id)
        swap_in(file, settings.published_path)
    except OSError as error:
        raise PublishFailed(f"cannot roll back: {error}; {current} stays published") from error
    return replace(chosen, withdrawn=None)


def same_inputs(settings: Settings, inputs_fingerprint: str) -> Manifest | None:
    """The release that makes a build from these inputs needless, if there is one.

    It is the published one, or one that was made from the same inputs and withdrawn.
    """
    current = current_release_id(settings.published_path)
    for manifest in releases(settings.releases):
        if manifest.inputs_fingerprint == inputs_fingerprint and (
            manifest.release_id == current or manifest.withdrawn
        ):
            return manifest
    return None


def target(settings: Settings, release_id: str | None = None) -> Manifest:
    """The release that `rollback` would publish.

    Raises:
        UsageError: No such release, or none before the current one.
    """
    kept = releases(settings.releases)
    current = current_release_id(settings.published_path)
    if release_id is not None:
        chosen = current if release_id == "current" else release_id
        return Manifest.read(release_file(settings, chosen or "").parent)
    now = next((one.sequence for one in kept if one.release_id == current), None)
    if now is None:
        raise UsageError(f"expected a kept release to go back from, found {current or 'none'}")
    older = next((one for one in kept if one.sequence < now), None)
    if older is None:
        raise UsageError("expected a release before the current one, found none")
    return older
