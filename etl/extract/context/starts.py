"""Patterns whose matches begin with known words: tried only where one of these stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from etl.extract.view import Token, tokens


class Starting:
    """A pattern and the words that a match of it can begin with.

    A search over a sentence tries a pattern at every letter; most cues can begin at one
    or two of its words only, which its tokens tell.

    Attributes:
        first: The first word of every match, in lower case as tokens are.
    """

    def __init__(
        self,
        pattern: re.Pattern[str],
        first: Iterable[str],
        *,
        numbers: Callable[[str], bool] | None = None,
        narrow: Callable[[str], re.Pattern[str]] | None = None,
    ) -> None:
        """Keep a pattern.

        Args:
            pattern: What is looked for; begins at the start of a word or sign.
            first: The words, signs or whole cues that a match may begin with.
            numbers: Which numbers in digits it may begin with, too.
            narrow: From a first word to a pattern that finds the same there, sooner.
        """
        self.pattern = pattern
        self.first = frozenset(tokens(cue, 0, len(cue))[0].word for cue in first)
        self._numbers = numbers
        self._narrow = narrow

    def all(
        self, words: Sequence[Token], text: str, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """The matches in `text[start:end]` from left to right, none overlapping another.

        Args:
            words: Tokens of `text`, of this stretch at least.
            text: The document's text.
            start: Where the search starts.
            end: Where it ends.
        """
        first, pattern, narrow, behind = self.first, self.pattern, self._narrow, start
        numbers = self._numbers
        if numbers:
            places = [
                (at, word)
                for at, _, word in words
                if word in first or (word[0].isdecimal() and numbers(word))
            ]
        else:
            places = [(at, word) for at, _, word in words if word in first]
        for place, word in places:
            if place >= behind:
                match = (narrow(word) if narrow else pattern).match(text, place, end)
                if match is not None:
                    yield match
                    behind = match.end()
