"""What a report's file name says: `incsr-2018-col.txt`, `mem-6-per.pdf`."""

from __future__ import annotations

import re

from etl.documents.identity.records import Clues

_NAME = re.compile(
    r"(?P<series>incsr|mem)-(?P<edition>\d{1,4})-(?P<area>[a-z]{3})(?![a-z0-9])", re.IGNORECASE
)


def clues(stem: str) -> Clues:
    """Series, edition and country of a file's name without its suffix; else no clues."""
    match = _NAME.match(stem)
    if match is None:
        return Clues()
    edition = int(match["edition"])
    series = match["series"].upper()
    year = edition if series == "INCSR" else None
    return Clues(series, edition, year, match["area"].upper())
