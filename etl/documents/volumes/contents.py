"""The list of country chapters in a volume's table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable

from etl.documents.identity.areas import area_of
from etl.errors import DocumentRefused

COUNTRY_PART = "Country Reports"
_LEADER = re.compile(r"[.…]{2,}")
_NUMBER = re.compile(r"\d{1,4}")


def listed_areas(lines: Iterable[str], where: str) -> dict[str, str]:
    """Names of the country chapters, as printed, with their codes.

    Args:
        lines: The lines of the table of contents.
        where: Name of the volume, for messages.

    Raises:
        DocumentRefused: Where a chapter's name is no known country: its text would
            otherwise be taken for its neighbour's.
    """
    found: dict[str, str] = {}
    for name in _names(lines):
        area = area_of(name)
        if not area:
            raise DocumentRefused(
                "unknown_country",
                expected="a name of seeds/reference/areas.csv or seeds/lexicon/report_areas.csv",
                found=repr(name),
                where=f"{where}, table of contents",
            )
        found[name] = area
    return found


def _names(lines: Iterable[str]) -> list[str]:
    """The entries after `Country Reports`, without leaders and page numbers."""
    names: list[str] = []
    inside = False
    for line in lines:
        name = _LEADER.split(line)[0].strip()
        if name == COUNTRY_PART:
            inside = True
        elif inside and name and not _NUMBER.fullmatch(name):
            names.append(name)
    return names
