"""Where a quantity stands in its sentence: its noun, what leads up to it, what follows."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.words import Words
    from etl.extract.model import Quantity

LONGEST_NOUN = 14
GLOSS = 3
"""Tokens of one word in brackets."""
LONGEST_TAIL = 6
VERB_ENDINGS = ("ing", "ed")
BREAKS = frozenset(",;:().–—[]")
COUNTED = frozenset({"COUNT", "PERSONS", "TABLETS", "PLANTS", "DOSES"})
"""Units that are what is counted: their words are the noun itself."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quantity stands among the tokens of its sentence; all are token indexes.

    Attributes:
        first: Its first token; `last` is one past its number's last.
        body: One past its unit.
        noun: Begin and end of what is counted, up to "of": the "units" of "5 units of
            the police", but the whole of "5 kg of heroin".
        lent: The noun of the next quantity where this one has none of its own: "from 5
            to 8 agents", "two cocaine and three heroin laboratories"; else (0, 0).
        noun_end: End of the words right after it up to a preposition, verb or comma.
        head: Where the words leading up to it begin: after the quantity before.
        own: The same, or after the bracket that it stands in.
        reach: End of the words that follow it without a comma or another quantity.
        limit: Where the next quantity begins, or the sentence ends.
        beyond: Words after a bracketed quantity that follows it at once, such as those
            after the share in "40 users (8 percent) of heroin"; (0, 0) where none.
        in_brackets: Whether it stands in brackets opened after the quantity before.
        share_role: `part` and `whole` for the numbers of "15 of 80 prisons", or empty.
    """

    quantity: Quantity
    first: int
    last: int
    body: int
    noun: tuple[int, int]
    lent: tuple[int, int]
    echo: tuple[int, int]
    noun_end: int
    head: int
    own: int
    reach: int
    limit: int
    beyond: tuple[int, int]
    in_brackets: bool
    share_role: str

    @property
    def bare(self) -> bool:
        """Whether no noun says what is counted."""
        return self.noun[0] == self.noun[1] and self.lent[0] == self.lent[1]

    def names(self, token: int) -> bool:
        """Whether a phrase that begins at a token is part of the counted noun."""
        return any(start <= token < end for start, end in (self.noun, self.lent))


def places(quantities: Sequence[Quantity], words: Words, lexicon: Lexicon) -> tuple[Place, ...]:
    """The places of a sentence's quantities, which come in text order."""
    spans = [_span(words, quantity, lexicon) for quantity in quantities]
    limits = [*(first for first, _, _ in spans[1:]), len(words), len(words)]
    found: list[Place] = []
    for order, (first, last, body) in enumerate(spans):
        quantity = quantities[order]
        limit = max(limits[order], last)
        known = words.nouns if quantity.unit in COUNTED else words.nouns | words.drugs
        noun_end = _noun_end(words, body, limit, known, lexicon)
        start = first if quantity.form == "zero_words" else last
        head = min(found[-1].noun_end, first) if found else 0
        found.append(
            Place(
                quantity=quantity,
                first=first,
                last=last,
                body=body,
                noun=(start, _noun_head(words, start, noun_end, quantity, lexicon)),
                lent=(0, 0),
                echo=_echo(found, quantity, (start, noun_end)),
                noun_end=noun_end,
                head=head,
                own=_own(words, head, first),
                reach=_reach(words, noun_end, limit),
                limit=limit,
                beyond=_beyond(words, noun_end, limit, limits[order + 1], lexicon),
                in_brackets=_opened(words, head, first),
                share_role="",
            )
        )
    return tuple(_related(found, words, lexicon))


def _related(found: list[Place], words: Words, lexicon: Lexicon) -> list[Place]:
    """Let a number without a noun of its own share that of the one it is joined to."""
    for order in range(len(found) - 2, -1, -1):
        this, following = found[order], found[order + 1]
        if this.quantity.form == "zero_words":
            continue
        between = words.all[this.noun_end : following.first]
        noun = following.noun if following.lent == (0, 0) else following.lent
        if this.noun_end != this.body:
            if len(between) == 1 and _joined(between, lexicon) and words.drugs_only(this):
                found[order] = replace(this, lent=noun)
            continue
        if not between or _joined(between, lexicon):
            found[order] = replace(this, lent=noun)
        if "of" in between and _plain(between, lexicon):
            found[order] = replace(this, lent=noun, reach=following.reach, share_role="part")
            found[order + 1] = replace(following, head=this.head, share_role="whole")
    return found


def _echo(found: Sequence[Place], quantity: Quantity, noun: tuple[int, int]) -> tuple[int, int]:
    if noun[0] != noun[1] or not found or quantity.unit not in COUNTED:
        return 0, 0
    return found[-1].noun if found[-1].noun[0] != found[-1].noun[1] else found[-1].echo


def _joined(between: Sequence[str], lexicon: Lexicon) -> bool:
    return lexicon.plays(between[0], "join", "onward") and _plain(between[1:], lexicon)


def _plain(words: Sequence[str], lexicon: Lexicon) -> bool:
    return all(lexicon.plays(word, "filler", "partitive") for word in words)


def _span(words: Words, quantity: Quantity, lexicon: Lexicon) -> tuple[int, int, int]:
    first = bisect_left(words.ends, quantity.start + 1)
    numbers_end = max(quantity.end, quantity.mentions_end)
    last = max(first + 1, bisect_left(words.starts, numbers_end))
    while last < len(words) and lexicon.plays(words.all[last], "magnitude"):
        last += 1
    body = last
    plain = quantity.form not in {"fraction", "multiple"} and quantity.unit not in COUNTED
    if plain and quantity.unit_start >= quantity.end:
        body = max(last, bisect_left(words.starts, quantity.unit_end))
    return first, last, _past_short_form(words, body)


def _past_short_form(words: Words, place: int) -> int:
    """Skip a unit's short form in brackets: "metric tons (MT)"."""
    opened, form, closed = (*words.all[place : place + 3], "", "", "")[:3]
    short = opened == "(" and closed == ")" and not form[0].isdecimal()
    return place + 3 if short else place


def _noun_end(words: Words, start: int, limit: int, known: frozenset[int], lexicon: Lexicon) -> int:
    place = start
    while place < min(limit, start + LONGEST_NOUN):
        word = words.all[place]
        if _is_gloss(words, place, limit, lexicon):
            place += GLOSS
            continue
        if word in BREAKS:
            break
        if lexicon.plays(word, "stop", "auxiliary") and place not in words.bound:
            break
        if _is_verb(words, start, place, known):
            break
        if lexicon.plays(word, "join") and not _goes_on(words, start, place, limit, lexicon):
            break
        place += 1
    while place > start and lexicon.plays(words.all[place - 1], "filler", "partitive", "join"):
        place -= 1
    return place


def _is_gloss(words: Words, place: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether one word in brackets interrupts a noun phrase that goes on."""
    after = place + GLOSS
    if after >= limit or words.all[place] != "(" or words.all[after - 1] != ")":
        return False
    word = words.all[after]
    return word not in BREAKS and not lexicon.plays(word, "stop", "auxiliary", "join")


def _is_verb(words: Words, start: int, place: int, known: frozenset[int]) -> bool:
    """Whether a participle after a known noun ends its phrase: "cases targeting groups"."""
    tied = place in words.bound or place in words.nouns
    if tied or not words.all[place].endswith(VERB_ENDINGS):
        return False
    return place + 1 not in words.nouns and any(at in known for at in range(start, place))


def _goes_on(words: Words, start: int, join: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase goes on after "and": a drug follows, or its noun is to come.

    In "13 domestic and foreign networks" only adjectives stand before "and".
    """
    if join + 1 in words.named:
        return True
    if join == start or any(at in words.nouns for at in range(start, join)):
        return False
    for at in range(join + 1, min(limit, join + LONGEST_TAIL)):
        word = words.all[at]
        if word in BREAKS or lexicon.plays(word, "stop", "auxiliary", "join", "partitive"):
            return False
        if at in words.nouns:
            return True
    return False


def _noun_head(words: Words, start: int, end: int, quantity: Quantity, lexicon: Lexicon) -> int:
    if quantity.unit not in COUNTED or quantity.form == "zero_words":
        return end
    for place in range(start + 1, end):
        if lexicon.plays(words.all[place], "partitive"):
            return place
    return end


def _reach(words: Words, start: int, limit: int) -> int:
    place = start
    while place < limit and words.all[place] not in BREAKS:
        place += 1
    return place


def _beyond(words: Words, start: int, limit: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """The words after the next quantity, where that is set in brackets or commas.

    For a quantity in brackets itself they are those after its brackets.
    """
    opened = _reach(words, start, limit)
    if opened + 1 < limit and words.all[opened] == ")":
        goes_on = not lexicon.plays(words.all[opened + 1], "join")
        return (opened + 1, _reach(words, opened + 1, limit)) if goes_on else (0, 0)
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
    return begin, _reach(words, begin, end)


def _inserted(words: Words, comma: int, limit: int, lexicon: Lexicon) -> bool:
    """Whether ", or" leads from the comma to the next quantity."""
    between = words.all[comma + 1 : limit]
    if words.all[comma] != "," or not between or not lexicon.plays(between[0], "join"):
        return False
    return _plain(between[1:], lexicon)


def _own(words: Words, start: int, end: int) -> int:
    for place in range(end, start, -1):
        if words.all[place - 1] == "(":
            return place
    return start


def _opened(words: Words, start: int, end: int) -> bool:
    inside = words.all[start:end]
    return inside.count("(") > inside.count(")")
