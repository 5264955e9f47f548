"""What a number takes over from its partner: comparisons, brackets, parts, lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.case import LONGEST_LIST
from etl.extract.concepts.naming import near
from etl.extract.concepts.scoring import DECISIVE, noun_classes
from etl.extract.concepts.tables import UNNAMED
from etl.extract.concepts.units import unit_kind

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.scoring import Verdict
    from etl.extract.model import Concept

RELATIVE = frozenset({"which", "whom", "them", "these", "those"})
GAPS = frozenset({",", ";", "while", "whereas"})
LEADING = frozenset({"at", "to", "for", "with", "by"})
LEAST_GAP = 3
CONVERTED = frozenset(", ( or equivalent equal to worth i.e. u.s. us dollars pesos euros".split())
SIDES = 2
LOOSE = frozenset({"thing"})
"""Classes so wide that to share them makes nothing alike."""
EMPHATIC = 9.0
"""The least score that sets a part off from the whole before it."""

STATED = 5.0
"""The same where the part has a verb of its own."""
WEAK = 4.0
"""The score up to which a count takes part in the list that it stands in."""
NEARLY = 0.5
"""Part of the best score at which a partner's indicator is as good as a number's own."""


def partner(case: Case, verdict: Verdict | None) -> Concept | None:
    """The quantity whose indicator this one takes over, or None where it has its own."""
    score = verdict.score if verdict is not None else 0.0
    own = verdict is not None and verdict.own and score >= DECISIVE
    if is_apposed(case):
        return case.ranked() or case.latest()
    if is_converted(case):
        return case.memory.here[-1].concept
    ranked = case.ranked() if not own else None
    if ranked is not None:
        return ranked
    for giver in (_whole(case, verdict, own=own), _partner(case, verdict, own=own)):
        if giver is not None and not (giver.indicator == "other" and _speaks(verdict)):
            return giver
    listed = is_listed(case) and case.unit_kind == "count" and is_alike(case)
    if score < WEAK and (listed or is_gapped(case)):
        here = case.latest()
        if here is not None and here.indicator != "other":
            return here
    return None if score >= DECISIVE else _leant_on(case)


def _leant_on(case: Case) -> Concept | None:
    """The quantity that one without an indicator of its own leans on."""
    if case.place.bare or case.place.nameless or case.unit_kind != "count":
        here = case.latest()
        if here is not None:
            return here
    if case.kind == "change" and near(case) not in {"", UNNAMED}:
        return case.memory.about(near(case), case.place.quantity.unit, case.kind)
    bare = case.place.bare or case.place.nameless
    leans = refers_back(case) or bare or case.unit_kind in {"mass", "area"}
    leans = leans or is_loose_share(case)
    return case.antecedent() if leans else None


def _speaks(verdict: Verdict | None) -> bool:
    """Whether cues name an indicator proper."""
    return verdict is not None and verdict.score >= DECISIVE and verdict.indicator != "other"


def _whole(case: Case, verdict: Verdict | None, *, own: bool) -> Concept | None:
    """The quantity that this one is plainly a share of, unless its own verb says more."""
    back, of_all = points_back(case), is_share_of_all(case)
    if not back and not of_all:
        return None
    whole = case.latest() or (case.antecedent() if back else None)
    verb = of_all or _has_verb(case)
    needed = DECISIVE if of_all and case.kind == "level" else STATED
    stated = own and verb and verdict is not None and verdict.score >= needed
    return whole if not stated or _holds(case, whole, verdict) else None


def _partner(case: Case, verdict: Verdict | None, *, own: bool) -> Concept | None:
    """The quantity that this one is compared with or part of, if it leans on it."""
    if is_compared(case) and is_alike(case):
        other = case.latest()
        if other is not None and (not own or _shares(case, verdict, other)):
            return other
    needed = STATED if _has_verb(case) else EMPHATIC
    emphatic = own and verdict is not None and verdict.score >= needed
    if not is_part(case):
        return None
    whole = case.latest() or case.antecedent()
    return whole if not emphatic or _holds(case, whole, verdict) else None


def _holds(case: Case, whole: Concept | None, verdict: Verdict | None) -> bool:
    """Whether the whole's indicator takes in the one that the part's words name."""
    if whole is None or verdict is None:
        return False
    return (whole.indicator, verdict.indicator) in case.lexicon.parts


def _has_verb(case: Case) -> bool:
    """Whether the number has a verb: "of which 12 were sprayed", "12 of which ended"."""
    found, end = case.reading.tokens, case.place.noun_end
    if end < len(found) and case.plain(end, end + 1, "auxiliary", "verb"):
        return True
    hit = case.lexicon.anaphors.at(found, end) if end < len(found) else None
    if hit is None:
        return False
    return found[hit.last - 1].word in RELATIVE or case.plain(hit.last, hit.last + 1, "auxiliary")


def _shares(case: Case, verdict: Verdict | None, other: Concept) -> bool:
    """Whether an amount's own words speak for its partner's indicator nearly as much."""
    if verdict is None or case.kind == "change" or case.unit_kind == "count":
        return False
    return verdict.scores.get(other.indicator, 0.0) >= verdict.score * NEARLY


def is_compared(case: Case) -> bool:
    """Whether the number is set against the one before: "down from 40", "(40 in 2012)"."""
    place = case.place
    if place.share_role == "whole":
        return False
    inside = case.plain(place.own, place.first, "filler")
    if place.in_brackets and (place.bare or inside):
        return True
    for end in range(place.first, place.head, -1):
        hedged = case.plain(end - 1, end, "hedge") and case.plain(end - 2, end - 1, "filler")
        if not hedged and case.lexicon.comparisons.before(case.reading.tokens, end) is not None:
            return True
        if not case.plain(end - 1, end, "filler", "partitive", "hedge"):
            break
    return case.kind == "change" and place.head > 0


def is_apposed(case: Case) -> bool:
    """Whether a change is an aside on the number before: "40 users, a 5 percent rise"."""
    place = case.place
    if case.kind != "change" or not place.head:
        return False
    start = place.first
    while start > place.head and case.plain(start - 1, start, "filler"):
        start -= 1
    paused = start > place.head and case.plain(start - 1, start, signs=",–—(")
    topics = any(
        place.noun_end <= hit.first < place.reach and any(row.where == "topic" for row in hit.row)
        for hit in case.reading.cues_near(place)
    )
    return paused and start < place.first and not topics


def is_converted(case: Case) -> bool:
    """Whether a sum is the one before in another currency: "9 million pesos, or $185,000"."""
    place = case.place
    if case.unit_kind != "money" or not case.order:
        return False
    before = case.reading.places[case.order - 1]
    units = {before.quantity.unit, place.quantity.unit}
    money = unit_kind(before.quantity.unit) == "money" and len(units) == SIDES
    words = case.reading.tokens[before.body : place.first]
    marked = any(token.word in {"(", "or", "equivalent", "equal"} for token in words)
    return (
        money
        and marked
        and all(
            token.word in CONVERTED
            or case.lexicon.plays(token.word, "filler", "hedge", "magnitude")
            for token in words
        )
    )


def is_alike(case: Case) -> bool:
    """Whether a count of something of its own can be set against the one before.

    "600 officers from 14 agencies" compares nothing: officers are no agencies.
    """
    place = case.place
    if case.unit_kind != "count" or place.bare or place.nameless or not case.order:
        return True
    before = case.reading.places[case.order - 1]
    mine = noun_classes(case.reading, place, case.lexicon)
    theirs = noun_classes(case.reading, before, case.lexicon)
    return bool((mine & theirs) - LOOSE) or mine == theirs != frozenset()


def is_share_of_all(case: Case) -> bool:
    """Whether the sentence opens with the whole: "Of 40 cases, half ..."."""
    counts = case.unit_kind == "count" and (case.place.bare or case.place.nameless)
    parted = case.kind == "share" or counts
    return parted and case.place.head > 0 and case.plain(0, 1, "partitive")


def is_part(case: Case) -> bool:
    """Whether the number is said to be part of the one before: "including 12 women".

    The next of a list of parts is one too: "and 14 children".
    """
    if _is_said_part(case, case.place):
        return True
    if case.place.quantity.unit != "PERSONS" and not is_alike(case):
        return False
    for order in range(case.order, max(0, case.order - LONGEST_LIST), -1):
        if not is_listed(case, order):
            return False
        if _is_said_part(case, case.reading.places[order - 1]):
            return True
    return False


def _is_said_part(case: Case, place: Place) -> bool:
    found, subsets = case.reading.tokens, case.lexicon.subsets
    if place.body < len(found) and subsets.at(found, place.body) is not None:
        return True
    hits = (subsets.at(found, at) for at in range(place.head, place.first))
    return any(hit is not None and _leads_to(case, place, hit.last) for hit in hits)


def _leads_to(case: Case, place: Place, start: int) -> bool:
    """Whether words of inclusion lead to the number: "of these, 12", "including a man and 2".

    At the head of a sentence nothing but fillers may stand between.
    """
    start += case.plain(start, start + 1, signs=",")
    between = case.reading.tokens[start : place.first]
    if not place.head:
        return case.plain(start, place.first, "filler", "hedge", "auxiliary")
    return all(token.word not in ",;" for token in between)


def is_loose_share(case: Case) -> bool:
    """Whether a share names no whole of its own: "80 percent", "60 percent of the crop".

    What it is of may be a drug, or a word that stands for what was measured before.
    """
    place = case.place
    if case.kind != "share":
        return False
    return all(
        case.plain(at, at + 1, "partitive", "filler", "total", "join")
        or case.reading.tokens[at].word.isdecimal()
        or any(hit.first <= at < hit.last for hit in case.reading.substances_in(place.body, at + 1))
        for at in range(place.body, place.noun_end)
    )


def is_listed(case: Case, order: int = -1) -> bool:
    """Whether only list words stand between a number, this by default, and the one before."""
    place = case.place if order < 0 else case.reading.places[order]
    return place.head > 0 and case.plain(place.head, place.first, "join", "filler", signs=",;")


def is_gapped(case: Case) -> bool:
    """Whether the number's clause leaves out its verb: ", heroin at 12 kg and pills at 80"."""
    place, found = case.place, case.reading.tokens
    words = [token.word for token in found[place.head : place.first]]
    while words and case.lexicon.plays(words[-1], "filler"):
        words.pop()
    closed = words[:1] == [")"]
    words = words[closed:]
    start = place.head + closed
    if case.kind == "change" or len(words) < LEAST_GAP or words[-1] not in LEADING:
        return False
    if not (case.lexicon.plays(words[0], "join") or words[0] in GAPS):
        return False
    known = case.reading.known
    return all(
        at in known or case.plain(at, at + 1, "filler", "join", "partitive", signs=",;")
        for at in range(start + 1, start + len(words) - 1)
    )


def refers_back(case: Case) -> bool:
    """Whether the sentence opens, or the number goes on, with words that point back."""
    found = case.reading.tokens
    return points_back(case) or case.lexicon.anaphors.at(found, 0) is not None


def points_back(case: Case) -> bool:
    """Whether words that point back say what the number is of: "a third of that total"."""
    found, at = case.reading.tokens, case.place.body
    return at < len(found) and case.lexicon.anaphors.at(found, at) is not None
