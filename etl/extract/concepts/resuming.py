"""Numbers that go on with what was measured before: "the figure for 2016 was 40"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.classes import PLAIN
from etl.extract.concepts.leaning import points_to_such
from etl.extract.concepts.tables import UNNAMED
from etl.extract.concepts.units import fits, unit_kind

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.model import Concept

MEASURES = frozenset(
    "figure figures total totals number numbers tally toll sum count amount quantity level "
    "volume area areas aggregate one equivalent".split()
)
"""Nouns that stand for what was measured before, if they name nothing themselves."""
ALIKE = frozenset(
    "corresponding comparable same equivalent previous preceding following earlier prior".split()
)
"""Words that set a period or an amount beside the one before."""
PRONOUNS = frozenset({"it", "they", "that", "this", "these", "those", "there"})
PERIODS = frozenset(
    "year years month months quarter quarters half period decade week weeks time before later "
    "ago earlier since until then now".split()
)
NAMING = frozenset({"of", "who", "whom", "whose"})
"""Words behind which a measure says what it is of."""
PERSONS = PLAIN | {"person"}
"""Nouns for whoever was spoken of before."""
RESTING = frozenset({"remainder", "rest", "others", "balance", "remaining"})
BESIDE = frozenset({",", "(", "or", "that", "is", "i.e.", "namely", "meaning", "equal", "to", "–"})
"""Words between an amount and its share, or the reverse."""
LONGEST_OPENING = 16
SPOKEN = MEASURES | ALIKE | PRONOUNS | RESTING
UNTOLD = SPOKEN | PERIODS


def resumed(case: Case) -> Concept | None:
    """What was measured before, where the words up to a number name nothing of their own.

    The clause opens with a word that stands for it ("the figure", "it", "the same months"),
    and neither it nor the number brings in a noun that is known.
    """
    place = case.place
    if points_to_such(case) or _counts_again(case):
        return case.latest() or case.antecedent()
    start = _clause(case)
    if start < 0 or not place.first - start <= LONGEST_OPENING:
        return None
    opening = case.reading.words[start : place.first]
    told = case.unit_kind != "money" and SPOKEN.isdisjoint(opening)
    if told or not _names_nothing(case, start):
        return None
    before = case.latest() if place.order else case.counterpart() or case.antecedent()
    if before is None or not before.substance or RESTING.isdisjoint(opening):
        return before
    return before._replace(substance=UNNAMED)


def restated(case: Case) -> Concept | None:
    """The share or the count right before that a number says anew: "5 percent, or 40 people"."""
    if not case.order or {"count", "percent"} != {case.unit_kind, _kind_before(case)}:
        return None
    place, before = case.place, case.reading.places[case.order - 1]
    behind = set(case.reading.words[place.body : place.noun_end])
    between = case.reading.words[before.noun_end : place.first]
    marked = len(between) > 1 or between[:1] in {("or",), ("(",)}
    anew = case.reading.words[place.noun_end : place.noun_end + 1] == ("of",)
    plain = PERSONS.issuperset(behind) and case.kind != "change" and not anew
    if not (plain and marked and BESIDE | _hedges(case) >= set(between)):
        return None
    giver = case.memory.here[-1].concept
    if giver is None or not fits(giver.indicator, place.quantity.unit, case.kind):
        return None
    return giver


def _kind_before(case: Case) -> str:
    return unit_kind(case.reading.places[case.order - 1].quantity.unit)


def _hedges(case: Case) -> frozenset[str]:
    return case.lexicon.players(("filler", "hedge"))


def _counts_again(case: Case) -> bool:
    """Whether a measure stands right behind the number: "bringing to 14 the number of"."""
    behind = case.reading.words[case.place.last : case.place.last + 2]
    return behind[:1] == ("the",) and not MEASURES.isdisjoint(behind[1:])


def _clause(case: Case) -> int:
    """Where the number's clause begins, or -1 where another number stands in it."""
    if not case.order:
        return 0
    before = case.reading.places[case.order - 1]
    if unit_kind(before.quantity.unit) != case.unit_kind:
        return -1
    words = case.reading.words
    for at in range(case.place.first - 1, before.last - 1, -1):
        if words[at] == ";":
            return at + 1
    return -1


def _names_nothing(case: Case, start: int) -> bool:
    """Whether no noun but words of measure and time stands before or behind a number."""
    place, words, known = case.place, case.reading.words, case.reading.known
    plain = frozenset() if RESTING.isdisjoint(words[start : place.first]) else PERSONS
    hits = case.reading.substances_in(start, place.reach)
    drugs = {at for hit in hits for at in range(hit.first, hit.last)}
    for at in (*range(start, place.first), *range(place.body, place.noun_end)):
        if at in known and at not in drugs and words[at] not in UNTOLD | plain:
            return False
        if at < place.first and words[at] in MEASURES and words[at + 1] in NAMING:
            return False
    return True
