"""Which substance a quantity of known indicator is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts import naming
from etl.extract.concepts.inheritance import is_compared, is_part, refers_back
from etl.extract.concepts.tables import substance_indicators

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.model import Concept

SINGLE = frozenset({"laboratories_destroyed", "drug_price", "drug_purity"})
"""Indicators that take the only substance of their sentence, wherever it stands."""

UNITS_OF_DRUGS = frozenset({"TABLETS", "DOSES", "PLANTS"})
"""Counts of a drug itself."""


def substance(case: Case, indicator: str, partner: Concept | None) -> str:
    """The substance code of a quantity; empty where its indicator takes none.

    Words nearest to the number win: what is counted, what follows it, what leads up to
    it, then the quantity it leans on, then the sentence, then the sentence before.

    Args:
        case: The quantity.
        indicator: What it measures.
        partner: The quantity whose indicator it took over, if it did.
    """
    if indicator not in substance_indicators():
        return ""
    named = naming.respective(case) or naming.near(case)
    if indicator == "other":
        taken = partner.substance if partner is not None and is_part(case) else ""
        named = named or taken
        return "" if named == naming.UNNAMED else named
    named = named or _taken(case, indicator, partner) or naming.UNNAMED
    return case.lexicon.forms.get((named, indicator), named)


def _taken(case: Case, indicator: str, partner: Concept | None) -> str:
    if named := naming.shared(case):
        return named
    if partner is None and (is_compared(case) or is_part(case)):
        partner = case.latest()
    giver = partner or case.memory.alike(indicator, case.place.quantity.unit)
    if giver is not None and giver.substance:
        return giver.substance
    if indicator in SINGLE:
        return naming.only(case)
    measured = case.unit_kind != "count" or case.place.quantity.unit in UNITS_OF_DRUGS
    if not measured:
        return ""
    if named := naming.before(case, 0):
        return named
    leans = case.unit_kind in {"area", "mass", "count"} or refers_back(case)
    return case.memory.named() if leans else ""
