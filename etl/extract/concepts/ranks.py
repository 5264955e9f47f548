"""Substances that "respectively" assigns to numbers by their rank in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.mentions import within
from etl.extract.concepts.reading import REACH
from etl.extract.concepts.tables import UNNAMED

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case

LONGEST_LIST = 8


def respective(case: Case) -> str:
    """The substance that "respectively" assigns to a number by its rank, or empty."""
    places = case.reading.places
    end = case.place.last
    if "respectively" not in case.reading.words[end : end + REACH]:
        return ""
    first = last = case.order
    while first > max(0, case.order - LONGEST_LIST) and _adjacent(case, first - 1):
        first -= 1
    while last + 1 < min(len(places), case.order + LONGEST_LIST) and _adjacent(case, last):
        last += 1
    size = last - first + 1
    after = _specific(case, places[last].noun[0], places[last].limit)
    before_them = _specific(case, 0, places[first].first)[-size:]
    ranked = after if len(after) == size else before_them
    return ranked[case.order - first] if len(ranked) == size > 1 else ""


def _specific(case: Case, start: int, end: int) -> list[str]:
    """The substances named in a stretch, in order, without drugs in general."""
    named = [hit.row.substance for hit in within(case, start, end) if hit.row.substance != UNNAMED]
    return [code for at, code in enumerate(named) if not at or named[at - 1] != code]


def _adjacent(case: Case, order: int) -> bool:
    """Whether two numbers stand in one list, words of change between them passed over."""
    this, following = case.reading.places[order : order + 2]
    return all(
        case.plain(at, at + 1, "join", "filler", signs=",")
        or case.lexicon.changes.at(case.reading.tokens, at) is not None
        for at in range(this.body, following.first)
    )
