"""Whether a clause behind a noun says what was counted, so that "the three" is no pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.extract.quantities.line import Line

_BROUGHT = frozenset("received submitted filed lodged presented sent made".split())


def told_anew(line: Line, first: int, place: int) -> bool:
    """Whether a clause behind a noun says what it is: "the three requests it received"."""
    if not _BROUGHT.isdisjoint(line.words(first, place)):
        return True
    place += line.word(place) in {"that", "which"}
    place += line.word(place) in {"it", "they", "had", "were", "was"}
    place += line.word(place) in {"had", "has", "been"}
    return line.word(place) in _BROUGHT
