"""Where a sentence names a drug, and where its words for drugs name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.reading import REACH
from etl.extract.concepts.tables import UNNAMED

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.concepts.tables import SubstanceCue
    from etl.extract.view import Found

    Hits = list[Found[SubstanceCue]]

POINTING = frozenset("the this that said same finished latter".split())
ONE_DRUG = frozenset({"drug", "substance", "narcotic", "product", "chemical"})
"""Nouns of one drug, which was named before where "the" stands before them."""
MANY_DRUGS = frozenset({"drugs", "substances", "narcotics", "products", "chemicals"})
"""The same of several, whose definite article may come from words behind them."""
OF_BODIES = tuple(
    "enforce law control police polic agenc unit squad administration bureau directorate "
    "commission council liaison board task office department authorit service committee brigade "
    "division branch prosecut detective agent investigator court treatment test prevention demand "
    "educat rehabilit strateg legislat act crime offen master abuse observatory".split()
)
"""Beginnings of words before which "drug" names a body or a field of work, no drug."""
BODIES = frozenset(
    (body, link)
    for body in "office commission council committee board agency institute center".split()
    for link in ("on", "for", "against")
)
"""Words before what a body is for: "the Commission on Narcotic Drugs"."""


def within(case: Case, start: int, end: int) -> Hits:
    """The substances named from token `start` up to before token `end`, if near enough."""
    hits = case.reading.substances_in(max(start, case.place.first - REACH), end)
    return [hit for hit in hits if hit.row.substance != UNNAMED or not _tells_none(case, hit)]


def _tells_none(case: Case, hit: Found[SubstanceCue]) -> bool:
    """Whether a word for drugs is part of a body's name, or points back to a drug named.

    As in "the Drug Control Agency", "recovered 4 kg of the drug".
    """
    words = case.reading.words
    last, following = words[hit.last - 1], (*words, "")[hit.last]
    if following.startswith(OF_BODIES) or words[hit.last : hit.last + 2] == ("and", "crime"):
        return True
    if words[hit.first - 2 : hit.first] in BODIES:
        return True
    if words[hit.first - 1] not in POINTING or not hit.first:
        return False
    if last in ONE_DRUG:
        return not (following.isalpha() and following.endswith("s"))
    return last in MANY_DRUGS and case.plain(hit.last, hit.last + 1, "auxiliary", signs=",.;:)")
