"""Units that a part takes from its whole: "6,577 hectares, of which 4,450 burned"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from etl.extract.quantities.line import Line
from etl.extract.quantities.links import Candidate
from etl.extract.quantities.records import Measure
from etl.extract.quantities.tables import WordRow, qualifiers, subsets
from etl.extract.view import Found

_SKIPPED = frozenset(", a an the total estimated another only just some".split())
_POINTING_BACK = frozenset({"them", "whom", "which"})
_TELLING = frozenset("in during the that by last since over a an through".split())
_IRREGULAR = frozenset("found taken held made caught grown seen sold".split())
_POINTING = frozenset({"this", "that", "these"})
_COMPARING = frozenset("compares compare compared from against than versus".split())
_NAMING_IT = tuple(
    ["the", noun] for noun in ("figure", "total", "number", "amount", "corresponding", "comparable")
)
_RULE = "unit_from_whole"


def bare_parts(line: Line, candidates: Sequence[Candidate]) -> None:
    """Take the verb of "of which 4,450 burned" for no noun that is counted."""
    for one in candidates:
        if one.measure.scale != "noun":
            continue
        verb = _is_verb(line, one.measure.first, one.measure.last)
        if verb and (_opening(line, one) or is_compared(line, one)):
            last = one.number.last
            one.measure = Measure("COUNT", one.measure.start, last, last, "bare")


def is_compared(line: Line, one: Candidate) -> bool:
    """As in "fewer than the 4,450 uprooted the year before": so many of what was named."""
    words = line.words(one.number.first - 3, one.number.first)
    at = one.number.last + 1
    told = line.word(at) in _TELLING or line.number_at(at) is not None
    if not told or not _is_participle(line.word(one.number.last)):
        return False
    last = [word for word in words if word not in _SKIPPED][-1:]
    return words[-1:] == ["the"] or last in (["than"], ["to"], ["from"])


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _IRREGULAR


def _is_verb(line: Line, first: int, last: int) -> bool:
    alone = last - first == 1 or not line.word(last - 1).endswith("s")
    participle = _is_participle(line.word(first))
    if participle and line.word(first + 1) in {"last", "this"}:
        return True
    return participle and alone


def wholes(line: Line, candidates: Sequence[Candidate], before: Sequence[Candidate]) -> None:
    """Give a bare part the unit of its whole, of this sentence or of the one before.

    A whole is the nearest number in front that is no smaller. Without one in its own
    sentence, a part that opens it ("Of these, 300 ...") looks into the sentence before,
    where all numbers that could be its whole must have one unit.

    Args:
        line: The sentence.
        candidates: Its numbers; changed in place.
        before: The numbers of the sentence directly before.
    """
    for place, part in enumerate(candidates):
        if part.disposition or not part.bare or part.number.role != "cardinal":
            continue
        opening = _opening(line, part)
        if opening is None and not (
            _points_back(line, part) or _goes_on(line, candidates[:place], part)
        ):
            continue
        found = [one for one in candidates[:place] if _is_whole(one, part)]
        if found:
            part.measure = found[-1].measure._replace(start=part.measure.start, base=-1)
            part.rule_id = _RULE
        elif opening is not None:
            _from_before(line, part, opening.first, before)


def pointing_back(line: Line, candidates: Sequence[Candidate], before: Sequence[Candidate]) -> None:
    """Give the bare numbers of "This compares to 1,900 in 2016" the unit of the sentence before.

    Args:
        line: The sentence.
        candidates: Its numbers; changed in place.
        before: The numbers of the sentence directly before, whose levels must have one unit.
    """
    compares = line.word(0) in _POINTING and not _COMPARING.isdisjoint(line.all_words)
    opens = compares or (line.words(0, 2) in _NAMING_IT and line.word(2) != "of")
    told = [one for one in candidates if one.disposition is None]
    if not opens or not told or not all(one.bare for one in told):
        return
    found = [one.measure for one in before if _is_level(one) and one.measure.scale != "money"]
    if len({one.unit for one in found}) != 1:
        return
    for one in told:
        one.measure = one.measure._replace(unit=found[-1].unit, scale=found[-1].scale)
        one.rule_id = "unit_from_sentence_before"


def _is_level(one: Candidate) -> bool:
    rated = one.measure.unit == "PT" or " PER " in one.measure.unit
    return one.disposition is None and not one.bare and not rated


def _from_before(line: Line, part: Candidate, first: int, before: Sequence[Candidate]) -> None:
    found = [one.measure for one in before if _is_whole(one, part)] if first <= 1 else []
    if len({one.unit for one in found}) == 1:
        part.measure = part.measure._replace(unit=found[-1].unit, scale=found[-1].scale)
        part.rule_id = _RULE
    elif "whom" in line.words(first, part.number.first):
        part.measure = part.measure._replace(unit="PERSONS", scale="persons")
        part.rule_id = _RULE


def _is_whole(one: Candidate, part: Candidate) -> bool:
    """Whether `one` is a level with a unit that `part` can be a part of."""
    if not _is_level(one):
        return False
    if one.measure.scale == "money" and not part.number.magnified:
        return False
    whole, share = one.number.value, part.number.value
    if whole is None or share is None:
        return False
    return one.number.role == "cardinal" and whole >= share


def _opening(line: Line, part: Candidate) -> Found[WordRow] | None:
    """The words in front that make a number a part: "including", "of these"."""
    place = part.number.first
    hedge = qualifiers("before").before(line.tokens, place) if place else None
    place = place if hedge is None else hedge.first
    while line.word(place - 1) in _SKIPPED or line.words(place - 2, place) == ["total", "of"]:
        place -= 1
    return subsets().before(line.tokens, place) if place > 0 else None


def _goes_on(line: Line, front: Sequence[Candidate], part: Candidate) -> bool:
    """As in "of which 4,450 were new and 1,900 old": together they stay within the whole."""
    parts = [*takewhile(lambda one: one.rule_id == _RULE, reversed(front))]
    if not parts or not _joined(line, part):
        return False
    before = front[: len(front) - len(parts)]
    found = [one.number.value for one in before if _is_whole(one, parts[-1])]
    shares = sum(one.number.value or 0 for one in (*parts, part))
    return bool(found) and found[-1] is not None and shares <= found[-1]


def _joined(line: Line, part: Candidate) -> bool:
    return line.word(part.number.first - 1) in {"and", ",", ";"}


def _points_back(line: Line, part: Candidate) -> bool:
    """As in "40 of whom"."""
    behind = part.number.last
    return line.word(behind) == "of" and line.word(behind + 1) in _POINTING_BACK
