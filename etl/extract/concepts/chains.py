"""Substances that "and" or a comma chains to one another, and their one code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.mentions import within
from etl.extract.concepts.tables import UNNAMED, substance_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.case import Case
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.tables import SubstanceCue
    from etl.extract.view import Found

    Hits = list[Found[SubstanceCue]]

OTHERS = frozenset({"rest", "remainder", "others", "balance"})
"""Words for what another substance is said of: "and the rest amphetamine"."""
AMONG = frozenset({"among", "amongst"})
"""Words before a group of which one is named next: "Among opiates, heroin came to"."""
LINK = 3
"""Words that may stand between two substances of one phrase."""


def merge(hits: Sequence[Found[SubstanceCue]], lexicon: Lexicon) -> str:
    """One code for several: the only one, their group's, or drugs in general.

    Of two names side by side the second is the narrower: "the precursor ephedrine".
    """
    apposed = {hit.first for hit in hits}
    kept = [hit for hit in hits if hit.last not in apposed]
    named = sorted({hit.row.substance for hit in kept} - {UNNAMED}) or [UNNAMED]
    if len(kept) > 1 and kept[0].row.substance == UNNAMED:
        return UNNAMED
    if len(named) == 1:
        return named[0]
    groups = frozenset(substance_groups()[code] for code in named)
    return lexicon.groups.get(groups, UNNAMED)


def joined(case: Case, hits: Hits, end: int) -> Hits:
    """Add the substances that "and" or a comma joins on before the next quantity."""
    chain = list(hits)
    for hit in within(case, chain[-1].last, end):
        if not _linked(case, chain[-1].last, hit.first):
            break
        chain.append(hit)
    return chain


def trailing(case: Case, hits: Hits) -> Hits:
    """The last substance of several with those joined to it."""
    chain = [hits[-1]]
    for hit in reversed(hits[:-1]):
        if case.reading.words[hit.first - 1] in AMONG and hit.first:
            break
        if not _linked(case, hit.last, chain[0].first):
            break
        chain.insert(0, hit)
    return chain


def _linked(case: Case, start: int, end: int) -> bool:
    if end - start > LINK or not OTHERS.isdisjoint(case.reading.words[start:end]):
        return False
    joined = any(case.plain(at, at + 1, "join") for at in range(start, end))
    return case.plain(start, end, "join", *(["filler"] if joined else []), signs=",/")
