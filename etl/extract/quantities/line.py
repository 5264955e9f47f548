"""One sentence as the rules see it: its tokens, its numbers, and the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.extract.quantities.numbers import HYPHENS, read_numbers
from etl.extract.quantities.records import Number
from etl.extract.quantities.tables import qualifiers, word_list
from etl.extract.view import Token, tokens

_HEDGE_OPENERS = frozenset({"or", "-"})
HEDGE_WORDS = 2
"""As in "300 or more", "300-odd"."""
NOUN_WORDS = 8
"""How many words a counted noun may have: "suspected clandestine methamphetamine sites"."""
_HYPHENS = frozenset("-‐‑")
_WITHIN_NOUN = frozenset("-‐‑–'“”\"‘’&/") | {"'s"}


@dataclass(slots=True)
class Line:
    """A sentence, or a part of a very long one.

    Attributes:
        text: The document's text, which all offsets point into.
        area: Country of the report, for currencies named only "pesos".
        heading: Whether it is a heading.
    """

    text: str
    start: int
    end: int
    area: str
    heading: bool
    tokens: list[Token] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _by_first: dict[int, Number] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tokens = tokens(self.text, self.start, self.end)
        self._words = [token.word for token in self.tokens]
        self.numbers = read_numbers(self.tokens)
        self._by_first = {number.first: number for number in self.numbers}

    def number_at(self, place: int) -> Number | None:
        """The number that starts with the token at `place`."""
        return self._by_first.get(place)

    def word(self, place: int) -> str:
        """The word at a token's place; empty outside the sentence."""
        return self._words[place] if 0 <= place < len(self._words) else ""

    def words(self, first: int, last: int) -> list[str]:
        """The words of the tokens from `first` up to before `last`."""
        return self._words[max(0, first) : last]

    @property
    def all_words(self) -> Sequence[str]:
        """The words of all its tokens."""
        return self._words

    def glued(self, place: int) -> bool:
        """Whether no character stands between a token and the one before it."""
        inside = 0 < place < len(self.tokens)
        return inside and self.tokens[place - 1].end == self.tokens[place].start

    def capital(self, place: int) -> bool:
        """Whether the token at `place` is written with capital letters only."""
        if not 0 <= place < len(self.tokens):
            return False
        token = self.tokens[place]
        return self.text[token.start : token.end].isupper()

    def title(self, place: int) -> bool:
        """Whether the token at `place` starts with a capital letter."""
        return 0 <= place < len(self.tokens) and self.text[self.tokens[place].start].isupper()

    def leads(self, place: int) -> bool:
        """Whether a hyphen at `place` makes the word before it the first of a compound.

        As in "30 night-vision devices"; not in "10-day-old", nor in "5-6".
        """
        joined = self.word(place) in _HYPHENS and self.glued(place) and self.glued(place + 1)
        compound = joined and self.word(place + 1).isalpha()
        return compound and self.word(place - 2) not in _HYPHENS

    def noun_end(self, place: int) -> int:
        """Index after the noun phrase that starts at token `place` (itself if none)."""
        last = place
        while last < len(self.tokens) and last < place + NOUN_WORDS:
            step = self._noun_step(last, opens=last == place)
            if step == 0:
                break
            last += step
        while last > place and self.tokens[last - 1].word in _WITHIN_NOUN:
            last -= 1
        return last

    def _noun_step(self, place: int, *, opens: bool) -> int:
        """How many tokens at `place` go on with a noun phrase: 0 where it ends."""
        word = self.tokens[place].word
        if word == "(" and not opens:
            short = self.word(place + 2) == ")" and not self.word(place - 1).endswith("s")
            return 3 * (short and self._is_noun_word(place + 3))
        if word.isdecimal() and self.glued(place):
            return int(not opens)
        return int(self._is_noun_word(place) or (word in _WITHIN_NOUN))

    def _is_noun_word(self, place: int) -> bool:
        word = self.word(place)
        if not word or not word[0].isalpha():
            return False
        if word not in word_list("function_words"):
            return True
        compound = self.word(place + 1) in _HYPHENS and self.glued(place + 1)
        return compound and not self.word(place + 2)[:1].isdecimal()


def behind(line: Line, number: Number) -> int:
    """The token behind a number, and behind the hyphen of "10-member"."""
    word = line.word(number.last)
    if word == "+":
        return number.last + 1
    if word in _HEDGE_OPENERS:
        hedge = qualifiers("after").at(line.tokens, number.last)
        if hedge is not None and hedge.last - hedge.first == HEDGE_WORDS:
            return hedge.last
    hyphen = word in HYPHENS and line.glued(number.last)
    return number.last + 1 if hyphen and line.glued(number.last + 1) else number.last
