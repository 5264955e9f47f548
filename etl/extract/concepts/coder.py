"""What each quantity of a document measures: kind, indicator, substance and sign."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from etl.extract.concepts.case import Case
from etl.extract.concepts.crops import crop_before
from etl.extract.concepts.hauls import overruled
from etl.extract.concepts.inheritance import partner
from etl.extract.concepts.kinds import kind_of
from etl.extract.concepts.lexicon import lexicon
from etl.extract.concepts.memory import Coded, Memory
from etl.extract.concepts.reading import read
from etl.extract.concepts.scoring import DECISIVE, judge
from etl.extract.concepts.subject import opening_class, subject
from etl.extract.concepts.substances import substance
from etl.extract.concepts.unspoken import (
    is_firmly_outside,
    is_led_outside,
    is_nothing,
    is_outside,
    is_remark,
    unspoken,
)
from etl.extract.model import Concept

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.documents.model import Document
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.reading import Reading
    from etl.extract.model import Quantity


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
    memory = Memory(
        partial(subject, document, words),
        partial(crop_before, document, words),
        partial(opening_class, document, words),
    )
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
    case = Case(reading, place, kind, memory, words)
    if is_firmly_outside(case):
        return Coded(place.quantity, None)
    verdict = judge(reading, place, kind, case.unit, words)
    told = verdict is not None and verdict.score >= DECISIVE
    if not told and is_led_outside(case):
        return Coded(place.quantity, None)
    giver = partner(case, verdict)
    spoken = verdict.indicator if verdict is not None and told else ""
    structural = overruled(case, spoken, verdict)
    if structural != spoken:
        indicator, rule = structural, f"structure:{structural}"
    elif giver is not None:
        indicator, rule = giver.indicator, f"inherited:{giver.indicator}"
    elif verdict is not None and told:
        indicator, rule = verdict.indicator, f"cue:{verdict.cue}"
    elif is_outside(case) or is_nothing(case):
        return Coded(place.quantity, None)
    else:
        indicator, rule = unspoken(case), "no_cue"
        if indicator == "other" and is_remark(case):
            return Coded(place.quantity, None)
    named = substance(case, indicator, giver)
    return Coded(place.quantity, Concept(kind, indicator, named, sign, rule))
