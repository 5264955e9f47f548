"""Units that a number shares with a partner: "170 to 340 agents", "(50 in 2016)"."""

from __future__ import annotations

from itertools import pairwise

from etl.extract.quantities.line import Line
from etl.extract.quantities.links import Candidate, front
from etl.extract.quantities.records import Measure
from etl.extract.quantities.tables import qualifiers, units, word_list
from etl.extract.quantities.wholes import is_compared

WHOLE = 100
SUBJECT_REACH = 16
_MOVING = frozenset(
    "from to at totaled totaling totalled reached reaching was were is numbered numbering "
    "averaged exceeded".split()
)
_OPENING_WORDS = 9
PARTNERS = 12
_PLACE_FOLLOWS = frozenset("among in at on from near along off inside outside under during".split())
_REACH = 14
_EXTENDING = frozenset(
    "covering comprising weighing containing spanning measuring totaling employing holding".split()
)
_POINTING = frozenset({"them", "whom", "which", "these", "those", "the", "its", "their"})
_TOTALS = frozenset("total figure number amount area volume quantity sum tally toll".split())
_TOLD = _TOTALS | {"totals", "figures", "numbers", "amounts", "areas", "volumes"}
_GOALS = frozenset("goal goals target targets objective objectives quota quotas".split())
_BETWEEN = frozenset(
    "for in of during the same year years previous prior period season months month then last "
    "preceding corresponding set".split()
)
"""Words of time between a total and its verb: "the figures for 2016 were"."""
_LONGEST_BETWEEN = 6
_MIRRORED = frozenset({"on", "over", "at", "to", "with"})
_PIECES = frozenset({"TABLETS", "PLANTS", "DOSES"})
_FINDING = frozenset("found measured counted verified detected recorded".split())
_REACHING = (
    ["at"],
    ["is"],
    ["was"],
    ["were"],
    ["reached"],
    ["stood", "at"],
    ["came", "to"],
    ["amounted", "to"],
)


def forward(candidates: list[Candidate]) -> None:
    """Give a bare number the unit of the linked number behind it."""
    for place, (left, right) in reversed(list(enumerate(pairwise(candidates)))):
        if not left.bare or left.disposition or right.disposition or right.bare:
            continue
        if left.link == "range" and place and not candidates[place - 1].bare:
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
        partner = _partner(line, candidates[max(0, place - PARTNERS) : place], candidate)
        since = max([one.measure.last for one in candidates[:place] if not one.bare], default=-1)
        if partner is None or not _compares(line, candidate, partner):
            _from_subject(line, candidate, -1)
        elif not _from_subject(line, candidate, since):
            _lend(candidate, partner.measure, "unit_from_partner")


def _partner(line: Line, before: list[Candidate], candidate: Candidate) -> Candidate | None:
    """The last number with a unit, a level and one written alike where there is one.

    What measures things that were counted ("88 fields covering 5 hectares") is no partner
    of "compared to 2,086", unless the two are linked.
    """
    settled = [c for c in before if c.disposition is None and not c.bare and not c.merged]
    percent = candidate.number.value is not None and candidate.number.value <= WHOLE
    levels = [c for c in settled if c.measure.unit != "PT"] or settled * percent
    if not candidate.link:
        levels = [c for c in levels if not _measures_things(line, c)] or levels
    if not candidate.link and line.word(candidate.number.first - 1) == "from":
        levels = [c for c in levels if not _in_aside(line, c)] or levels
    alike = [c for c in levels if c.number.digits or not candidate.number.digits]
    return (alike or levels)[-1] if levels else None


def _in_aside(line: Line, one: Candidate) -> bool:
    """Whether a sum stands in brackets: "60 million pesos ($1.1 million)"."""
    money = one.measure.scale == "money"
    return money and "(" in line.words(one.number.first - 4, one.number.first)


def _measures_things(line: Line, one: Candidate) -> bool:
    hedge = qualifiers("before").before(line.tokens, one.number.first) if one.number.first else None
    place = one.number.first if hedge is None else hedge.first
    while line.words(place - 2, place) == ["total", "of"] or line.word(place - 1) in {"a", "an"}:
        place -= 2 if line.word(place - 1) == "of" else 1
    return line.word(place - 1) in _EXTENDING


def _from_subject(line: Line, candidate: Candidate, since: int) -> bool:
    """As in "Seizures of tablets fell from 10,300 to 9,400": the counted things stand in front.

    Args:
        line: The sentence.
        candidate: A bare number; it takes the unit of what is counted.
        since: The token from which on that must stand; any where negative.
    """
    first = _unhedged(line, candidate)
    bracket = line.word(first - 1) == "("
    if line.word(first - 1) in _MOVING or bracket:
        reach = 3 if bracket else SUBJECT_REACH
    elif line.word(first - 1) == "," and "of" in line.words(first - _OPENING_WORDS, first):
        reach = first - max(at for at in range(first) if line.word(at) == "of")
        if line.word(first - reach + 1) not in _POINTING or first - reach > 1:
            return False
    else:
        return False
    for place in range(first - 1, max(since, first - reach, 0) - 1, -1):
        for scale in ("count", "persons", "measure"):
            found = units()[scale].at(line.tokens, place)
            if found is not None and found.row.unit != "PT" and line.word(place).endswith("s"):
                measure = candidate.measure._replace(unit=found.row.unit, scale=scale)
                candidate.measure, candidate.rule_id = measure, "unit_from_subject"
                return True
    return False


def _unhedged(line: Line, candidate: Candidate) -> int:
    """The first token of a number, or of what hedges it."""
    first = candidate.number.first
    hedge = qualifiers("before").before(line.tokens, first) if first else None
    first = first if hedge is None else hedge.first
    return first - (line.word(first - 1) in {"only", "just", "barely"})


def _compares(line: Line, candidate: Candidate, partner: Candidate) -> bool:
    if candidate.link in {"range", "series"} and not partner.bare:
        return True
    if is_compared(line, candidate) or _is_total(line, candidate):
        return True
    front = line.word(candidate.number.first - 1)
    timed = _time_follows(line, candidate)
    near = candidate.number.first - partner.number.last <= _REACH
    if not near:
        return timed and front == "("
    listed = front in {",", "and"} and line.word(candidate.number.last) in _PLACE_FOLLOWS
    listed = listed or _shares_measure(line, candidate, partner)
    listed = listed or _mirrors(line, candidate, partner)
    return timed or listed or front in {"from", "to", "than", "against"} or _with(line, candidate)


def _with(line: Line, candidate: Candidate) -> bool:
    place = candidate.number.first
    return line.words(place - 2, place) in (["compared", "with"], ["compared", "to"])


def _shares_measure(line: Line, candidate: Candidate, partner: Candidate) -> bool:
    """As in "12 kg of heroin, 5 of opium and 3 of hashish": a unit for the whole list."""
    joined = line.word(candidate.number.first - 1) in {",", "and", ";"}
    place = candidate.number.last
    named = line.word(place) == "of" and line.word(place + 1) not in _POINTING
    measured = partner.measure.scale == "measure" and partner.measure.unit != "PT"
    return joined and named and measured and line.word(partner.measure.last) == "of"


def _mirrors(line: Line, candidate: Candidate, partner: Candidate) -> bool:
    """As in "poppy on 88 hectares, cannabis on 210, and coca on 3": one preposition for all."""
    alike = line.word(candidate.number.first - 1) == line.word(partner.number.first - 1)
    closed = line.word(candidate.number.last) in {",", ";", ".", "and", ""}
    measured = partner.measure.scale == "measure" and partner.measure.unit != "PT"
    measured = measured or partner.measure.unit in _PIECES
    return alike and closed and measured and line.word(partner.number.first - 1) in _MIRRORED


def _is_total(line: Line, candidate: Candidate) -> bool:
    """As in "whereas the total was just 317"."""
    hedge = qualifiers("before").before(line.tokens, candidate.number.first)
    place = candidate.number.first if hedge is None else hedge.first
    place -= line.word(place - 1) in {"just", "only", "barely"}
    if line.word(place - 1) in _FINDING:
        return True
    for reaching in _REACHING:
        first = place - len(reaching)
        if first > 0 and line.words(first, place) == reaching:
            return _said_of(line, first) in _TOLD | _GOALS
    return line.word(place - 1) == "of" and _said_of(line, place - 1) in _GOALS


def _said_of(line: Line, end: int) -> str:
    """The noun before words of time that end before a token: "the goal for 2018"."""
    for place in range(end - 1, max(-1, end - 1 - _LONGEST_BETWEEN), -1):
        word = line.word(place)
        if word not in _BETWEEN and not word.isdecimal() and word not in word_list("months"):
            return word
    return ""


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
                _lend(candidate, candidate.measure._replace(unit=implied[word]), "unit_from_verb")


def _lend(to: Candidate, take: Measure, rule_id: str) -> None:
    """Give `to` the unit of a partner; what it says it is per, it keeps."""
    per = to.measure.unit.partition(" PER ")[2]
    unit = f"{take.unit} PER {per}" if per and " PER " not in take.unit else take.unit
    to.measure = take._replace(start=to.measure.start, unit=unit, base=-1)
    to.rule_id = rule_id
