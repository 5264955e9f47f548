"""How neighbouring numbers of a sentence hang together: ranges, series, parts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from etl.extract.quantities.line import Line
from etl.extract.quantities.numbers import HYPHENS
from etl.extract.quantities.numerals import is_year
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import qualifiers, word_list

_DASH_TO = (["-", "to"], ["–", "to"], ["-", "to", "-"])
_UP_TO = (["to"], ["through"])
_SERIES = (
    ["to"],
    ["through"],
    ["or"],
    ["and"],
    [","],
    [",", "and"],
    [",", "or"],
    ["&"],
    ["/"],
    [";"],
    ["-", "and"],
    ["-", "or"],
    ["-", ","],
    ["vs"],
    ["vs", "."],
    ["versus"],
)
_OR = (["or"], [",", "or"])
_HEDGES = frozenset("an a the estimated approximately about nearly roughly around some".split())
_SHARED = frozenset(
    "duration age legal_reference label geography enumeration penalty contact property".split()
)
LAST_DAY = 31
MOVING_WORDS = 25
"""How far in front of "from 30 to 40" the word stands that says how it moved."""
_SPANNING = ("rang", "vary", "vari", "run", "span", "anywhere")
_MOVERS = tuple(
    "went going move moved shift chang swung soar plung plummet dwindl slip spik leap leapt tumbl "
    "swell climb dip rais brought boost doubl tripl improv worsen expand enlarg strengthen "
    "spread advanc retreat recover stretch sprawl balloon snowball mushroom slid sank edg "
    "increas decreas grew grow declin reduc lower upgrad widen promot cut".split()
)
_REACHING = frozenset({"came", "amounted", "added", "went", "ran", "extended"})
PART_WORDS = 5


@dataclass(slots=True)
class Candidate:
    """A number on its way to a quantity or a disposition.

    Attributes:
        disposition: Why it is no quantity; None while it may be one.
        rule_id: The rule that said so, or that gave it its unit.
        link: How it hangs together with the number before: `range`, `series`, `part`
            or nothing.
        merged: Whether it is the upper end of the range before.
    """

    number: Number
    measure: Measure
    disposition: str | None
    rule_id: str
    link: str = ""
    merged: bool = False

    @property
    def bare(self) -> bool:
        """Whether no unit or noun of its own follows, nor a number that it is per."""
        per_number = self.measure.unit[-1:].isdecimal()
        return self.measure.scale == "bare" and not per_number


def link(line: Line, left: Candidate, right: Candidate) -> str:
    """How `right` hangs together with `left`: `range`, `series`, `part`, or empty."""
    begin = max(left.measure.last, left.number.last)
    between = line.tokens[begin : right.number.first]
    gap = [t.word for t in between if t.start < right.measure.start and not t.is_number]
    if not gap or _is_restated(left, right, gap):
        return ""
    if _is_range(line, left, gap) and not _other_things(line, left, right):
        return "range"
    if gap in _SERIES:
        return "series"
    return "part" if _is_part(gap) else ""


def _is_range(line: Line, left: Candidate, gap: list[str]) -> bool:
    """Whether the words between two numbers make them the ends of one range."""
    if (gap[0] in HYPHENS and len(gap) == 1) or gap in _DASH_TO:
        return True
    if gap in _UP_TO:
        if _reaches(line, left):
            return False
        ahead = front(line, left)
        moved = ahead == "from" and _moving(line, left)
        return not moved and not (ahead == "by" and not left.bare)
    if gap == ["and"]:
        return front(line, left) == "between"
    return gap == ["or"] and left.bare


def _reaches(line: Line, left: Candidate) -> bool:
    """As in "in the first six months came to 400": a verb of its own leads to the second."""
    begin = max(left.measure.last, left.number.last)
    verb = line.word(begin - 1) if begin > left.number.last else ""
    return verb in _REACHING or verb in word_list("directions")


def _other_things(line: Line, left: Candidate, right: Candidate) -> bool:
    """As in "a two-week class to 35 police": each counts a noun of its own."""
    if left.measure.scale != "noun" or right.measure.scale not in {"noun", "persons", "count"}:
        return False
    return line.word(left.measure.last - 1) != line.word(right.measure.last - 1)


def _is_restated(left: Candidate, right: Candidate, gap: list[str]) -> bool:
    """As in "5,400, or 79 percent", "900, or 1.3 per 1,000": one amount said in two ways."""
    other = right.measure.unit == "PT" or " PER " in right.measure.unit
    if gap not in _OR or not other or left.measure.unit == right.measure.unit:
        return False
    apart = gap == [",", "or"] and left.link != "series"
    low, high = left.number.value, right.number.value
    return apart or (low is not None and high is not None and low > high)


def front(line: Line, left: Candidate) -> str:
    """The word in front of a number, of its currency sign, and of what hedges it."""
    place = left.number.first - 1
    while place >= 0 and line.tokens[place].end > left.measure.start:
        place -= 1
    while line.word(place) in _HEDGES:
        place -= 1
    hedge = qualifiers("before").before(line.tokens, place + 1) if place >= 0 else None
    return line.word(hedge.first - 1 if hedge is not None else place)


def _moving(line: Line, left: Candidate) -> bool:
    """Whether what goes "from 30 to 40" rose or fell from one to the other.

    A year anywhere in the sentence speaks for it, "ranging" and its like against it.
    """
    known = word_list("directions")
    words = line.words(left.number.first - MOVING_WORDS, left.number.first)
    if any(word.startswith(_SPANNING) for word in words):
        return False
    dated = any(token.is_number and is_year(token.word) for token in line.tokens)
    return dated or any(word in known or word.startswith(_MOVERS) for word in words)


def _is_part(gap: list[str]) -> bool:
    known = word_list("function_words")
    start = gap[1:] if gap[0] == "out" else gap
    plain = all(word in known or word in {"total", "'s"} for word in start)
    return start[:1] == ["of"] and len(gap) <= PART_WORDS and plain


def spread(candidates: list[Candidate]) -> None:
    """Give linked bare numbers the disposition of their partner, in either direction."""
    for left, right in reversed(list(pairwise(candidates))):
        if right.link in {"range", "series"} and right.disposition in _SHARED and left.bare:
            _share(left, right)
    for left, right in pairwise(candidates):
        named = left.disposition == "legal_reference" and right.measure.scale == "noun"
        follows = right.link == "range" or (
            right.link == "series"
            and ((right.bare and not _told(left)) or (named and right.number.digits))
        )
        if follows and left.disposition in _SHARED and not _measured(left, right):
            _share(right, left)
        if right.link == "range" and left.disposition == "date" and _are_days(left, right):
            _share(right, left)


def _measured(left: Candidate, right: Candidate) -> bool:
    """As in "over nine months came to 31 kg": what has a unit of its own shares nothing."""
    own = right.measure.scale in {"measure", "money"}
    return own and left.measure.unit != right.measure.unit


def _told(left: Candidate) -> bool:
    """As in "over five years, 12 of them": what is counted in front stays there."""
    own = left.disposition in {"duration", "geography"} or left.disposition == "enumeration"
    return own and not left.bare


def _are_days(left: Candidate, right: Candidate) -> bool:
    """Whether both can be days of a month, as in "May 10-12"."""
    return all(
        one.number.value is not None and one.number.value <= LAST_DAY for one in (left, right)
    )


def _share(to: Candidate, source: Candidate) -> None:
    if to.disposition is None:
        to.disposition, to.rule_id = source.disposition, source.rule_id
