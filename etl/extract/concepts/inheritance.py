"""What a number takes over from the one that it leans on, unless its own words say more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts.growths import is_of_known
from etl.extract.concepts.leaning import (
    is_alike,
    is_apposed,
    is_compared,
    is_converted,
    is_gapped,
    is_listed,
    is_loose_share,
    is_part,
    is_share_of_all,
    names_anew,
    points_back,
    refers_back,
)
from etl.extract.concepts.naming import near
from etl.extract.concepts.resuming import restated, resumed
from etl.extract.concepts.scoring import DECISIVE
from etl.extract.concepts.sites import SUBJECTS
from etl.extract.concepts.stretches import leader
from etl.extract.concepts.tables import UNNAMED

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.concepts.scoring import Verdict
    from etl.extract.model import Concept

PREVALENCE = "prevalence_rate"
"""What a share of people measures who are named anew: "40 users, or 1 percent of that group"."""
ANEW = frozenset({PREVALENCE, *SUBJECTS.values()})
"""Indicators of what is named anew: also "52 of these laboratories"."""
RELATIVE = frozenset({"which", "whom", "them", "these", "those"})
RUNNING = frozenset({("the", "number"), ("the", "total"), ("the", "tally"), ("the", "count")})
"""Words behind a number that carries on a count: "bringing to 14 the number closed"."""
FIELDS = "cultivation_area"
"""What words of planting say of fields whose list tells what became of them."""
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
    bound = _bound(case, verdict) or _proper(restated(case))
    bound = bound or (case.ranked() if not own else None)
    if bound is not None:
        return bound
    for giver in (_whole(case, verdict, own=own), _partner(case, verdict, own=own)):
        if giver is not None and not (giver.indicator == "other" and _speaks(verdict)):
            return giver
    before = _before(case, score, own=own)
    return before if before is not None or score >= DECISIVE else _leant_on(case)


def _before(case: Case, score: float, *, own: bool) -> Concept | None:
    """The quantity that a list, a gap, or words that name nothing anew go on with."""
    if not own and _is_next_part(case):
        return case.latest()
    listed = is_listed(case) and case.unit_kind == "count" and is_alike(case)
    here = _proper(case.latest()) if score < WEAK and (listed or is_gapped(case)) else None
    weak = score < STATED or not own
    return here or (_proper(resumed(case)) if weak else None)


def _proper(concept: Concept | None) -> Concept | None:
    """A concept, unless it has no indicator proper."""
    return concept if concept is not None and concept.indicator != "other" else None


def _bound(case: Case, verdict: Verdict | None) -> Concept | None:
    """The quantity that this one belongs to by its form, whatever its own words say."""
    if is_apposed(case):
        return case.ranked() or case.latest()
    if is_converted(case):
        return case.memory.here[-1].concept
    if verdict is not None and verdict.indicator == FIELDS and _is_field_listed(case):
        return case.latest()
    words, place = case.reading.words, case.place
    if case.kind == "change" and words[place.body : place.body + 1] == ("what",):
        return case.latest() or case.antecedent()
    counted = case.unit_kind == "count" and words[place.last : place.last + 2] in RUNNING
    return case.latest() if counted or _is_of_drug(case) else None


def _is_next_part(case: Case) -> bool:
    """Whether a part follows another of the same: "a half went free, a third was fined"."""
    if case.kind != "share" or not case.order or not is_loose_share(case):
        return False
    before = case.memory.here[-1].concept
    fraction = case.place.quantity.form == "fraction"
    return fraction and before is not None and before.kind == "share"


def _is_of_drug(case: Case) -> bool:
    """Whether only a drug says what is counted: "60 seizures of opium and 38 of heroin"."""
    place = case.place
    if case.unit_kind != "count" or case.reading.words[place.last : place.last + 1] != ("of",):
        return False
    if not (is_listed(case) or is_compared(case)):
        return False
    named = case.reading.substances_in(place.last + 1, place.noun_end)
    return bool(named) and named[0].first == place.last + 1 and named[0].last == place.noun_end


def _is_field_listed(case: Case) -> bool:
    """Whether a field goes on a list of others: "an eradicated area of 6 ha and 4 ha sown"."""
    here = case.latest()
    at = leader(case.reading.words, case.place.first, case.place.head, case.lexicon)
    joined = at > case.place.head and case.plain(at, at + 1, "join", signs=",")
    return joined and here is not None and here.indicator == "eradication_area"


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
    leans = leans or (case.kind == "change" and is_of_known(case.reading, case.place))
    return case.antecedent() if leans else None


def _speaks(verdict: Verdict | None) -> bool:
    """Whether cues name an indicator proper."""
    return verdict is not None and verdict.score >= DECISIVE and verdict.indicator != "other"


def _whole(case: Case, verdict: Verdict | None, *, own: bool) -> Concept | None:
    """The quantity that this one is plainly a share of, unless its own verb says more."""
    back = points_back(case) and not _is_of_named(case)
    of_all = is_share_of_all(case)
    if not back and not of_all:
        return None
    whole = (own and _same(case, verdict)) or case.latest() or (case.antecedent() if back else None)
    verb = of_all or _has_verb(case)
    needed = DECISIVE if of_all and case.kind == "level" else STATED
    stated = own and verb and verdict is not None and verdict.score >= needed
    if own and verdict is not None and verdict.indicator in ANEW and names_anew(case):
        return None
    return whole if not stated or _holds(case, whole, verdict) else None


def _is_of_named(case: Case) -> bool:
    """Whether "of it" takes up a drug named before in a sentence without another number."""
    place = case.place
    of_it = case.reading.words[place.body : place.body + 2] == ("of", "it")
    return of_it and not case.order and bool(case.reading.substances_in(0, place.first))


def _same(case: Case, verdict: Verdict | None) -> Concept | None:
    """What was counted before under the name that the number's noun has: "of the cases"."""
    if case.unit_kind != "count" or case.place.bare or verdict is None:
        return None
    told = [coded.concept for coded in (*case.memory.earlier, *case.memory.here)]
    return next((one for one in told if one and one.indicator == verdict.indicator), None)


def _partner(case: Case, verdict: Verdict | None, *, own: bool) -> Concept | None:
    """The quantity that this one is compared with or part of, if it leans on it."""
    if is_compared(case) and is_alike(case):
        other = case.latest()
        if other is not None and (not own or _shares(case, verdict, other)):
            return other
    needed = STATED if _has_verb(case) else EMPHATIC
    emphatic = own and verdict is not None and verdict.score >= needed
    anew = own and verdict is not None and verdict.indicator in ANEW and names_anew(case)
    if not is_part(case) or anew or _is_of_named(case):
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
    if case.kind == "share" and verdict.indicator == PREVALENCE:
        return False
    return verdict.scores.get(other.indicator, 0.0) >= verdict.score * NEARLY
