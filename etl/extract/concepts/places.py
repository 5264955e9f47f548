"""Where a quantity stands in its sentence: its noun, what leads up to it, what follows."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from etl.extract.concepts import phrases, stretches
from etl.extract.concepts.openers import with_group
from etl.extract.concepts.phrases import BREAKS, COUNTED
from etl.extract.concepts.tallies import with_tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.words import Words
    from etl.extract.model import Quantity

LONGEST_OWNER = 6
OWNERS = frozenset({"'s", "’s", "'", "’", "s"})
LONGEST_ADJECTIVE = 2
"""Words between a number and a noun that another number has."""
PLURALS = ("s", "men", "women", "children", "people", "personnel", "police", "staff")


HEDGES = frozenset({"so", "more", "less", "fewer", "thereabouts", "better"})
"""Words that hedge a number behind "or"."""


class Place(NamedTuple):
    """Where a quantity stands among the tokens of its sentence; all are token indexes.

    Attributes:
        order: Which quantity of the sentence it is, from 0.
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
        nameless: Whether its noun was said before: "30 inpatient", "and 12 serve women".
        tally: What a number without a noun counts: "number of crimes" in "the number of
            crimes on the books fell to 310"; (0, 0) where that is not said.
    """

    quantity: Quantity
    order: int
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
    nameless: bool
    tally: tuple[int, int] = (0, 0)

    @property
    def bare(self) -> bool:
        """Whether no noun says what is counted."""
        return not self.nameless and self.noun[0] == self.noun[1] and self.lent[0] == self.lent[1]

    def describes(self, words: Words) -> bool:
        """Whether only adjectives stand behind it: the noun is said elsewhere."""
        held = range(self.body, self.noun_end)
        if not 0 < len(held) <= LONGEST_ADJECTIVE or self.quantity.unit not in COUNTED:
            return False
        known = any(at in words.nouns or at in words.drugs for at in held)
        plural = words.all[self.noun_end - 1].endswith(PLURALS)
        return self.quantity.value != 1 and not known and not plural

    def names(self, token: int) -> bool:
        """Whether a phrase that begins at a token is part of the counted noun."""
        return self.noun[0] <= token < self.noun[1] or self.lent[0] <= token < self.lent[1]


def places(quantities: Sequence[Quantity], words: Words, lexicon: Lexicon) -> tuple[Place, ...]:
    """The places of a sentence's quantities, which come in text order."""
    spans = [_span(words, quantity, lexicon) for quantity in quantities]
    limits = [*(first for first, _, _ in spans[1:]), len(words), len(words)]
    found: list[Place] = []
    for order, (first, last, body) in enumerate(spans):
        quantity = quantities[order]
        limit = max(limits[order], last)
        known = words.nouns if quantity.unit in COUNTED else words.nouns | words.drugs
        noun_end = phrases.noun_end(words, body, limit, known, lexicon)
        start = first if quantity.form == "zero_words" else last
        head = min(found[-1].noun_end, first) if found else 0
        found.append(
            Place(
                quantity=quantity,
                order=order,
                first=first,
                last=last,
                body=body,
                noun=(start, phrases.noun_head(words, start, noun_end, quantity, lexicon)),
                lent=(0, 0),
                echo=_echo(found, quantity, (start, noun_end)),
                noun_end=noun_end,
                head=head,
                own=stretches.own_start(words, head, first),
                reach=stretches.reach(words, noun_end, limit),
                limit=limit,
                beyond=stretches.beyond(words, noun_end, limit, limits[order + 1], lexicon),
                in_brackets=stretches.in_brackets(words, head, first),
                share_role="",
                nameless=False,
            )
        )
    related = with_tally(_related(found, words, lexicon), words, lexicon)
    return tuple(with_group(related, words, lexicon))


def _told_nameless(place: Place, words: Words, lexicon: Lexicon) -> Place:
    return place._replace(nameless=True) if _is_nameless(place, words, lexicon) else place


def _is_nameless(place: Place, words: Words, lexicon: Lexicon) -> bool:
    end = place.noun_end
    if end == place.body < len(words) and place.quantity.unit in COUNTED:
        return lexicon.plays(words.all[end], "verb")
    joined = end + 1 == place.limit < len(words) and lexicon.plays(words.all[end], "join")
    closed = joined or end == len(words) or words.all[end] in BREAKS
    return closed and place.describes(words)


def _related(found: list[Place], words: Words, lexicon: Lexicon) -> list[Place]:
    """Let a number without a noun of its own share that of the one it is joined to."""
    if found:
        found[-1] = _told_nameless(found[-1], words, lexicon)
    for order in range(len(found) - 2, -1, -1):
        this, following = found[order], found[order + 1]
        if this.quantity.form == "zero_words":
            between = words.all[this.last : following.first]
            if "of" in between and stretches.plain(between, lexicon):
                found[order + 1] = following._replace(share_role="whole")
            continue
        found[order] = this = _told_nameless(this, words, lexicon)
        if _is_owners(words.all[this.body : following.first], lexicon):
            found[order] = this = this._replace(noun=(this.body, this.body), noun_end=this.body)
        between = words.all[this.noun_end : following.first]
        noun = following.noun if following.lent == (0, 0) else following.lent
        if this.noun_end != this.body:
            alone = len(between) == 1 and _joined(between, lexicon)
            if alone and (words.drugs_only(this) or this.describes(words)):
                found[order] = this._replace(lent=noun)
            continue
        if not between or _joined(between, lexicon):
            found[order] = this._replace(lent=noun)
        if "of" in between and (stretches.plain(between, lexicon) or _is_owners(between, lexicon)):
            found[order] = this._replace(lent=noun, reach=following.reach, share_role="part")
            found[order + 1] = following._replace(head=this.head, share_role="whole")
    return found


def _echo(found: Sequence[Place], quantity: Quantity, noun: tuple[int, int]) -> tuple[int, int]:
    if noun[0] != noun[1] or not found or quantity.unit not in COUNTED:
        return 0, 0
    return found[-1].noun if found[-1].noun[0] != found[-1].noun[1] else found[-1].echo


def _is_owners(between: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether an owner stands before the whole: "9 of the country's roughly 40 prisons"."""
    end = len(between)
    while end > 1 and lexicon.plays(between[end - 1], "filler", "hedge"):
        end -= 1
    told = 0 < end <= LONGEST_OWNER
    return told and between[0] == "of" and between[end - 1] in OWNERS


def _joined(between: Sequence[str], lexicon: Lexicon) -> bool:
    return lexicon.plays(between[0], "join", "onward") and stretches.plain(between[1:], lexicon)


def _span(words: Words, quantity: Quantity, lexicon: Lexicon) -> tuple[int, int, int]:
    first = bisect_left(words.ends, quantity.start + 1)
    numbers_end = max(quantity.end, quantity.mentions_end)
    last = max(first + 1, bisect_left(words.starts, numbers_end))
    while last < len(words) and lexicon.plays(words.all[last], "magnitude"):
        last += 1
    last = body = _past_hedge(words, last)
    plain = quantity.form not in {"fraction", "multiple"} and quantity.unit not in COUNTED
    if plain and quantity.unit_start >= quantity.end:
        body = max(last, bisect_left(words.starts, quantity.unit_end))
    return first, last, _past_hedge(words, _past_short_form(words, body))


def _past_hedge(words: Words, place: int) -> int:
    """Skip a hedge behind a number or unit: "40 kg or so of heroin"."""
    joined, hedge = (*words.all[place : place + 2], "", "")[:2]
    return place + 2 if joined == "or" and hedge in HEDGES else place


def _past_short_form(words: Words, place: int) -> int:
    """Skip a unit's short form in brackets: "metric tons (MT)"."""
    opened, form, closed = (*words.all[place : place + 3], "", "", "")[:3]
    short = opened == "(" and closed == ")" and not form[0].isdecimal()
    return place + 3 if short else place
