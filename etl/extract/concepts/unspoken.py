"""Numbers that no cue speaks for: of no concern, of a default kind, or `other`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.crops import crop_of
from etl.extract.concepts.kinds import kind_of
from etl.extract.concepts.leaning import is_listed, is_loose_share
from etl.extract.concepts.naming import near, only
from etl.extract.concepts.scoring import DECISIVE, judge
from etl.extract.concepts.tables import UNNAMED, indicator_units
from etl.extract.concepts.units import rate_of, unit_kind

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.model import Quantity

TRACES = frozenset({"MG"})
"""Units of doses, which tell nothing of amounts in a trade."""

PLANTED = frozenset("planted plantings fields acreage land area cultivation crop sown".split())
"""Words of where cannabis grows."""
CLEARED = ("eradicat", "uproot", "destroy", "spray", "cleared", "razed")
"""Beginnings of words of what became of fields."""
RELATIVE = frozenset({"which", "that", "all", "every", "most"})
LENGTHS = frozenset({"meters", "feet"})
MEASURED = frozenset({"square", "cubic", "linear", "million", "of", "running"})
"""Words that may stand between a number and its length."""
ALONE = 4
"""Most words of a sentence that says nothing."""
SPELLED_OUT = 12
"""The largest number that is written in words wherever it stands in a sentence."""
LEAD = 3
"""Words before a bare number that say what it is."""


def is_outside(case: Case) -> bool:
    """Whether what is measured is of no concern: inhabitants, kilometers of coast.

    The words decide that stand in its noun, or around a number without one; a list of
    such things goes on until a cue speaks.
    """
    place = case.place
    here = case.memory.here
    if here and here[-1].concept is None and is_listed(case):
        return True
    if place.bare or place.in_brackets:
        return _finds(case, place.head, place.limit)
    return _finds(case, *place.noun)


def is_led_outside(case: Case) -> bool:
    """Whether a bare number is led up to by such words: "a population of 2 million"."""
    place = case.place
    return place.bare and _finds(case, max(place.head, place.first - LEAD), place.first)


def is_nothing(case: Case) -> bool:
    """Whether a count of nothing stands alone, as a page number does."""
    alone = len(case.reading.tokens) <= ALONE
    return alone and case.place.bare and case.unit_kind == "count"


def is_remark(case: Case) -> bool:
    """Whether a number of which nothing says what it measures is an everyday remark.

    A report writes what was counted in digits, or says what it is; "two main tasks" is
    kept as a mention alone.
    """
    return case.kind == "level" and is_small_count(case.place.quantity)


def is_small_count(quantity: Quantity) -> bool:
    """Whether a number is one of those that prose spells out: "two", "a dozen"."""
    return quantity.form == "words" and quantity.value <= SPELLED_OUT


def is_firmly_outside(case: Case) -> bool:
    """Whether the counted noun itself is of no concern, whatever the verb."""
    return _finds(case, case.place.noun[0], case.place.noun_end, firm=True)


def _finds(case: Case, start: int, end: int, *, firm: bool = False) -> bool:
    for at in range(start, end):
        hit = case.lexicon.outside.at(case.reading.tokens, at)
        if hit is None or (firm and not hit.row.firm) or _is_device(case, at):
            continue
        if not hit.row.units or case.unit_kind in hit.row.units:
            return True
    return False


def _is_device(case: Case, at: int) -> bool:
    """Whether what looks like a length is a thing: "40 density meters"."""
    words = case.reading.words
    return words[at] in LENGTHS and at > case.place.body and words[at - 1] not in MEASURED


def unspoken(case: Case) -> str:
    """The indicator of a number without a cue: by its unit, where a drug is named.

    That no official is accused of anything tells of corruption, whatever the words are.
    """
    stated = case.place.quantity.unit
    if case.place.quantity.rule_id == "zero_accused":
        return "corruption_cases"
    if case.unit_kind == "rate":
        return rate_of(stated)
    if stated in TRACES:
        return "other"
    if case.kind != "level":
        return _of_change(case) if case.kind == "change" else _of_share(case)
    return _by_unit(case, case.lexicon.defaults.get(case.unit_kind, "other"))


def _by_unit(case: Case, default: str) -> str:
    """What an amount without a cue is of: its unit tells where a drug is named."""
    if default == "other":
        return default
    named = near(case) or case.memory.named() or only(case)
    if case.unit_kind == "area" and _is_cleared(case):
        return "eradication_area"
    if named not in {"", UNNAMED}:
        return default
    named = named or "".join(hit.row.substance for hit in case.reading.substances[:1])
    return default if named else "other"


def _is_cleared(case: Case) -> bool:
    """Whether the sentence tells what became of fields, but in no clause on them alone."""
    words = case.reading.words
    at = next((at for at, word in enumerate(words) if word.startswith(CLEARED)), -1)
    return at >= 0 and RELATIVE.isdisjoint(words[case.place.last : at])


def _of_share(case: Case) -> str:
    """What a share of a drug without a cue is: part of a flow, or of a crop's fields."""
    named = near(case)
    if crop_of(named) not in {"", "cannabis"}:
        return "cultivation_area"
    return "trafficked_share" if named not in {"", UNNAMED} and is_loose_share(case) else "other"


def _of_change(case: Case) -> str:
    """What a change without a cue is of: fields, where a crop is named, or what comes next."""
    words = case.reading.words
    crop = crop_of(near(case) or only(case) or case.memory.named())
    if crop and not (PLANTED.isdisjoint(words) and crop == "cannabis"):
        return "cultivation_area"
    led = case.lexicon.defaults.get(unit_kind(case.unit), "")
    if led and case.reading.substances:
        return led
    told = _of_next(case)
    return told if told and indicator_units()[told] in case.lexicon.defaults else "other"


def _of_next(case: Case) -> str:
    """What the next change measures: "after a 9 percent rise, seizures fell by 5 percent"."""
    order, reading = case.order + 1, case.reading
    if order == len(reading.places) or ";" in reading.words[case.place.last : case.place.limit]:
        return ""
    place = reading.places[order]
    kind, _ = kind_of(reading, order, case.lexicon)
    verdict = judge(reading, place, kind, place.quantity.unit, case.lexicon)
    return verdict.indicator if verdict is not None and verdict.score >= DECISIVE else ""
