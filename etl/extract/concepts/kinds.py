"""Kind of a quantity (level, change, share, rate) and the sign of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.growths import NOUNS, equated, goes_on
from etl.extract.concepts.stretches import leader
from etl.extract.concepts.units import unit_kind

if TYPE_CHECKING:
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.reading import Reading
    from etl.extract.concepts.tables import ChangeCue
    from etl.extract.view import Found

BEFORE = frozenset({"before"})
BEFORE_BY = BEFORE | {"by"}
NAMED = frozenset({"demand", "supply", "harm", "poverty", "debt"})
"""What "reduction" behind names a field of work: "on demand reduction" is no decrease."""
_MORE = {"more": 1, "fewer": -1, "less": -1}
_SIZED = {"larger": 1, "bigger": 1, "higher": 1, "greater": 1, "smaller": -1, "lower": -1}
_COMPARED = _MORE | _SIZED
_HEDGE = ("or", "so")
LONGEST_ITEM = 6
LONGEST_LIST = 8
LOOK_AHEAD = 6
"""Words after the unit among which the word of change may stand."""


def kind_of(reading: Reading, order: int, lexicon: Lexicon) -> tuple[str, int]:
    """The kind of the sentence's quantity number `order`, and its sign.

    A number is a change where a word of change stands right after it ("a 5 percent
    drop") or governs it ("fell by 5 percent", "a drop of 5 percent"); never after "to"
    or "from", which name the amounts before and after.
    """
    place = reading.places[order]
    unit = unit_kind(place.quantity.unit)
    sign = change_sign(reading, order, lexicon)
    if unit == "rate":
        return "rate", 1
    if sign:
        return "change", sign
    if place.quantity.form == "multiple":
        return "change", -1 if place.quantity.text.lower().startswith("halv") else 1
    return ("share", 1) if unit == "percent" else ("level", 1)


def change_sign(reading: Reading, order: int, lexicon: Lexicon) -> int:
    """1 for growth, -1 for a decrease, 0 where the number is no change."""
    place = reading.places[order]
    if place.share_role:
        return 0
    sign = _than(reading, place) or _after(reading, place, lexicon)
    sign = sign or _before(reading, place, lexicon) or equated(reading, place, lexicon)
    if not sign and (before := goes_on(reading, order, lexicon)) >= 0:
        return change_sign(reading, before, lexicon)
    first = order
    while (
        not sign and first > max(0, order - LONGEST_LIST) and _listed(reading, first - 1, lexicon)
    ):
        first -= 1
        sign = _before(reading, reading.places[first], lexicon)
    sign = sign or _gapped(reading, order, lexicon)
    if sign or order + 1 == len(reading.places):
        return sign
    if unit_kind(place.quantity.unit) != "count" and _listed(reading, order, lexicon):
        return _after(reading, reading.places[order + 1], lexicon)
    return 0


def _gapped(reading: Reading, order: int, lexicon: Lexicon) -> int:
    """As in "up: heroin by 17 percent, morphine by 58 percent": the list shares its verb."""
    place = reading.places[order]
    at = leader(reading.words, place.first, place.head, lexicon)
    led = order and reading.words[at] == "by" and at - place.head <= LONGEST_ITEM
    same = led and reading.places[order - 1].quantity.unit == place.quantity.unit == "PT"
    plain = same and all(
        spot in reading.known or lexicon.players(("join", "filler"), ",;").issuperset((word,))
        for spot, word in enumerate(reading.words[place.head : at], place.head)
    )
    return change_sign(reading, order - 1, lexicon) if plain else 0


def _listed(reading: Reading, order: int, lexicon: Lexicon) -> bool:
    """Whether "and" or a comma joins a bare number to the next of the same unit."""
    this, following = reading.places[order], reading.places[order + 1]
    begin = this.body if this.body <= following.first else this.last
    between = reading.words[begin : following.first]
    joined = bool(between) and lexicon.players(("join", "filler"), ",").issuperset(between)
    return joined and following.quantity.unit == this.quantity.unit


def _than(reading: Reading, place: Place) -> int:
    """As in "300 more users than in 2016", "40 or so fewer than before"."""
    sized = place.body < place.limit and reading.words[place.body] in _SIZED
    first = place.body if sized else place.last
    first += 2 if reading.words[first : first + 2] == _HEDGE and first + 2 <= place.limit else 0
    words = reading.words[first : min(place.limit, first + 1 + LOOK_AHEAD)]
    sign = _COMPARED.get(words[0], 0) if words else 0
    if not sign:
        return 0
    near = words[1:]
    stops = [near.index(stop) for stop in (",", ";", ".") if stop in near]
    return sign if "than" in near[: min(stops, default=len(near))] else 0


def _after(reading: Reading, place: Place, lexicon: Lexicon) -> int:
    unit = unit_kind(place.quantity.unit)
    for at in range(place.body, min(place.limit, place.body + LOOK_AHEAD)):
        word = reading.words[at]
        hit = lexicon.changes.at(reading.tokens, at)
        halved = at == place.body and place.quantity.form == "fraction"
        halved = halved and not _opens(reading, place, lexicon)
        wanted = {"after", "fraction"} if halved else {"after"}
        for row in hit.row if hit else ():
            if row.where in wanted and unit in (row.units or (unit,)):
                closes = hit is not None and _closes(reading, hit, unit, lexicon)
                return row.sign if closes else 0
        if lexicon.plays(word, "stop", "auxiliary", "join", "partitive") or word in ",;.:":
            break
        if at == place.body and hit is None and word.endswith("ed"):
            break
    return 0


def _opens(reading: Reading, place: Place, lexicon: Lexicon) -> bool:
    """As in "more than half the seizures took place there": a part that does something."""
    return lexicon.players(("filler", "hedge")).issuperset(reading.words[: place.first])


def _closes(
    reading: Reading, hit: Found[tuple[ChangeCue, ...]], unit: str, lexicon: Lexicon
) -> bool:
    """Whether a word of change ends its phrase: "demand reduction events" are no change."""
    end = hit.last
    closed = end == len(reading.tokens) or reading.words[end] == "."
    if unit != "percent" and closed and reading.words[hit.first] in _MORE:
        return False
    if unit == "percent" or end == len(reading.tokens) or end - hit.first > 1:
        return True
    word = reading.words[end]
    return not word[0].isalnum() or lexicon.plays(word, "stop", "auxiliary", "join")


def _before(reading: Reading, place: Place, lexicon: Lexicon) -> int:
    unit = unit_kind(place.quantity.unit)
    at = place.first - 1
    while at >= place.head and lexicon.plays(reading.words[at], "filler", "hedge"):
        at -= 1
    if at < place.head:
        return 0
    if reading.words[at] == "of" and reading.words[at - 1] == "short":
        return 0
    if reading.words[at] in {"by", "of"}:
        return _governing(reading, place.head, at, unit, lexicon)
    if unit == "percent" and reading.words[at] == ":":
        return next((NOUNS[word] for word in reading.words[place.head : at] if word in NOUNS), 0)
    return _ending(reading, at + 1, unit, lexicon, BEFORE)


def _ending(reading: Reading, end: int, unit: str, lexicon: Lexicon, wanted: frozenset[str]) -> int:
    hit = lexicon.changes.before(reading.tokens, end)
    if hit is not None and reading.words[hit.first - 1] in NAMED and hit.first > 0:
        return 0
    for row in hit.row if hit else ():
        if row.where in wanted and (not row.units or unit in row.units):
            return row.sign
    return 0


def _governing(reading: Reading, start: int, end: int, unit: str, lexicon: Lexicon) -> int:
    """Sign of the last word of change before "by" or "of" in the same clause."""
    by = reading.words[end] == "by"
    for place in range(end, start, -1):
        if reading.words[place - 1] in {";", ".", ","}:
            return 0
        sign = _ending(reading, place, unit, lexicon, BEFORE_BY if by else BEFORE)
        if sign:
            return sign
    return 0
