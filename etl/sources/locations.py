"""Documents at any address that fsspec can open: object stores, network drives, zips.

Credentials come from the environment, as each fsspec implementation documents.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import fsspec

from etl.sources import outcomes
from etl.sources.outcomes import Outcome

if TYPE_CHECKING:
    from etl.sources.definitions import Source
    from etl.sources.keeping import Keeper


def visit_location(source: Source, keeper: Keeper) -> list[Outcome]:
    """Archive what is new at an fsspec address.

    Args:
        source: A source of kind `location`; its address may hold a glob.
        keeper: The archive's side of the visit.

    Returns:
        One outcome a document, by name.
    """
    try:
        filesystem, root = fsspec.core.url_to_fs(source.url)
        places = _places(filesystem, root)
    except Exception as error:  # noqa: BLE001 -- each file system raises its own errors
        return [Outcome(source.id, source.url, outcomes.FAILED, "", _brief(error))]
    found = [_offer(source, filesystem, place, keeper) for place in places[: source.max_documents]]
    if len(places) > source.max_documents:
        message = f"{len(places)} documents, the first {source.max_documents} were taken"
        return [*found, Outcome(source.id, source.url, outcomes.REFUSED, "", message)]
    if source.marks_withdrawn:
        found += keeper.withdraw_absent({outcome.place for outcome in found})
    return found


def _places(filesystem: Any, root: str) -> list[str]:
    found = filesystem.glob(root) if any(c in root for c in "*?[") else filesystem.find(root)
    places = sorted(str(place) for place in found)
    if not places:
        msg = f"nothing found at {root}"
        raise FileNotFoundError(msg)
    return places


def _offer(
    source: Source,
    filesystem: Any,
    place: str,
    keeper: Keeper,
) -> Outcome:
    try:
        with filesystem.open(place, "rb") as file:
            data = file.read(source.max_bytes + 1)
    except Exception as error:  # noqa: BLE001 -- each file system raises its own errors
        return Outcome(source.id, place, outcomes.FAILED, "", _brief(error))
    if len(data) > source.max_bytes:
        message = f"expected at most {source.max_bytes} bytes, found more"
        return Outcome(source.id, place, outcomes.REFUSED, "", message)
    return keeper.keep(place, data, hashlib.sha256(data).hexdigest())


def _brief(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]
