"""A sentence as the coding of concepts sees it: words, cues, and each number's place.

A place knows what is counted (the noun phrase after the number), where the words that
lead up to the number begin, and where those that belong to it end.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from etl.extract.concepts.lexicon import Lexicon
from etl.extract.concepts.tables import UNSEEN_SIGNS
from etl.extract.view import Found, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.documents.model import Document, Sentence
    from etl.extract.concepts.tables import IndicatorCue, SubstanceCue
    from etl.extract.model import Quantity

LONGEST_NOUN = 14
BREAKS = frozenset(",;:().–—[]")
COUNTED = frozenset({"COUNT", "PERSONS", "TABLETS", "PLANTS", "DOSES"})
"""Units that are what is counted: their words are the noun itself."""
JOINTS = frozenset({"to", "and", "or"})
"""Words that join two numbers of one noun."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quantity stands among the tokens of its sentence; all are token indexes.

    Attributes:
        first: Its first token; `last` is one past its number's last.
        body: One past its unit.
        noun: Begin and end of the counted noun phrase; in "from 5 to 8 agents" both
            numbers have the same.
        noun_end: End of the words right after it up to a preposition, verb or comma.
        head: Where the words leading up to it begin: after the quantity before.
        reach: End of the words that follow it without a comma or another quantity.
        limit: Where the next quantity begins, or the sentence ends.
        beyond: Words after a bracketed quantity that follows it at once, such as those
            after the share in "40 users (8 percent) of heroin"; (0, 0) where none.
        in_brackets: Whether it stands in brackets opened after the quantity before.
        own: Where its own words begin: `head`, or after the bracket that it stands in.
        share_role: `part` and `whole` for the numbers of "15 of 80 prisons", or empty.
    """

    quantity: Quantity
    first: int
    last: int
    body: int
    noun: tuple[int, int]
    noun_end: int
    head: int
    reach: int
    limit: int
    beyond: tuple[int, int]
    in_brackets: bool
    own: int
    share_role: str

    @property
    def bare(self) -> bool:
        """Whether no noun says what is counted."""
        return self.noun[0] == self.noun[1]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence with its cues and the places of its quantities, all in text order."""

    tokens: tuple[Token, ...]
    cues: tuple[Found[tuple[IndicatorCue, ...]], ...]
    substances: tuple[Found[SubstanceCue], ...]
    places: tuple[Place, ...]
    section: tuple[Found[tuple[IndicatorCue, ...]], ...]


def seen(text: str, start: int, end: int) -> list[Token]:
    """The tokens of a span without hyphens and quotation marks."""
    return [token for token in tokens(text, start, end) if token.word not in UNSEEN_SIGNS]


def read(
    document: Document, sentence: Sentence, quantities: Sequence[Quantity], lexicon: Lexicon
) -> Reading:
    """Read one sentence for its quantities, which come in text order."""
    found = seen(document.text, sentence.start, sentence.end)
    spans = [_span(found, quantity, lexicon) for quantity in quantities]
    substances = tuple(lexicon.substances.all(found))
    return Reading(
        tokens=tuple(found),
        cues=tuple(lexicon.indicators.all(found)),
        substances=substances,
        places=_places(found, quantities, spans, {hit.first for hit in substances}, lexicon),
        section=tuple(lexicon.section_hits(_title(document, sentence))),
    )


def _places(
    found: Sequence[Token],
    quantities: Sequence[Quantity],
    spans: Sequence[tuple[int, int, int]],
    named: set[int],
    lexicon: Lexicon,
) -> tuple[Place, ...]:
    words = [token.word for token in found]
    limits = [*(first for first, _, _ in spans[1:]), len(words), len(words)]
    places: list[Place] = []
    for order, (first, last, body) in enumerate(spans):
        limit = max(limits[order], last)
        noun_end = _noun_end(words, body, limit, named, lexicon)
        head = min(places[-1].noun_end, first) if places else 0
        places.append(
            Place(
                quantity=quantities[order],
                first=first,
                last=last,
                body=body,
                noun=(first if quantities[order].form == "zero_words" else last, noun_end),
                noun_end=noun_end,
                head=head,
                reach=_reach(words, noun_end, limit),
                limit=limit,
                beyond=_beyond(words, noun_end, limit, limits[order + 1]),
                in_brackets=_opened(words, head, first),
                own=_own(words, head, first),
                share_role="",
            )
        )
    return tuple(_related(places, words, lexicon))


def _related(places: list[Place], words: list[str], lexicon: Lexicon) -> list[Place]:
    """Let a bare number share the noun of the one it is joined to."""
    for order in range(len(places) - 2, -1, -1):
        this, following = places[order], places[order + 1]
        if this.noun_end != this.body or this.quantity.form == "zero_words":
            continue
        between = words[this.body : following.first]
        if not between or (between[0] in JOINTS and _plain(between[1:], lexicon)):
            places[order] = replace(this, noun=following.noun)
        if "of" in between and _plain(between, lexicon):
            places[order] = replace(this, noun=following.noun, share_role="part")
            places[order + 1] = replace(following, head=this.head, share_role="whole")
    return places


def _plain(words: list[str], lexicon: Lexicon) -> bool:
    return all(lexicon.plays(word, "filler", "partitive") for word in words)


def _span(found: Sequence[Token], quantity: Quantity, lexicon: Lexicon) -> tuple[int, int, int]:
    starts = [token.start for token in found]
    ends = [token.end for token in found]
    first = bisect_left(ends, quantity.start + 1)
    last = max(first + 1, bisect_left(starts, max(quantity.end, quantity.mentions_end)))
    while last < len(found) and lexicon.plays(found[last].word, "magnitude"):
        last += 1
    body = last
    if quantity.unit_start >= quantity.end and quantity.unit not in COUNTED:
        body = max(last, bisect_left(starts, quantity.unit_end))
    return first, last, _past_brackets(found, body)


def _past_brackets(found: Sequence[Token], place: int) -> int:
    """Skip a unit's short form in brackets: "metric tons (MT)"."""
    if place + 2 < len(found) and found[place].word == "(" and found[place + 2].word == ")":
        return place if found[place + 1].is_number else place + 3
    return place


def _noun_end(
    words: Sequence[str], start: int, limit: int, named: set[int], lexicon: Lexicon
) -> int:
    place = start
    while place < min(limit, start + LONGEST_NOUN):
        word = words[place]
        if word in BREAKS:
            break
        if lexicon.plays(word, "stop", "auxiliary"):
            break
        if lexicon.plays(word, "join") and place + 1 not in named:
            break
        place += 1
    while place > start and lexicon.plays(words[place - 1], "filler", "partitive", "join"):
        place -= 1
    return place


def _reach(words: Sequence[str], start: int, limit: int) -> int:
    place = start
    while place < limit and words[place] not in BREAKS:
        place += 1
    return place


def _beyond(words: Sequence[str], start: int, limit: int, end: int) -> tuple[int, int]:
    if limit >= len(words) or "(" not in words[start:limit] or ")" not in words[limit:end]:
        return 0, 0
    if words.index("(", start, limit) != start:
        return 0, 0
    return words.index(")", limit, end) + 1, end


def _own(words: Sequence[str], start: int, end: int) -> int:
    for place in range(end, start, -1):
        if words[place - 1] == "(":
            return place
    return start


def _opened(words: Sequence[str], start: int, end: int) -> bool:
    depth = 0
    for word in words[start:end]:
        depth += (word == "(") - (word == ")")
    return depth > 0


def _title(document: Document, sentence: Sentence) -> str:
    for section in document.sections:
        if section.section_id == sentence.section_id:
            return section.title
    return ""
