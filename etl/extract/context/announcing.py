"""Sentences that announce whose data follow, and those that go on with them."""

from __future__ import annotations

import re

from etl.extract.context.reading import Reading
from etl.extract.context.scene import NOBODY, Attribution
from etl.extract.context.voices import says_again, tells_more

SPOKEN = frozenset({"source", "carried"})
"""Roles of who reports or estimates, here or in the sentence before."""

_TELLS_DATA = frozenset(
    {"statistics", "figures", "data", "records", "reports", "numbers", "following", "follows"}
)
"""Words by which a sentence may announce whose figures follow."""
_ANNOUNCES = re.compile(
    r"\b(?:statistics|figures|data|records|numbers)\s+(?:\w+\s+){0,4}?(?:show|indicate|suggest|reveal|point|confirm|reflect|document)"
    r"|\bthe\s+following\s+(?:[a-z]+\s+){0,2}?(?:results|figures|totals|data|statistics|numbers|seizures|amounts|quantities|hauls|outcomes)\b"
    r"|\b(?:[Rr]esults|[Ff]igures|[Tt]otals|data|statistics|[Nn]umbers|[Ss]eizures|[Aa]mounts|[Qq]uantities|[Hh]auls|[Oo]utcomes|[Tt]all(?:y|ies)|[Aa]chievements)\b[^;]*\b"
    r"(?:(?:was|were|are|is|ran|read|comprised|included)\s+(?:the\s+following|as\s+follows|these)|as\s+follows)\b"
)
_FOLLOW = frozenset({"following", "follows", "these"})


def announces_data(reading: Reading) -> bool:
    """Whether a sentence says what somebody's data show ("ABC statistics show a rise")."""
    if _TELLS_DATA.isdisjoint(reading.vocabulary):
        return False
    return (
        _ANNOUNCES.search(reading.between(reading.sentence.start, reading.sentence.end)) is not None
    )


def lists_what_follows(reading: Reading) -> bool:
    """Whether an announcing sentence says that figures follow, whoever its subject is."""
    return not _FOLLOW.isdisjoint(reading.vocabulary)


def going_on(found: Attribution, reading: Reading, *, back: bool, deeds: bool) -> Attribution:
    """What becomes of the attribution before in a sentence that names nobody."""
    if not found.code:
        return NOBODY
    if found.role in SPOKEN or says_again(reading) or tells_more(reading):
        return Attribution(found.code, "carried")
    if back or (deeds and not found.code.endswith("_GOV")):
        return Attribution(found.code, "goes_on")
    return NOBODY
