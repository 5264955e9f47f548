"""The words of a sentence as the coding of concepts sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.extract.concepts.tables import HYPHENS, UNSEEN_SIGNS
from etl.extract.view import Token, tokens, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from etl.extract.concepts.places import Place


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a sentence without hyphens and quotation marks.

    Attributes:
        all: Their words; `starts` and `ends` are their offsets in the document.
        bound: Indexes of tokens that a hyphen ties to a neighbour ("at-risk").
        named: Where each substance's name begins and ends.
        drugs: Indexes of all tokens of such names.
        nouns: Indexes of the tokens that belong to a known counted noun.
    """

    tokens: tuple[Token, ...]
    all: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    bound: frozenset[int]
    named: Mapping[int, int]
    drugs: frozenset[int]
    nouns: frozenset[int]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.tokens)

    def drugs_only(self, place: Place) -> bool:
        """Whether only a substance's name stands between a number and the next."""
        return self.named.get(place.body) == place.noun_end


def split(text: str, start: int, end: int) -> tuple[tuple[Token, ...], frozenset[int]]:
    """The tokens of a span without signs that tie or quote, and which are tied."""
    found = tokens(text, start, end)
    if UNSEEN_SIGNS.isdisjoint(vocabulary(text, start, end)):
        return tuple(found), frozenset()
    kept: list[Token] = []
    bound: set[int] = set()
    tied = False
    for token in found:
        if token.word in UNSEEN_SIGNS:
            tied = token.word in HYPHENS and bool(kept) and kept[-1].end == token.start
            continue
        if tied and token.start == kept[-1].end + 1:
            bound.update((len(kept) - 1, len(kept)))
        tied = False
        kept.append(token)
    return tuple(kept), frozenset(bound)
