"""Who gives and who receives: aid, equipment and training."""

from __future__ import annotations

import re
from functools import cache

from etl.extract.context.alternatives import alternation
from etl.extract.context.reading import Reading
from etl.extract.context.starts import Starting
from etl.extract.context.tables import giving_words

GIVEN = frozenset(
    {"foreign_assistance", "equipment_donated", "personnel_trained", "training_events"}
)
"""What a donor gives, whoever is the subject of the sentence."""

FUNDED = GIVEN | {
    "prevention_participants",
    "treatment_admissions",
    "alternative_development_families",
    "alternative_crops_area",
}
"""What is the doing of who pays for it, where nobody else is said to do it."""

_US = r"(?:U\.S\.|United\s+States(?:[’']s?)?|American|USAID|INL)"
_INITIATIVES = (
    r"\b(?:Central\s+America(?:n)?\s+Regional|Caribbean\s+Basin)\s+Security\s+Initiative\b|\bCARSI\b|\bCBSI\b"
    r"|\bM[eé]rida\s+Initiative\b|\bInternational\s+Law\s+Enforcement\s+Academy\b|\bILEA\b"
)
_GIVERS = frozenset(
    "u.s. united american usaid inl america washington caribbean carsi cbsi merida mérida"
    " academy ilea embassy".split()
)
"""Words without one of which no sentence names the United States as who gives."""


def gives(reading: Reading) -> bool:
    """Whether a sentence names the United States as who gives, pays for or teaches."""
    if "gives" not in reading.memo:
        reading.memo["gives"] = _is_said(reading, _gives())
    return reading.memo["gives"]


def given_by(reading: Reading) -> bool:
    """Whether a sentence says that the United States gave, paid for or taught it."""
    return _is_said(reading, _given_by())


def aids(reading: Reading) -> bool:
    """Whether a sentence tells of aid of the United States, as subject or as what is spent."""
    return _is_said(reading, _aids())


def funded_before(reading: Reading, place: int) -> bool:
    """Whether what stands before `place` is paid for by the United States."""
    return _is_said(reading, _funded(), place)


def teaches(reading: Reading) -> bool:
    """Whether a sentence holds a verb of giving or teaching."""
    return any(reading.found(_teaching()))


def receives(reading: Reading) -> bool:
    """Whether a sentence tells of what somebody is given or taught."""
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _receives().search(text) is not None


def _is_said(reading: Reading, pattern: re.Pattern[str], end: int | None = None) -> bool:
    """Whether a sentence, or what stands of it before `end`, says this of the United States."""
    if _GIVERS.isdisjoint(reading.vocabulary):
        return False
    text = reading.between(reading.sentence.start, reading.sentence.end if end is None else end)
    return pattern.search(text) is not None


def _words(code: str) -> str:
    """Any of the words of `giving_words.csv` that have a code."""
    return rf"(?:{alternation(giving_words(code))})"


@cache
def _gives() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_US}(?:\s+government)?-(?:\w+-)?{_words('paid')}\b"
        r"|\b(?:with|through|under|by|from|via|thanks\s+to|using|in)\s+(?:\w+\s+)?"
        rf"{_US}\s+(?:[\w-]+\s+)?{_words('aid')}\b"
        rf"|\b{_words('passes')}\b[^.;]{{0,80}}?\b(?:from|by|with)\s+(?:the\s+)?{_US}"
        rf"|{_INITIATIVES}"
        rf"|\b{_US}\s+(?:[\w-]+\s+){{0,2}}?{_words('giver')}"
        rf"\s+(?:\w+ly\s+|also\s+|have\s+|has\s+)?{_words('gives')}\b"
        rf"|\bthe\s+embassy\s+(?:also\s+|has\s+)?{_words('gives')}\b"
        rf"|\b{_words('studies')}\b[^.;]{{0,60}}?\bin\s+the\s+United\s+States\b",
        re.IGNORECASE,
    )


@cache
def _given_by() -> re.Pattern[str]:
    return re.compile(rf"\b{_words('given')}\s+(?:\w+\s+)?by\s+(?:the\s+)?{_US}", re.IGNORECASE)


@cache
def _aids() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_US}\s+(?:[\w-]+\s+){{0,2}}?{_words('worth')}\b"
        rf"|\b{_US}(?:\s+government)?-(?:\w+-)?{_words('paid')}\b|{_INITIATIVES}",
        re.IGNORECASE,
    )


@cache
def _funded() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_US}(?:\s+government)?-(?:\w+-)?{_words('funded')}\b"
        rf"|\b(?:with|through|under|by|thanks\s+to)\s+(?:\w+\s+)?{_US}\s+(?:[\w-]+\s+)?{_words('fund')}\b"
        rf"|\b{_US}\s+(?:[\w-]+\s+){{0,2}}?{_words('fund')}\s+(?:also\s+|has\s+|have\s+|\w+ly\s+)*(?:pa(?:id|ys?)\s+for|fund(?:s|ed)"
        r"|financ(?:es?|ed)|support(?:s|ed)|sustain(?:s|ed)|made\s+possible|makes\s+possible|cover(?:s|ed)|allow(?:s|ed)|enabled?s?|underwrote)\b"
        rf"|\b{_words('fund')}\s+(?:provided\s+|given\s+|coming\s+)?(?:by|from)\s+(?:the\s+)?(?:{_US}|Washington)(?!\w)",
        re.IGNORECASE,
    )


@cache
def _teaching() -> Starting:
    pattern = re.compile(rf"\b{_words('gives')}\b", re.IGNORECASE)
    return Starting(pattern, giving_words("gives"))


@cache
def _receives() -> re.Pattern[str]:
    handed = rf"(?:was|were|been|being)\s+(?:\w+\s+)?{_words('handed')}"
    return re.compile(rf"\b(?:{_words('receives')}|{handed})\b")
