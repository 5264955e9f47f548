"""Patterns for any of the cues of a table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from etl.extract.context.starts import Starting
from etl.extract.view import tokens


def alternation(words: Iterable[str]) -> str:
    """A regular expression for any of `words`, the longest first, any white space between."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for word in ordered
    )


def any_of(cues: Collection[str], before: str, after: str) -> Starting:
    """A pattern for any of `cues`, the longest first, between what stands around them.

    Args:
        cues: Words parted by spaces.
        before: Pattern of what stands before; takes no character.
        after: The same behind.
    """
    by_first: dict[str, list[str]] = {}
    for cue in cues:
        by_first.setdefault(tokens(cue, 0, len(cue))[0].word, []).append(cue)

    def written(some: Iterable[str]) -> re.Pattern[str]:
        either = alternation(some).replace("'", "['’]")
        return re.compile(rf"{before}(?:{either}){after}", re.IGNORECASE)

    return Starting(written(cues), cues, narrow=cache(lambda first: written(by_first[first])))
