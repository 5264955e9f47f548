"""The classes of what a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.view import Token


PLAIN = frozenset({"people", "persons", "individuals"})
"""Nouns of persons of whom nothing more is said."""


def noun_classes(tokens: Sequence[Token], place: Place, lexicon: Lexicon) -> frozenset[str]:
    """Classes of the counted noun, and `bare`, `plain`, `part` or `whole` where it is one."""
    found: set[str] = {"bare"} if place.bare else set()
    start, end = place.noun
    if end == place.noun_end == start + 1 and tokens[start].word in PLAIN:
        found.add("plain")
    if place.share_role:
        found.add(place.share_role)
    for start, end in (place.noun, place.lent, place.echo, place.tally):
        limit = max(end, place.noun_end) if start == place.noun[0] else end
        for at in range(start, end):
            hit = lexicon.classes.at(tokens, at)
            if hit is not None and hit.last <= limit:
                found.update(row.noun_class for row in hit.row)
    return frozenset(found)
