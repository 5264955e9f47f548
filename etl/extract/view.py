"""Words of a text and phrases among them: what all rooms of extraction match on.

Matching goes by words, not by regular expressions over text, so that its cost grows
with the text alone, however many cues the lexicon holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import Generic, NamedTuple, TypeVar

NUMBER_SIGNS = frozenset(".,٫٬")
"""What may stand between the digits of one number, in Latin and Arabic writing."""

TOKEN = re.compile(
    r"[A-Za-z]{2,}+(?=[ .,])|\d+(?:[.,٫٬]\d+)*"
    r"|[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W\d_]*(?:['’](?!s\b)[^\W\d_]+)*)|['’]s\b"
    r"|(?<![\w.,)])\.\d+(?![.,]?\d)|[^\w\s]|_"
)
"""A plain word (tried first, for speed), a number, an abbreviation such as U.S. or any
other word, a possessive ’s, or a sign."""

KEPT_SENTENCES = 8_192
KEPT_WORDS = 8_000
LONGEST_BEFORE = 6

Row = TypeVar("Row")
Value = TypeVar("Value")


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
    kept (`let_go()` drops them and their text): do not change the list.
    """
    lower = lowered(text)
    if lower:
        found = [(*match.span(), match.group()) for match in TOKEN.finditer(lower, start, end)]
    else:
        found = [
            (*match.span(), match.group().lower().replace("’", "'"))
            for match in TOKEN.finditer(text, start, end)
        ]
    return [*map(_TOKEN, found)]


@lru_cache(maxsize=KEPT_SENTENCES)
def vocabulary(text: str, start: int, end: int) -> frozenset[str]:
    """The words of the tokens of `text[start:end]`, kept as they are."""
    return frozenset([token.word for token in tokens(text, start, end)])


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """`text` as its tokens are written; empty where that would move its characters."""
    lower = text.lower().replace("’", "'")
    return lower if len(lower) == len(text) else ""


def let_go() -> None:
    """Forget the texts that were read last."""
    tokens.cache_clear()
    vocabulary.cache_clear()
    lowered.cache_clear()


_TOKEN: Callable[[tuple[int, int, str]], Token] = partial(tuple.__new__, Token)
"""`Token._make` without its check of the length: tokens are made by the million."""


class Found(NamedTuple, Generic[Row]):
    """A cue found: its row and the tokens it covers, from `first` up to before `last`."""

    row: Row
    first: int
    last: int


Cue = tuple[tuple[str, ...], Row]
"""The words of a cue, and its row."""


class _Kept(dict[str, Value]):
    """What is known of words, each found out when it is first asked for; bounded."""

    def __init__(self, find_out: Callable[[str], Value]) -> None:
        super().__init__()
        self._find_out = find_out

    def __missing__(self, word: str) -> Value:
        value = self._find_out(word)
        if len(self) < KEPT_WORDS:
            self[word] = value
        return value


class Phrases(Generic[Row]):
    """A set of cues that is looked up token by token, longest and most particular first.

    A cue is words parted by spaces; a word that ends in `*` stands for every word that
    begins so (three letters at least before the star).
    """

    def __init__(self, cues: Iterable[tuple[str, Row]]) -> None:
        self._by_first: dict[str, list[Cue[Row]]] = {}
        lasts: set[str] = set()
        for cue, row in cues:
            words = _words(cue)
            self._by_first.setdefault(words[0], []).append((words, row))
            lasts.add(words[-1])
        firsts = _Stems(self._by_first)
        self._starting = _Kept(lambda word: self._by_second(firsts.agreeing(word)))
        ends = _Stems(lasts)
        self._ending = _Kept(lambda word: bool(ends.agreeing(word)))

    def _by_second(self, firsts: list[str]) -> dict[str, list[Cue[Row]]]:
        """The cues that start with one of `firsts`, longest first, by the word that follows.

        Those that any word may follow stand in each list, and by themselves at "".
        """
        found = [entry for first in firsts for entry in self._by_first[first]]
        found.sort(key=lambda entry: _width(entry[0]))
        seconds = {_second(words) for words, _ in found}
        return {
            second: [entry for entry in found if _second(entry[0]) in {second, ""}]
            for second in (seconds | {""} if seconds else seconds)
        }

    def at(self, found: Sequence[Token], place: int) -> Found[Row] | None:
        """The longest cue that starts at token `place`, or None."""
        starting = self._starting[found[place].word]
        if not starting:
            return None
        following = found[place + 1].word if place + 1 < len(found) else ""
        for words, row in starting.get(following) or starting[""]:
            if len(words) == 1 or _agrees(found, place, words):
                return Found(row, place, place + len(words))
        return None

    def openings(self, found: Sequence[Token]) -> list[int]:
        """The tokens that a cue may begin with, whatever stands behind them."""
        starting = self._starting
        return [at for at, token in enumerate(found) if starting[token.word]]

    def all(self, found: Sequence[Token]) -> Iterator[Found[Row]]:
        """Every cue of the tokens from left to right, none overlapping another."""
        behind = 0
        for place in self.openings(found):
            if place >= behind and (hit := self.at(found, place)) is not None:
                yield hit
                behind = hit.last

    def before(self, found: Sequence[Token], place: int) -> Found[Row] | None:
        """The longest cue that ends just before token `place`, or None."""
        if place <= 0 or not self._ending[found[place - 1].word]:
            return None
        for first in range(max(0, place - LONGEST_BEFORE), place):
            if self._starting[found[first].word]:
                hit = self.at(found, first)
                if hit is not None and hit.last == place:
                    return hit
        return None


class _Stems:
    """Words of cues, some of which end in `*`."""

    def __init__(self, words: Collection[str]) -> None:
        self._words = words
        self._sizes = sorted({len(word) - 1 for word in words if word.endswith("*")})

    def agreeing(self, word: str) -> list[str]:
        """Those that `word` agrees with: itself, and stems that it begins with."""
        stems = (word[:size] + "*" for size in self._sizes if size <= len(word))
        return [key for key in (word, *stems) if key in self._words]


def _second(words: tuple[str, ...]) -> str:
    """The word that must stand second; empty where any may."""
    return "" if len(words) == 1 or words[1][-1] == "*" else words[1]


def _width(words: tuple[str, ...]) -> tuple[int, int, int]:
    """The order of cues at one place: the longest first, of those the most particular."""
    return -len(words), sum(word[-1] == "*" for word in words), -sum(map(len, words))


def holds(found: Sequence[Token], cue: str) -> bool:
    """Whether tokens hold a cue, as `Phrases` would find it."""
    words = _words(cue)
    first, stem = words[0], words[0][:-1] if words[0].endswith("*") else None
    return any(
        (token.word == first or (stem and token.word.startswith(stem)))
        and _agrees(found, place, words)
        for place, token in enumerate(found)
    )


def _words(cue: str) -> tuple[str, ...]:
    """The words of a cue, by the same pattern as those of a text."""
    text = cue.replace("*", "_")
    return _join_stars(tuple(match.group().lower() for match in TOKEN.finditer(text)))


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
