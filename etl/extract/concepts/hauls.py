"""What sentence structure tells whatever the cues: parts of a haul, loads, sites, property."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.extract.concepts import companions, crops, sites
from etl.extract.concepts.leaning import points_back

if TYPE_CHECKING:
    from etl.extract.concepts.case import Case
    from etl.extract.concepts.scoring import Verdict

FLOW = "trafficked_share"
LOOSE = frozenset({FLOW, "prevalence_rate", "other", "", "seizure_value"})
"""Indicators of shares that a verb of seizure, or what a drug was found in, outweighs."""
SINGLE = frozenset(
    "a an one two three four single same this that just only half dozen handful several".split()
)
"""Words before the seizures, vessels or containers that a part of what was seized was in."""
SOURCES = frozenset({"came", "come", "comes", "stemmed", "resulted", "derived", "arose"})
"""Verbs that tell where a part of what was seized came from."""
TAKEN = frozenset(
    "seized taken recovered intercepted confiscated captured interdicted netted impounded caught "
    "discovered found detected stopped blocked halted thwarted foiled detained held".split()
)
"""Participles that tell of a seizure."""
HOLDERS = frozenset({"vehicle", "load", "operation", "occasion", "narcotic"})
"""Classes of nouns that a seizure is from."""
CASES = frozenset(
    "case container seizure bust vessel investigation incident find discovery passenger courier "
    "suitcase warehouse house flight stop yacht crossing checkpoint shipment truck raid".split()
)
"""The same, for nouns that have no such class."""
LONGEST_STEP = 4
HABITS = frozenset(
    "usually typically generally normally commonly often regularly routinely ordinarily sometimes "
    "frequently customarily averaging typical usual".split()
)
"""Words that tell what is done as a rule."""
CARRYING = (
    "carr hold transport contain mov weigh averag tak took swallow ship haul ferr convey bring "
    "load pack conceal smuggl ingest deliver drop amount rang var run ran"
).split()
"""Beginnings of verbs of loads and those who carry them."""
MEAN = ("averag", "rang", "weigh", "var")
"""Beginnings of verbs that tell how large loads are."""
ONE_LOAD = frozenset({"load", "shipment", "consignment", "cargo", "payload", "parcel", "haul"})
EACH = frozenset({"each", "per", "apiece", "average", "averaging", "typical", "up", "usually"})
"""Words of loads in general."""
LOADS = frozenset({"loads", "shipments", "consignments", "cargoes", "payloads", "parcels", "hauls"})
HABITUAL = frozenset({"", "trafficked_mass", "seizure_mass", "other"})
"""Indicators that words of habit outweigh."""
LONGEST_HABIT = 9

PROPERTY = frozenset(
    "houses house land lands property properties assets estate buildings apartments apartment "
    "farms ranches villas villa businesses goods hotels shops jewelry companies accounts".split()
)
"""What is no drug and has a value."""
ASSETS = ("assets_forfeited", "assets_seized")
LEAST = 2.0
LONGEST_VALUED = 8


def overruled(case: Case, indicator: str, verdict: Verdict | None) -> str:
    """The indicator that the structure around a number tells, else the one that cues told.

    Args:
        case: The quantity.
        indicator: What its cues speak for; empty where none does.
        verdict: All that they speak for.
    """
    if case.kind == "share":
        return _of_share(case, indicator)
    if case.unit_kind == "count":
        return companions.counted(case, indicator) or sites.counted(case, indicator)
    if indicator == "seizure_value" and verdict is not None:
        scores = {code: verdict.scores.get(code, 0.0) for code in ASSETS}
        code = max(ASSETS, key=lambda name: scores[name])
        return code if scores[code] >= LEAST and _is_of_property(case) else indicator
    return _of_mass(case, indicator) if case.unit_kind == "mass" else indicator


def _of_share(case: Case, indicator: str) -> str:
    if indicator in LOOSE and _is_of_seized(case):
        return "seizure_mass"
    if indicator == "arrests" and _opens_with_drug(case):
        return "seizure_mass"
    return crops.share_of(case, indicator) if indicator == FLOW else indicator


def _opens_with_drug(case: Case) -> bool:
    """Whether the sentence opens with a drug as the whole: "Of the opium captured, half"."""
    opened = case.plain(0, 1, "partitive") and case.place.order == 0
    return opened and bool(case.reading.substances_in(0, case.place.first))


def _of_mass(case: Case, indicator: str) -> str:
    if indicator == "drugs_destroyed_mass" and crops.is_growing(case):
        return "eradication_mass"
    if indicator == "consignment_mass" and _is_seized_load(case):
        return "seizure_mass"
    habitual = case.kind == "level" and indicator in HABITUAL
    return "consignment_mass" if habitual and _is_usual(case) else indicator


def _is_of_property(case: Case) -> bool:
    """Whether a value is of property: "houses and land valued at $14 million"."""
    start = max(0, case.place.first - LONGEST_VALUED)
    owned = [at for at in range(start, case.place.first) if case.reading.words[at] in PROPERTY]
    return bool(owned) and not case.reading.substances_in(owned[0], case.place.first)


def _is_of_seized(case: Case) -> bool:
    """Whether a share is of what was seized: "half of it came from one vessel"."""
    words, start = case.reading.words, case.place.noun_end
    led = case.reading.words[case.place.head : case.place.first]
    named = case.reading.substances_in(case.place.body, start) or points_back(case)
    named = named or "which" in led
    if not named:
        return False
    if points_back(case) and words[start : start + 1] == ("of",):
        start = _past_pointer(case, start)
    at = start
    while at < case.place.limit and case.plain(at, at + 1, "auxiliary", "filler"):
        at += 1
    if at >= case.place.limit:
        return False
    if words[at] in TAKEN:
        return at > start and words[at - 1] in {"was", "were", "been"}
    if words[at] not in SOURCES or words[at + 1 : at + 2] != ("from",):
        return False
    return _is_one_haul(case, at + 2)


def _past_pointer(case: Case, start: int) -> int:
    """Where words that point back end: past "of this amount"."""
    hit = case.lexicon.anaphors.at(case.reading.tokens, start)
    return hit.last if hit is not None else start


def _is_one_haul(case: Case, start: int) -> bool:
    """Whether words name one or few seizures, or what the drug was in."""
    words = case.reading.words
    start += words[start] == "the"
    if words[start] not in SINGLE and not words[start].isdecimal():
        return False
    for at in range(start + 1, min(len(words), start + 1 + LONGEST_STEP)):
        hit = case.lexicon.classes.at(case.reading.tokens, at)
        if hit is not None and any(row.noun_class in HOLDERS for row in hit.row):
            return True
        if words[at].removesuffix("s") in CASES:
            return True
        if case.plain(at, at + 1, "stop"):
            return False
    return False


def _is_usual(case: Case) -> bool:
    """Whether a mass is what loads weigh as a rule: "couriers usually carry 1 kg"."""
    words, first = case.reading.words, case.place.first
    start = max(0, first - LONGEST_HABIT)
    stops = (at + 1 for at in range(start, first) if words[at] == ";" or words[at] in TAKEN)
    start = max([start, *stops])
    before = words[start:first]
    for at, word in enumerate(before):
        if word in HABITS:
            return any(later.startswith(tuple(CARRYING)) for later in before[at:])
        if word in LOADS and not _is_governed(case, start + at):
            rest = before[at + 1 :]
            if rest[:2] == (",", "of"):
                return True
            told = [later for later in rest if later.startswith(MEAN)]
            return bool(told) and rest.index(told[0]) < LONGEST_STEP
    return False


def _is_seized_load(case: Case) -> bool:
    """Whether a load was seized, however large: "blocked 5 shipments, 2 tons in all"."""
    words, place = case.reading.words, case.place
    if not EACH.isdisjoint(words[max(0, place.first - LONGEST_HABIT) : place.noun_end + 2]):
        return False
    loads = ONE_LOAD | LOADS
    at = next((at for at in range(place.first - 1, -1, -1) if words[at] in loads), 0)
    return at > 0 and ";" not in words[at : place.first] and _is_governed(case, at)


def _is_governed(case: Case, at: int) -> bool:
    """Whether a verb of seizure stands before a noun: "seized loads weighing"."""
    return any(word in TAKEN for word in case.reading.words[max(0, at - LONGEST_STEP) : at])
