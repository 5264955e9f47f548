"""Which indicator the words around a number speak for, by weighted cues."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from etl.extract.concepts.units import fits, unit_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.reading import Place, Reading
    from etl.extract.concepts.tables import IndicatorCue
    from etl.extract.view import Found

DECISIVE = 2.0
"""The least score that names an indicator."""

FACTORS: dict[str, dict[str, float]] = {
    "noun": {"noun": 1.0, "direct": 0.3, "after": 0.25, "lead": 0.3, "before": 0.2, "far": 0.05},
    "bare": {"noun": 1.0, "direct": 0.5, "after": 0.3, "lead": 0.8, "before": 0.5, "far": 0.2},
    "governor": {
        "noun": 0.9,
        "direct": 1.1,
        "after": 0.8,
        "lead": 1.0,
        "before": 0.4,
        "far": 0.25,
    },
    "topic": {"noun": 0.4, "direct": 0.2, "after": 0.25, "lead": 1.0, "before": 0.5, "far": 0.25},
    "clause": {"noun": 1.0, "direct": 1.0, "after": 1.0, "lead": 1.0, "before": 0.9, "far": 0.3},
    "sentence": dict.fromkeys(("noun", "direct", "after", "lead", "before", "far"), 1.0),
}
"""How much of its weight a cue keeps, by the place it asks for and the one it has.

`bare` is `noun` for a number without a noun of its own, which finds it farther away.
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An indicator, how strongly it is spoken for, and by which cue most.

    `own` says whether words of the number's own clause speak for it, rather than words
    that it shares with other numbers.
    """

    indicator: str
    score: float
    cue: str
    own: bool


def judge(reading: Reading, place: Place, kind: str, lexicon: Lexicon) -> Verdict | None:
    """The indicator with the highest score, or None where no cue speaks for any.

    Ties go to the indicator that comes first in the alphabet, so that the outcome never
    depends on the order of rows.
    """
    best: dict[tuple[str, str], tuple[float, str]] = defaultdict(lambda: (0.0, ""))
    own: set[str] = set()
    for row, weight, close in _votes(reading, place, kind, lexicon):
        for rank, code in enumerate(row.codes):
            if fits(code, place.quantity.unit, kind):
                vote = (weight - rank * 0.05, row.cue)
                best[code, row.where] = max(best[code, row.where], vote)
                if close and row.where in {"noun", "governor"}:
                    own.add(code)
    return _strongest(best, own)


def _strongest(best: dict[tuple[str, str], tuple[float, str]], own: set[str]) -> Verdict | None:
    totals: dict[str, float] = defaultdict(float)
    top: dict[str, tuple[float, str]] = {}
    for (code, _), vote in sorted(best.items()):
        totals[code] += vote[0]
        top[code] = max(top.get(code, (0.0, "")), vote)
    if not totals:
        return None
    code = min(totals, key=lambda name: (-totals[name], name))
    return Verdict(code, totals[code], top[code][1], code in own)


def _votes(
    reading: Reading, place: Place, kind: str, lexicon: Lexicon
) -> Iterator[tuple[IndicatorCue, float, bool]]:
    classes = noun_classes(reading, place, lexicon)
    leads = {where: leading(reading, place, where) for where in ("noun", "governor", "topic")}
    for hit in reading.cues:
        place_of_hit = relate(hit, place, reading, lexicon)
        close = place.own <= hit.first < place.reach or place_of_hit == "noun"
        for row in hit.row:
            if _admits(row, place, kind, classes):
                led = leads.get(row.where) == hit.first
                relation = _led(place_of_hit, row, hit, place) if led else place_of_hit
                where = "bare" if row.where == "noun" and place.bare else row.where
                yield row, row.weight * FACTORS[where][relation], close
    for hit in reading.section:
        for row in hit.row:
            if _admits(row, place, kind, classes):
                yield row, float(row.weight), False


def _admits(row: IndicatorCue, place: Place, kind: str, classes: frozenset[str]) -> bool:
    unit = place.quantity.unit
    if row.units and not {unit, unit_kind(unit), kind}.intersection(row.units):
        return False
    if not row.near:
        return True
    wanted = {name for name in row.near if not name.startswith("!")}
    barred = {name[1:] for name in row.near if name.startswith("!")}
    return not barred & classes and (not wanted or bool(wanted & classes))


def noun_classes(reading: Reading, place: Place, lexicon: Lexicon) -> frozenset[str]:
    """Classes of the counted noun phrase."""
    found: set[str] = set()
    for at in range(*place.noun):
        hit = lexicon.classes.at(reading.tokens, at)
        if hit is not None and hit.last <= place.noun[1]:
            found.update(row.noun_class for row in hit.row)
    extra = {place.share_role} | ({"bare"} if place.bare else set())
    return frozenset(found | extra - {""})


def leading(reading: Reading, place: Place, where: str) -> int:
    """First token of the cue of that sort nearest before the number.

    Where none stands before it, a verb leads from behind: a list shares its verb
    wherever that stands. -1 where there is none.
    """
    nearest = -1
    for hit in reading.cues:
        if not any(row.where == where for row in hit.row):
            continue
        if hit.last <= place.first:
            nearest = hit.first
        elif hit.first >= place.last and nearest < 0 and where == "governor":
            return hit.first
    return nearest


def _led(
    relation: str, row: IndicatorCue, hit: Found[tuple[IndicatorCue, ...]], place: Place
) -> str:
    if relation == "before":
        return "lead"
    if relation != "far":
        return relation
    if hit.first >= place.last:
        return "after"
    return "lead" if row.where == "governor" else "before"


def relate(
    hit: Found[tuple[IndicatorCue, ...]], place: Place, reading: Reading, lexicon: Lexicon
) -> str:
    """Where a cue stands as seen from a number: a key of `FACTORS`, never `lead`."""
    if hit.first >= place.noun[0] and hit.last <= place.noun[1]:
        return "noun"
    if hit.last <= place.first:
        return "before" if hit.first >= place.head else "far"
    if hit.first >= place.noun_end and hit.last <= place.reach:
        between = reading.tokens[place.noun_end : hit.first]
        plain = all(lexicon.plays(token.word, "auxiliary", "filler") for token in between)
        return "direct" if plain else "after"
    begin, end = place.beyond
    return "after" if begin <= hit.first < hit.last <= end else "far"
