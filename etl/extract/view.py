"""Words of a text and phrases among them: what all rooms of extraction match on.

Matching goes by words, not by regular expressions over text, so that its cost grows
with the text alone, however many cues the lexicon holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

NUMBER_SIGNS = frozenset(".,٫٬")
"""What may stand between the digits of one number, in Latin and Arabic writing."""

TOKEN = re.compile(
    r"\d+(?:[.,٫٬]\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b"
    r"|(?<![\w.,)])\.\d+(?![.,]?\d)|[^\w\s]|_"
)
"""A number, an abbreviation such as U.S., a word, a possessive ’s, or a sign."""

KEPT_SENTENCES = 1024
KEPT_WORDS = 8_000
LONGEST_BEFORE = 6

Row = TypeVar("Row")


class Token(NamedTuple):
    """One word, number or sign: its span in the document and its lower-case form."""

    start: int
    end: int
    word: str

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        word = self.word
        return word[0].isdecimal() or (word[0] == "." and len(word) > 1)


@lru_cache(maxsize=KEPT_SENTENCES)
def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`; spans are offsets into `text`.

    Every room of extraction asks for the same sentences, so that the last ones are
    kept (`tokens.cache_clear()` lets go of them and their text): do not change the list.
    """
    return [
        Token(match.start(), match.end(), match.group().lower().replace("’", "'"))
        for match in TOKEN.finditer(text, start, end)
    ]


@dataclass(frozen=True, slots=True)
class Found(Generic[Row]):
    """A cue found: its row and the tokens it covers, from `first` up to before `last`."""

    row: Row
    first: int
    last: int


class Phrases(Generic[Row]):
    """A set of cues that is looked up token by token, longest and most particular first.

    A cue is words parted by spaces; a word that ends in `*` stands for every word that
    begins so (three letters at least before the star).
    """

    def __init__(self, cues: Iterable[tuple[str, Row]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Row]]] = {}
        for cue, row in cues:
            words = tuple(token.word for token in tokens(cue.replace("*", "_"), 0, len(cue)))
            words = _join_stars(words)
            self._by_first.setdefault(words[0], []).append((words, row))
        self._stems = sorted({len(word) - 1 for word in self._by_first if word.endswith("*")})
        self._none: list[tuple[tuple[str, ...], Row]] = []
        self._known: dict[str, list[tuple[tuple[str, ...], Row]]] = {}

    def _starting(self, word: str) -> list[tuple[tuple[str, ...], Row]]:
        """The cues that may start at `word`, longest first; kept from one call to the next."""
        found = self._known.get(word)
        if found is None:
            keys = [word, *(word[:size] + "*" for size in self._stems if size <= len(word))]
            found = [entry for key in keys for entry in self._by_first.get(key, ())]
            found.sort(key=lambda entry: _width(entry[0]))
            if len(self._known) < KEPT_WORDS:
                self._known[word] = found or self._none
        return found

    def at(self, found: Sequence[Token], place: int) -> Found[Row] | None:
        """The longest cue that starts at token `place`, or None."""
        starting = self._starting(found[place].word)
        if not starting:
            return None
        following = found[place + 1].word if place + 1 < len(found) else ""
        for words, row in starting:
            if len(words) == 1 or (
                (words[1] == following or words[1][-1] == "*") and _agrees(found, place, words)
            ):
                return Found(row, place, place + len(words))
        return None

    def all(self, found: Sequence[Token]) -> Iterator[Found[Row]]:
        """Every cue of the tokens from left to right, none overlapping another."""
        behind = 0
        for place, token in enumerate(found):
            if place < behind or not self._starting(token.word):
                continue
            hit = self.at(found, place)
            if hit is not None:
                yield hit
                behind = hit.last

    def before(self, found: Sequence[Token], place: int) -> Found[Row] | None:
        """The longest cue that ends just before token `place`, or None."""
        for first in range(max(0, place - LONGEST_BEFORE), place):
            if self._starting(found[first].word):
                hit = self.at(found, first)
                if hit is not None and hit.last == place:
                    return hit
        return None


def _width(words: tuple[str, ...]) -> tuple[int, int, int]:
    """The order of cues at one place: the longest first, of those the most particular."""
    return -len(words), sum(word[-1] == "*" for word in words), -sum(map(len, words))


def _join_stars(words: tuple[str, ...]) -> tuple[str, ...]:
    joined: list[str] = []
    for word in words:
        if word == "_" and joined:
            joined[-1] += "*"
        else:
            joined.append(word)
    return tuple(joined)


def _agrees(found: Sequence[Token], place: int, words: tuple[str, ...]) -> bool:
    if place + len(words) > len(found):
        return False
    for offset, cue in enumerate(words[1:], start=1):
        word = found[place + offset].word
        if word != cue and not (cue[-1] == "*" and len(cue) > 1 and word.startswith(cue[:-1])):
            return False
    return True
