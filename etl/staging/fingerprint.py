"""Tells whether a report's rows in staging are still what its inputs would give."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

LAYOUT = "1"
"""Raised when this room fills the tables in another way from the same inputs."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Of what makes rows out of a document."""

    extractor: str
    lexicon: str


def fingerprint(document: str | None, ledger: str | None, versions: Versions) -> str:
    """Hash of everything that a report's rows depend on.

    Args:
        document: sha256 of its document's bytes; None where it is known from the ledger.
        ledger: sha256 of its ledger; None where that does not know it.
        versions: What read it; without a document nothing was read.
    """
    read = (versions.extractor, versions.lexicon) if document else ("", "")
    parts = (LAYOUT, document or "", ledger or "", *read)
    return hashlib.sha256("|".join(parts).encode()).hexdigest()
