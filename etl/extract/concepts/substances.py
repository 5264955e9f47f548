"""Which substance a quantity of known indicator is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts import crops, naming
from etl.extract.concepts.leaning import (
    is_compared,
    is_loose_share,
    is_part,
    points_back,
    refers_back,
)
from etl.extract.concepts.mentions import within
from etl.extract.concepts.ranks import respective
from etl.extract.concepts.sites import taken_up
from etl.extract.concepts.tables import (
    UNNAMED,
    indicator_units,
    substance_groups,
    substance_indicators,
)

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.model import Concept

SUBJECTS = frozenset({"drug_price", "drug_purity", "seizure_events", "production_potential_share"})
"""Indicators that take the only substance of their sentence, or that spoken of before."""
MEDICINES = "opioids"
"""What methadone and its like are: who gets it is treated for what it stands in for."""
TAKEN = frozenset({"drug_users", "prevalence_rate", "treatment_admissions"})
"""Indicators of persons whose drug may be the subject: "cocaine is used by 40"."""
SEIZED = frozenset({"seizure_mass", "seizure_volume", "seizure_units"})
"""Indicators of amounts whose value a sentence may go on to give."""
AREAS = frozenset({"cultivation_area", "eradication_area", "licit_cultivation_area"})
"""Indicators that go on about the last crop of which an area was given."""
FIELDS = frozenset({"plots", "fields", "plantations", "gardens"})
"""Nouns of where a crop grows."""
PLANTED = frozenset({"eradication_plants", "seizure_plants"})
"""Indicators of plants, which are of the crop spoken of last."""
UNITS_OF_DRUGS = frozenset({"TABLETS", "DOSES", "PLANTS"})
"""Counts of a drug itself."""


AGAIN = frozenset({"or", "is", "(", "i.e."})
"""Words between a share and the count that gives it again."""
HOLDING = frozenset({"which", "containing", "contained", "laced", "cut"})
PAIR = 2
RAW = frozenset({"coca", "cocaine", "cannabis", "opiates"})
"""Groups of drugs that are not sold in tablets: "3 kg of heroin and 640 pills"."""


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
    named = respective(case) or naming.near(case)
    if named == UNNAMED and (points_back(case) or naming.is_that_drug(case)):
        named = ""
    named = _shares(case, indicator, _sharpened(case, indicator, named))
    if indicator == "other":
        taken = partner.substance if partner is not None and is_part(case) else ""
        named = named or taken
        fields = _planted(case) if named in {"", UNNAMED} else named
        return "" if fields == UNNAMED else fields
    named = named or _taken(case, indicator, partner) or UNNAMED
    return case.lexicon.forms.get((named, indicator), named)


def _sharpened(case: Case, indicator: str, named: str) -> str:
    """The drug that the words before tell where the number's own name none or many."""
    if indicator == "laboratories_destroyed" and is_chemical(named):
        return _made(case) or named
    if named not in {"", UNNAMED}:
        return named
    if indicator == "seizure_value":
        named = _seized(case) or named
    if indicator in TAKEN and naming.follows_by(case):
        named = naming.before(case, 0) or named
    if named in {"", UNNAMED} and indicator == "drug_users":
        named = _share_drug(case) or named
    if named == UNNAMED and indicator in SEIZED and _holds_drug(case):
        named = naming.before(case, 0) or named
    return named


def _shares(case: Case, indicator: str, named: str) -> str:
    """The same for shares."""
    if case.kind != "share":
        return named
    if named == UNNAMED:
        named = naming.before(case, case.place.head) or named
    if named in {"", UNNAMED} and indicator in TAKEN:
        named = _main_drug(case) or _users_drug(case, indicator) or named
    return named


def _planted(case: Case) -> str:
    """The crop of fields that are counted: "91 suspected plots"."""
    noun = case.reading.words[case.place.noun[0] : case.place.noun[1]]
    if case.unit_kind != "count" or not noun or noun[-1] not in FIELDS:
        return ""
    return crops.crop_of(naming.before(case, 0)) or case.memory.growing()


def _main_drug(case: Case) -> str:
    """The drug said to be that of a share: "opiates were the primary drug for 71 percent"."""
    hits = within(case, case.place.head, case.place.first)
    codes = [hit.row.substance for hit in hits][-2:]
    if len(codes) < PAIR or codes[1] != UNNAMED or codes[0] == UNNAMED:
        return ""
    between = range(hits[-2].last, hits[-1].first)
    said = any(case.plain(at, at + 1, "auxiliary", "verb") for at in between)
    return codes[0] if said else ""


def _users_drug(case: Case, indicator: str) -> str:
    """The drug of the users that a prevalence gives again: "40 people, or 2 percent of adults"."""
    before = case.memory.here[-1].concept if case.memory.here else None
    if before is None or indicator != "prevalence_rate" or before.indicator != "drug_users":
        return ""
    between = case.reading.words[case.place.head : case.place.first]
    return before.substance if "or" in between or "(" in between else ""


def _share_drug(case: Case) -> str:
    """The drug of a share that a count of users gives again: "40 percent, or 900 persons"."""
    before = case.memory.here[-1] if case.memory.here else None
    if before is None or before.concept is None or before.quantity.unit != "PT":
        return ""
    between = set(case.reading.words[case.place.head : case.place.first])
    again = not between.isdisjoint(AGAIN) and before.concept.kind == "share"
    return before.concept.substance if again and case.place.quantity.unit == "PERSONS" else ""


def _holds_drug(case: Case) -> bool:
    """Whether what was weighed only holds the drug: "4 kg of a powder in which the drug was"."""
    words = case.reading.words[case.place.body : case.place.reach]
    return "a" in words[:2] and not HOLDING.isdisjoint(words)


def _seized(case: Case) -> str:
    """The one drug of which the sentence gave amounts: "52 kg of the drug, worth $3,000"."""
    told = [coded.concept for coded in case.memory.here if coded.concept]
    amounts = {concept.substance for concept in told if concept.indicator in SEIZED}
    return amounts.pop() if len(amounts) == 1 else ""


def _taken(case: Case, indicator: str, partner: Concept | None) -> str:
    weighed = case.unit_kind in {"mass", "volume"} or case.place.quantity.unit in UNITS_OF_DRUGS
    aside = naming.apposed(case) if weighed else ""
    given = "" if aside in {"", UNNAMED} else aside
    given = given or naming.shared(case) or _given(case, indicator, partner)
    return given or _around(case, indicator)


def _given(case: Case, indicator: str, partner: Concept | None) -> str:
    """The substance of the quantity that this one leans on."""
    partner = partner or case.counterpart()
    leans = case.kind != "change" and (is_compared(case) or is_part(case))
    if partner is None and leans:
        partner = case.latest()
    if partner is None and points_back(case):
        whole = case.latest() or case.antecedent()
        partner = whole if whole is not None and whole.indicator == indicator else None
    own = naming.before(case, 0)
    here = [coded.concept for coded in case.memory.here]
    if partner is not None and partner not in here and own not in {"", UNNAMED}:
        return own
    giver = partner or case.memory.alike(indicator, case.place.quantity.unit)
    if giver is None and is_loose_share(case):
        giver = case.latest()
    return giver.substance if giver is not None else ""


def _around(case: Case, indicator: str) -> str:
    """The substance of the sentence, else of those before, where the number needs one."""
    unit = case.place.quantity.unit
    special = _special(case, indicator)
    if special is not None:
        return special
    counted = "count" in {case.unit_kind, indicator_units()[indicator]}
    if counted and unit not in UNITS_OF_DRUGS and indicator != "seizure_units":
        return ""
    leans = case.unit_kind != "percent" or indicator == "prevalence_rate" or refers_back(case)
    named = naming.before(case, 0)
    if unit in UNITS_OF_DRUGS and case.order and substance_groups().get(named) in RAW:
        return ""
    named = named or (case.memory.named() if leans else "")
    if not named and indicator in AREAS:
        return crops.crop_of(naming.only(case)) or case.memory.crop or case.memory.growing()
    if named or not leans:
        return named
    return case.memory.by_unit.get(unit, "") if unit in UNITS_OF_DRUGS else ""


def _special(case: Case, indicator: str) -> str | None:
    """The substance of indicators that take it in ways of their own; None for others."""
    if indicator == "laboratories_destroyed":
        return _made(case)
    if indicator in SUBJECTS or case.place.quantity.unit == "PLANTS":
        named = naming.only(case) or case.memory.named()
        grown = indicator in PLANTED and named in {"", UNNAMED}
        return case.memory.growing() or named if grown else named
    if indicator == "drug_deaths":
        return naming.only(case)
    treated = indicator == "treatment_admissions" and naming.only(case) == MEDICINES
    return MEDICINES if treated else None


def _made(case: Case) -> str:
    """The drug that laboratories made."""
    made = naming.only(case, case.place.last) or naming.made(case)
    if not made and (case.place.bare or taken_up(case)):
        made = naming.before(case, 0) or ("" if case.order else case.memory.named())
    return "" if is_chemical(made) else made


def is_chemical(code: str) -> bool:
    """Whether a substance is a chemical that drugs are made with, not of."""
    return substance_groups().get(code) == "chemicals"
