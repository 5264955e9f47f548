"""Numbers that measure something else than drug control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.units import unit_kind

if TYPE_CHECKING:
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.reading import Reading


def is_outside(reading: Reading, place: Place, lexicon: Lexicon) -> bool:
    """Whether what is measured is of no concern: inhabitants, kilometers of coast.

    The words decide that stand in its noun, or around a number without one.
    """
    kind = unit_kind(place.quantity.unit)
    start, end = place.noun
    if place.bare or place.in_brackets:
        start, end = place.head, place.limit
    for at in range(start, end):
        hit = lexicon.outside.at(reading.tokens, at)
        if hit is not None and (not hit.row.units or kind in hit.row.units):
            return True
    return False
