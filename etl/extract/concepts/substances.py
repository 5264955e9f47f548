"""Which substance a quantity is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.inheritance import is_compared, is_part, refers_back
from etl.extract.concepts.tables import substance_groups, substance_indicators
from etl.extract.concepts.units import unit_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.inheritance import Memory
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.reading import Place, Reading
    from etl.extract.concepts.tables import SubstanceCue
    from etl.extract.model import Concept
    from etl.extract.view import Found

    Hits = list[Found[SubstanceCue]]

UNNAMED = "illicit_drugs"
LINK = 3
"""Words that may stand between two substances of one phrase."""
SINGLE = frozenset({"laboratories_destroyed", "drug_price", "drug_purity"})
"""Indicators that take the only substance of their sentence, wherever it stands."""


def of(
    reading: Reading,
    order: int,
    indicator: str,
    kind: str,
    partner: Concept | None,
    memory: Memory,
    lexicon: Lexicon,
) -> str:
    """The substance code of a quantity whose indicator is known; empty where none goes.

    Words nearest to the number win: what is counted, what follows it, what leads up to
    it, then the quantity it leans on, then the sentence, then the sentence before.
    """
    if indicator not in substance_indicators():
        return ""
    place = reading.places[order]
    named = respective(reading, order, lexicon) or near(reading, place, lexicon)
    if indicator == "other":
        leans = is_part(reading, place, lexicon) and partner is not None
        named = named or (partner.substance if leans and partner else "")
        return "" if named == UNNAMED else named
    named = named or _taken(reading, place, indicator, kind, partner, memory, lexicon)
    return lexicon.forms.get((named, indicator), named)


def near(reading: Reading, place: Place, lexicon: Lexicon) -> str:
    """The substance named in the number's own words, several merged into one code."""
    after = (place.noun_end, place.reach)
    if place.bare or unit_kind(place.quantity.unit) != "count":
        after = (place.noun_end, _first_join(reading, place, lexicon))
    for start, end in (place.noun, after, place.beyond):
        hits = _within(reading, start, end)
        if hits:
            chain = hits if (start, end) == place.noun else hits[:1]
            return merge(_joined(reading, chain, max(place.limit, end), lexicon), lexicon)
    hits = _within(reading, place.head, place.first)
    return merge(_trailing(reading, hits, lexicon), lexicon) if hits else ""


def respective(reading: Reading, order: int, lexicon: Lexicon) -> str:
    """The substance that "respectively" assigns to a number by its rank, or empty."""
    words = [token.word for token in reading.tokens]
    places = reading.places
    if "respectively" not in words[places[order].last :]:
        return ""
    first = last = order
    while first > 0 and _adjacent(reading, first - 1, lexicon):
        first -= 1
    while last + 1 < len(places) and _adjacent(reading, last, lexicon):
        last += 1
    hits = _within(reading, 0, places[first].first)
    chain = _trailing(reading, hits, lexicon) if hits else []
    return chain[order - first].row.substance if len(chain) == last - first + 1 > 1 else ""


def merge(hits: Sequence[Found[SubstanceCue]], lexicon: Lexicon) -> str:
    """One code for several: the only one, their group's, or drugs in general."""
    named = sorted({hit.row.substance for hit in hits} - {UNNAMED}) or [UNNAMED]
    if len(named) == 1:
        return named[0]
    groups = {substance_groups()[code] for code in named}
    return lexicon.groups[groups.pop()] if len(groups) == 1 else UNNAMED


def _taken(
    reading: Reading,
    place: Place,
    indicator: str,
    kind: str,
    partner: Concept | None,
    memory: Memory,
    lexicon: Lexicon,
) -> str:
    unit = place.quantity.unit
    if partner is None and (
        is_compared(reading, place, kind, lexicon) or is_part(reading, place, lexicon)
    ):
        partner = memory.latest(unit, kind)
    giver = partner or memory.alike(indicator, unit)
    if giver is not None and giver.substance:
        return giver.substance
    if indicator in SINGLE:
        codes = {hit.row.substance for hit in reading.substances} - {UNNAMED}
        drugs = {code for code in codes if substance_groups()[code] != "chemicals"} or codes
        return drugs.pop() if len(drugs) == 1 else UNNAMED
    if unit_kind(unit) == "count":
        return UNNAMED
    hits = _within(reading, 0, place.first)
    if hits:
        return merge(_trailing(reading, hits, lexicon), lexicon)
    back = unit_kind(unit) in {"area", "mass"} or refers_back(reading, lexicon)
    earlier = memory.antecedent(unit, kind) if back else None
    return (earlier.substance if earlier is not None else "") or UNNAMED


def _within(reading: Reading, start: int, end: int) -> Hits:
    return [hit for hit in reading.substances if start <= hit.first and hit.last <= end]


def _first_join(reading: Reading, place: Place, lexicon: Lexicon) -> int:
    for at in range(place.noun_end, place.reach):
        if lexicon.plays(reading.tokens[at].word, "join"):
            return at
    return place.reach


def _joined(reading: Reading, hits: Hits, end: int, lexicon: Lexicon) -> Hits:
    """Add the substances that "and" or a comma joins on before the next quantity."""
    chain = list(hits)
    for hit in _within(reading, chain[-1].last, end):
        if not _linked(reading, chain[-1].last, hit.first, lexicon):
            break
        chain.append(hit)
    return chain


def _trailing(reading: Reading, hits: Hits, lexicon: Lexicon) -> Hits:
    """The last substance of several with those joined to it."""
    chain = [hits[-1]]
    for hit in reversed(hits[:-1]):
        if not _linked(reading, hit.last, chain[0].first, lexicon):
            break
        chain.insert(0, hit)
    return chain


def _linked(reading: Reading, start: int, end: int, lexicon: Lexicon) -> bool:
    between = [token.word for token in reading.tokens[start:end]]
    return len(between) <= LINK and all(
        lexicon.plays(word, "join", "filler") or word in {",", "/"} for word in between
    )


def _adjacent(reading: Reading, order: int, lexicon: Lexicon) -> bool:
    this, following = reading.places[order], reading.places[order + 1]
    between = [token.word for token in reading.tokens[this.body : following.first]]
    return all(lexicon.plays(word, "join", "filler") or word == "," for word in between)
