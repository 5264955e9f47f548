"""The stretches of words that belong to a number: behind it, past brackets, inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.phrases import BREAKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.words import Words


RELATIVE = frozenset({"whom", "which"})


def reach(words: Words, start: int, limit: int) -> int:
    """Where the words after a number end: at the next comma, bracket or quantity.

    A clause with "who" goes on about those counted: "four men, who were charged".
    """
    place = start
    if tuple(words.all[start : start + 2]) == (",", "who") or _all_of(words, start):
        place += 1
    while place < limit and words.all[place] not in BREAKS:
        place += 1
    return min(place, limit)


def _all_of(words: Words, start: int) -> bool:
    """Whether a relative clause about all that is counted begins: ", all of whom"."""
    comma, every, of, pronoun = (*words.all[start : start + 4], "", "", "", "")[:4]
    return comma == "," and every in {"all", "both"} and of == "of" and pronoun in RELATIVE


def beyond(words: Words, start: int, limit: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The words after the next quantity, where that is set in brackets or commas.

    For a quantity in brackets itself they are those after its brackets.
    """
    opened = reach(words, start, limit)
    if opened + 1 < limit and words.all[opened] == ")":
        goes_on = not lexicon.plays(words.all[opened + 1], "join")
        return (opened + 1, reach(words, opened + 1, limit)) if goes_on else (0, 0)
    if opened == limit or limit == len(words):
        return 0, 0
    closing = ""
    if words.all[opened] == "(" and ")" not in words.all[opened:limit]:
        closing = ")"
    elif _inserted(words, opened, limit, lexicon):
        closing = ","
    if not closing or closing not in words.all[limit:end]:
        return 0, 0
    begin = words.all.index(closing, limit, end) + 1
    return begin, reach(words, begin, end)


def _inserted(words: Words, comma: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether ", or" leads from the comma to the next quantity."""
    between = [word for word in words.all[comma + 1 : limit] if word != ","]
    if words.all[comma] != "," or not between or not lexicon.plays(between[0], "join"):
        return False
    return plain(between[1:], lexicon)


def own_start(words: Words, start: int, end: int) -> int:
    """Where a number's own words begin: after the bracket that it stands in."""
    for place in range(end, start, -1):
        if words.all[place - 1] == "(":
            return place
    return start


def in_brackets(words: Words, start: int, end: int) -> bool:
    """Whether a bracket is open at the end of a stretch."""
    inside = words.all[start:end]
    return inside.count("(") > inside.count(")")


def plain(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether all words are fillers or stand before a whole."""
    return lexicon.players(("filler", "partitive")).issuperset(words)


def leader(words: Sequence[str], first: int, stop: int, lexicon: Lexicon) -> int:
    """The token that leads to a number: the last before it that is no filler and no hedge.

    Args:
        words: The words of the sentence.
        first: The number's first token.
        stop: The token to go back to at the most.
        lexicon: Knows fillers and hedges.
    """
    at = first - 1
    while at > stop and lexicon.plays(words[at], "filler", "hedge"):
        at -= 1
    return at
