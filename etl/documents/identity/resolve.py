"""Puts together what sidecar, file name and text say of a report's identity."""

from __future__ import annotations

from pathlib import Path

from etl.documents.formats.content import Content
from etl.documents.identity import file_name, from_text, sidecar
from etl.documents.identity.records import Clues, identity_of
from etl.documents.model import Identity
from etl.errors import DocumentRefused


def resolve(path: Path, content: Content) -> tuple[Identity, str]:
    """Identity of a document that is one report, and its title where one is known.

    The sidecar's word counts before the file name's, and that before the text's.

    Raises:
        DocumentRefused: Where something stays open, or the text's title names another
            country than the file name.
    """
    said, named = sidecar.clues(path), file_name.clues(path.stem)
    read = from_text.clues(content.text, content.title)
    if not said.ref_area:
        _check_agreement(named, read, path.name)
    clues = said.or_else(named).or_else(read)
    identity = identity_of(clues, path.name, own_codes=bool(said.ref_area))
    return identity, said.title or content.title or clues.title


def _check_agreement(named: Clues, read: Clues, where: str) -> None:
    for what, name, title in (
        ("country", named.ref_area, read.ref_area),
        ("series", named.series, read.series),
    ):
        if name and title and name != title:
            raise DocumentRefused(
                "identity_conflict",
                expected=f"the {what} of the file name, {name} (a sidecar would settle it)",
                found=f"a text that names {title}",
                where=where,
            )
