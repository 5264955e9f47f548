"""Units that a number shares with a partner: "170 to 340 agents", "(50 in 2016)"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from etl.extract.quantities.line import Line
from etl.extract.quantities.links import Candidate, front
from etl.extract.quantities.records import Measure
from etl.extract.quantities.tables import units, word_list

_PRICE_WORDS = frozenset({"price", "prices", "priced", "sells", "sell"})
DEAREST = 1_000_000
"""No drug costs more a unit: larger amounts are totals."""
WHOLE = 100
SUBJECT_REACH = 16
_MOVING = frozenset({"from", "to", "at", "totaled", "totaling", "reached", "was", "were", "is"})
PARTNERS = 12
_PLACE_FOLLOWS = frozenset({"in", "at", "from", "near"})
_REACH = 14


def forward(candidates: list[Candidate]) -> None:
    """Give a bare number the unit of the linked number behind it."""
    for left, right in reversed(list(pairwise(candidates))):
        if not left.bare or left.disposition or right.disposition or right.bare:
            continue
        if right.link in {"range", "series", "part"}:
            take = right.measure
            if right.link == "part" and (take.unit == "PT" or take.scale == "money"):
                continue
            _lend(left, take, f"unit_from_{right.link}")


def across_dates(line: Line, candidates: list[Candidate]) -> None:
    """Give the first of "from 300 in 2015 to 280 kg" the unit of the second."""
    undated = [one for one in candidates if one.disposition != "date"]
    for left, right in pairwise(undated):
        if left.disposition or right.disposition or not left.bare or right.bare:
            continue
        level = right.measure.unit != "PT" and right.measure.scale != "money"
        if level and front(line, left) == "from" and front(line, right) == "to":
            _lend(left, right.measure, "unit_from_move")


def backward(line: Line, candidates: list[Candidate]) -> None:
    """Give a bare number the unit of the number before that it is compared with."""
    for place, candidate in enumerate(candidates):
        if candidate.disposition or not candidate.bare or candidate.number.role != "cardinal":
            continue
        partner = _partner(candidates[max(0, place - PARTNERS) : place], candidate)
        if partner is not None and _compares(line, candidate, partner):
            _lend(candidate, partner.measure, "unit_from_partner")
        else:
            _from_subject(line, candidate)


def _partner(before: list[Candidate], candidate: Candidate) -> Candidate | None:
    """The last number with a unit, a level and one written alike where there is one."""
    settled = [c for c in before if c.disposition is None and not c.bare and not c.merged]
    percent = candidate.number.value is not None and candidate.number.value <= WHOLE
    levels = [c for c in settled if c.measure.unit != "PT"] or settled * percent
    alike = [c for c in levels if c.number.digits or not candidate.number.digits]
    return (alike or levels)[-1] if levels else None


def _from_subject(line: Line, candidate: Candidate) -> None:
    """As in "Seizures of tablets fell from 10,300 to 9,400": the counted things stand in front."""
    first = candidate.number.first
    if line.word(first - 1) not in _MOVING:
        return
    for place in range(first - 1, max(-1, first - SUBJECT_REACH), -1):
        for scale in ("count", "persons", "measure"):
            found = units()[scale].at(line.tokens, place)
            if found is not None and found.row.unit != "PT" and line.word(place).endswith("s"):
                measure = replace(candidate.measure, unit=found.row.unit, scale=scale)
                candidate.measure, candidate.rule_id = measure, "unit_from_subject"
                return


def _compares(line: Line, candidate: Candidate, partner: Candidate) -> bool:
    if candidate.link in {"range", "series"} and not partner.bare:
        return True
    front = line.word(candidate.number.first - 1)
    timed = _time_follows(line, candidate)
    near = candidate.number.first - partner.number.last <= _REACH
    if not near:
        return timed and front == "("
    listed = front in {",", "and"} and line.word(candidate.number.last) in _PLACE_FOLLOWS
    return timed or listed or front in {"from", "to", "than"}


def _time_follows(line: Line, candidate: Candidate) -> bool:
    words = line.words(candidate.number.last, candidate.number.last + 6)
    if not words or words[0] not in {"in", "during", "for", "of", "throughout", "over"}:
        return False
    return any(_tells_time(word) for word in words)


def _tells_time(word: str) -> bool:
    year = word.isdecimal() and len(word) == len("2013")
    return year or "year" in word or word in word_list("months")


def by_verb(line: Line, candidates: list[Candidate]) -> None:
    """Give a bare number the unit that its verb implies ("eradicate 50,000": hectares)."""
    implied = word_list("implied_units")
    for candidate in candidates:
        if candidate.disposition or not candidate.bare or candidate.number.role != "cardinal":
            continue
        for word in line.words(candidate.number.first - 4, candidate.number.first):
            if word in implied and candidate.rule_id == "number":
                _lend(candidate, replace(candidate.measure, unit=implied[word]), "unit_from_verb")


def rates(line: Line, candidates: list[Candidate]) -> None:
    """Make the first of "$5 to $10 per gram" a rate as the second is.

    Things beside things per something ("900 officers and 2 officers per 1,000 people")
    are no rate: only a range or a move from one to the other is, and money.
    """
    for left, right in pairwise(candidates):
        moved = right.link == "range" or line.word(right.number.first - 1) == "to"
        joined = right.link and (moved or left.measure.scale == "money")
        if joined and right.measure.unit.startswith(f"{left.measure.unit} PER "):
            left.measure = replace(left.measure, unit=right.measure.unit)


def prices(line: Line, candidates: list[Candidate], known: dict[str, str]) -> dict[str, str]:
    """Make money a price as in the sentence before, where this one speaks of prices too.

    Args:
        line: The sentence.
        candidates: Its numbers; changed in place.
        known: What money was per in the sentence before, by currency.

    Returns:
        The same for this sentence.
    """
    money = [c for c in candidates if c.disposition is None and c.measure.scale == "money"]
    if _PRICE_WORDS & {token.word for token in line.tokens}:
        for one in money:
            unit = known.get(one.measure.unit, "")
            if unit and one.number.value is not None and one.number.value < DEAREST:
                one.measure, one.rule_id = replace(one.measure, unit=unit), "unit_from_price_before"
    rated = [c.measure.unit for c in money if " PER " in c.measure.unit]
    return {unit.partition(" PER ")[0]: unit for unit in rated}


def _lend(to: Candidate, take: Measure, rule_id: str) -> None:
    """Give `to` the unit of a partner; what it says it is per, it keeps."""
    per = to.measure.unit.partition(" PER ")[2]
    unit = f"{take.unit} PER {per}" if per and " PER " not in take.unit else take.unit
    to.measure = replace(take, start=to.measure.start, unit=unit, base=-1)
    to.rule_id = rule_id
