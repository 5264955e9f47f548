"""Who counted or estimated a number, where the text says so."""

from __future__ import annotations

from collections.abc import Sequence

from etl.extract.context.doers import BREAK, doer_of, first_of_list, others_say
from etl.extract.context.giving import (
    FUNDED,
    GIVEN,
    funded_before,
    given_by,
    gives,
    receives,
    teaches,
)
from etl.extract.context.owners import owner
from etl.extract.context.reading import Reading
from etl.extract.context.scene import NOBODY, Actor, Attribution
from etl.extract.context.voices import speaks_last
from etl.extract.model import Concept, Quantity

_OWN = frozenset({"agency_personnel", "agency_budget"})
BUDGETS = frozenset({"counternarcotics_budget", "eradication_budget", "demand_reduction_budget"})

_DENIED = frozenset({"corruption_cases"})
"""A denial that stands behind what a government says of itself is nobody's count."""

_SURVEYED = frozenset(
    "cultivation_area production_potential crop_yield drug_users prevalence_rate".split()
)
"""What the United Nations find out: they count it, and speak of it further on."""

_NOBODY_S = frozenset({"agreements", "summit_participants"})
"""What nobody counts: treaties, and those who came to a meeting."""


def attribute(
    quantity: Quantity, concept: Concept, reading: Reading, actors: Sequence[Actor]
) -> Attribution | None:
    """Who is behind a number by its own sentence; None where the sentence leaves it open.

    Args:
        quantity: The number.
        concept: What it measures.
        reading: Its sentence.
        actors: Those whom the sentence names.
    """
    source = _source(quantity, reading, actors)
    own = owner(quantity, reading, actors) if concept.indicator in _OWN else None
    if own and (source is None or source.code):
        return Attribution(own.code, "own")
    if source is not None:
        return Attribution(source.code, "source")
    if quantity.form == "zero_words" and concept.indicator in _DENIED:
        return NOBODY
    doer = doer_of(quantity, concept.indicator, reading, actors)
    if _is_paid_for(quantity, concept.indicator, doer, reading):
        return Attribution("US_GOV", "does")
    if doer and doer.code == "UN" and concept.indicator in _SURVEYED:
        return Attribution("UN", "source")
    return _by_nature(concept.indicator, doer, _state(quantity, actors))


def _is_paid_for(
    quantity: Quantity, indicator: str, doer: Attribution | None, reading: Reading
) -> bool:
    """Whether the country that publishes the report gave, taught or paid for what is counted."""
    if indicator in GIVEN and gives(reading) and (given_by(reading) or not _acts(doer, reading)):
        return True
    funded = indicator in FUNDED and not (doer and doer.code)
    return funded and funded_before(reading, quantity.start)


def _by_nature(
    indicator: str, doer: Attribution | None, state: Attribution | None
) -> Attribution | None:
    """What an indicator allows: whose budget, staff or treaty it can be.

    What a government did that no indicator names is no count of its own.
    """
    if indicator in _NOBODY_S or (indicator in _OWN and doer and doer.code == "US_GOV"):
        return NOBODY
    if indicator == "other" and doer and doer.role == "does" and _is_home(doer.code):
        return NOBODY
    if indicator in BUDGETS and (doer is None or not doer.code):
        return state or doer
    return doer


def _acts(doer: Attribution | None, reading: Reading) -> bool:
    """Whether somebody gives or teaches, and is not who receives."""
    given = receives(reading) or not teaches(reading)
    return doer is not None and bool(doer.code) and not given


def _is_home(code: str) -> bool:
    """Whether a code is that of a government other than the one that publishes the report."""
    return code.endswith("_GOV") and code != "US_GOV"


def _state(quantity: Quantity, actors: Sequence[Actor]) -> Attribution | None:
    """The country whose money it is."""
    named = [a for a in actors if a.kind == "country" and a.start < quantity.start and a.code]
    return Attribution(named[-1].code, "does") if named else None


def _source(quantity: Quantity, reading: Reading, actors: Sequence[Actor]) -> Actor | None:
    """Whoever reports or estimates a number."""
    text, end = reading.document.text, max(quantity.end, quantity.mentions_end)
    cited = [a for a in actors if a.cited]
    trailing = [a for a in cited if a.start >= end]
    if trailing and not BREAK.search(text, end, trailing[0].start):
        return trailing[0]
    said = [a for a in actors if a.start >= end and speaks_last(text, end, a)]
    if said and not BREAK.search(text, end, said[0].start):
        return said[0]
    heard = [a for a in actors if a.cited or a.speaks]
    before = [a for a in heard if a.start < quantity.start]
    if before and others_say(reading, before[-1].end, quantity.start):
        return Actor(before[-1].start, before[-1].end, "", "body")
    return first_of_list(before[-1], actors, text) if before else None
