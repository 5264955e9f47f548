"""Which indicator the words around a number speak for, by weighted cues."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from etl.extract.concepts.hearing import Sort, heard
from etl.extract.concepts.relations import relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from etl.extract.concepts.hearing import Voice
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.reading import Reading

DECISIVE = 2.0
"""The least score that names an indicator."""
OWN = frozenset({"noun", "governor", "topic", "clause"})
"""Sorts of cues that make an indicator a number's own where they stand in its clause."""


class Verdict(NamedTuple):
    """An indicator, how strongly it is spoken for, and by which cue most.

    Attributes:
        own: Whether words of the number's own clause speak for it, rather than words
            that it shares with other numbers.
        scores: The scores of all indicators that were spoken for.
    """

    indicator: str
    score: float
    cue: str
    own: bool
    scores: Mapping[str, float]


NOTHING = (0.0, "")
"""The least vote, by no cue."""


def judge(reading: Reading, place: Place, kind: str, unit: str, lexicon: Lexicon) -> Verdict | None:
    """The indicator with the highest score, or None where no cue speaks for any.

    Ties go to the indicator that comes first in the alphabet, so that the outcome never
    depends on the order of rows.
    """
    sort = Sort(place.quantity.unit, unit, kind, reading.classes[place.order])
    best: dict[tuple[str, str], tuple[float, str]] = {}
    own: set[str] = set()
    for where, voice, factor, close in _votes(reading, place, sort, lexicon):
        for code, loss in voice.codes:
            vote = (voice.weight * factor - loss, voice.cue)
            best[code, where] = max(best.get((code, where), NOTHING), vote)
            if close and where in OWN:
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
    return Verdict(code, totals[code], top[code][1], code in own, totals)


def _votes(
    reading: Reading, place: Place, sort: Sort, lexicon: Lexicon
) -> Iterator[tuple[str, Voice, float, bool]]:
    """Each row that speaks: the place it asks for, what counts of it, if it is close by."""
    near = heard(sort, reading.cues_near(place), lexicon)
    related = relations(reading, place, sort.kind, near, lexicon)
    for hit, voices in near:
        close = related.close(hit)
        for where, speakers in voices.items():
            relation = "far" if hit.first in reading.asides else related.of(hit, where)
            for voice in speakers:
                yield where, voice, voice.factors[relation], close
    for _, voices in heard(sort, reading.section, lexicon):
        for where, speakers in voices.items():
            for voice in speakers:
                yield where, voice, 1.0, False
