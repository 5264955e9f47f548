"""What each quantity of a document measures: kind, indicator, substance and sign."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from etl.extract.concepts import substances
from etl.extract.concepts.inheritance import (
    Coded,
    Memory,
    is_compared,
    is_listed,
    is_part,
    refers_back,
)
from etl.extract.concepts.kinds import kind_of
from etl.extract.concepts.lexicon import lexicon
from etl.extract.concepts.outside import is_outside
from etl.extract.concepts.reading import read
from etl.extract.concepts.scoring import DECISIVE, judge
from etl.extract.concepts.units import unit_kind
from etl.extract.model import Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.documents.model import Document
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.reading import Reading
    from etl.extract.concepts.scoring import Verdict
    from etl.extract.model import Quantity

EMPHATIC = 5.0
"""The least score that sets a part off from the whole before it."""


def code(quantity: Quantity, document: Document) -> Concept | None:
    """What one quantity measures, its neighbours unknown; None where it is no fact.

    `code_all` does better: lists and comparisons lean on the quantities around them.
    """
    return code_all([quantity], document)[0]


def code_all(quantities: Sequence[Quantity], document: Document) -> list[Concept | None]:
    """What each quantity of a document measures.

    Args:
        quantities: In any order.
        document: The document that holds them.

    Returns:
        For each quantity, in the order given, its concept, or None where the number is
        not about drug control.
    """
    words = lexicon()
    memory = Memory()
    concepts: dict[int, Concept | None] = {}
    order = sorted(range(len(quantities)), key=lambda at: quantities[at].start)
    for sentence, members in groupby(order, key=lambda at: quantities[at].sentence):
        places = list(members)
        reading = read(
            document, document.sentences[sentence], [quantities[at] for at in places], words
        )
        memory.enter(document.sentences[sentence])
        for position, at in enumerate(places):
            coded = _code(reading, position, memory, words)
            memory.keep(coded)
            concepts[at] = coded.concept
    return [concepts[at] for at in range(len(quantities))]


def _code(reading: Reading, order: int, memory: Memory, words: Lexicon) -> Coded:
    place = reading.places[order]
    kind, sign = kind_of(reading, order, words)
    verdict = judge(reading, place, kind, words)
    partner = _partner(reading, order, kind, verdict, memory, words)
    if partner is not None:
        indicator, rule = partner.indicator, f"inherited:{partner.indicator}"
    elif verdict is not None and verdict.score >= DECISIVE:
        indicator, rule = verdict.indicator, f"cue:{verdict.cue}"
    elif is_outside(reading, place, words):
        return Coded(place.quantity, None)
    else:
        indicator, rule = "other", "no_cue"
    substance = substances.of(reading, order, indicator, kind, partner, memory, words)
    return Coded(place.quantity, Concept(kind, indicator, substance, sign, rule))


def _partner(
    reading: Reading,
    order: int,
    kind: str,
    verdict: Verdict | None,
    memory: Memory,
    words: Lexicon,
) -> Concept | None:
    """The quantity whose indicator this one takes over, or None where it has its own."""
    place = reading.places[order]
    unit = place.quantity.unit
    score = verdict.score if verdict is not None else 0.0
    own = verdict is not None and verdict.own and score >= DECISIVE
    if is_compared(reading, place, kind, words) and not own:
        return memory.latest(unit, kind)
    if is_part(reading, place, words) and not (own and score >= EMPHATIC):
        whole = memory.latest(unit, kind) or memory.antecedent(unit, kind)
        if whole is not None:
            return whole
    if score >= DECISIVE:
        return None
    if is_listed(reading, place, words) or place.bare or unit_kind(unit) in {"mass", "area"}:
        here = memory.latest(unit, kind)
        if here is not None:
            return here
    return memory.antecedent(unit, kind) if refers_back(reading, words) else None
