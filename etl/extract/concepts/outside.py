"""Numbers that measure something else than drug control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.units import unit_kind

if TYPE_CHECKING:
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.reading import Place, Reading


def is_outside(reading: Reading, place: Place, lexicon: Lexicon) -> bool:
    """Whether what is counted is of no concern: inhabitants, kilometers of coast."""
    kind = unit_kind(place.quantity.unit)
    for at in range(*place.noun):
        hit = lexicon.outside.at(reading.tokens, at)
        if hit is not None and (not hit.row.units or kind in hit.row.units):
            return True
    return kind == "unknown"
