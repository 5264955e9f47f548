"""Whether a number is counted, estimated or planned."""

from __future__ import annotations

import re
from functools import cache

from etl.extract.context.alternatives import any_of
from etl.extract.context.chronicle import Dated
from etl.extract.context.clauses import NEW_CLAUSE
from etl.extract.context.reading import Reading
from etl.extract.context.scene import Attribution
from etl.extract.context.starts import Starting
from etl.extract.context.tables import cues
from etl.extract.model import Concept, Quantity

_NEAR = 90
_AFTER = 25
_SURVEYED = frozenset({"drug_users", "new_users"})
_MODELLED = frozenset({"cultivation_area", "production_potential", "crop_yield"})
_MODELLERS = frozenset({"US_GOV", "UN"})
_MASSES = frozenset({"T", "KG"})
_SURVEYS = frozenset({"survey", "surveys", "study", "studies"})
_SURVEY = re.compile(r"\b(?:survey|surveys|study|studies)\b", re.IGNORECASE)
_PLANNING = frozenset(
    "goal target objective scheduled expected projected planned slated due meant be envisaged"
    " foreseen construction envisioned called promised anticipated provided requested hoped aimed"
    " intended wanted pledged vowed".split()
)
"""Words one of which stands wherever a plan is told behind its number."""

_GOAL_AFTER = re.compile(r"[\s-](?:[\w-]+\s){0,3}?(?:goal|target|objective)\b", re.IGNORECASE)
_DUE_AFTER = re.compile(
    r"(?:\s(?!(?:and|but|or|while)\b)[\w-]+){0,6}?\s"
    r"(?:(?:scheduled|expected|projected|planned|slated|due|meant) (?:to|for)"
    r"|had (?:hoped|aimed|intended|wanted|pledged|vowed) to"
    r"|(?:to|will|would|shall) be (?:built|opened|hired|delivered|added|recruited|established"
    r"|constructed|created|installed|set up)|(?:is|are) (?:planned|envisaged|foreseen)"
    r"|under construction|(?:foreseen|envisaged|envisioned|called for|promised|planned"
    r"|anticipated|provided for|requested) (?:in|by|to|under|for|them))\b",
    re.IGNORECASE,
)
_WILLS = re.compile(r"\b(?:political|free|good|ill|own|popular|public|the)\s+$", re.IGNORECASE)
_IN_OTHER_MONEY = re.compile(
    r"(?:\s(?:million|billion|trillion))?[^;,.()\d]{0,20}\((?:about|approximately|roughly|some|nearly|around|or|over)?"
    r"\s?(?:[A-Z]{2,3})?[$€£]?\s?$"
)
_REGISTERED = re.compile(r"\b(?:regist\w+|counted|recorded|enrolled)\b", re.IGNORECASE)
_ASIDE = re.compile(r"(?:,|\band|\bwhat(?:\s+\w+)?)\s*$", re.IGNORECASE)
_OR = re.compile(r",\s*or\s+(?:about\s+|some\s+)?$")
_OF_THAT = Starting(re.compile(r"\bof (?:that|this|these|those|which)\b", re.IGNORECASE), ("of",))
_CLAUSE = re.compile(
    r";|\b(?:but|whereas)\b|[,–—]\s*(?:and|while|but|although|whereas|which|who|up|down|compared)\b",
    re.IGNORECASE,
)


@cache
def _cue(code: str) -> Starting:
    rows = cues("status", "estimate", "estimate_near", "target")
    return any_of([row.cue for row in rows if row.code == code], r"(?<![\w-])", r"(?![\w-])")


def status_of(
    quantity: Quantity,
    concept: Concept,
    reading: Reading,
    dated: Dated,
    attribution: Attribution,
    *,
    reference_year: int,
) -> str:
    """`actual`, `estimate` or `target`.

    Args:
        quantity: The number.
        concept: What it measures.
        reading: Its sentence.
        dated: Its period.
        attribution: Who is behind it.
        reference_year: The year that undated figures are about.
    """
    if _is_planned(quantity, reading, dated, reference_year):
        return "target"
    if _is_estimated(quantity, reading) or _is_surveyed(quantity, concept, reading, attribution):
        return "estimate"
    return "actual"


def estimates(reading: Reading) -> bool:
    """Whether a sentence as a whole tells what somebody estimates."""
    if "estimates" not in reading.memo:
        reading.memo["estimates"] = any(reading.found(_cue("estimate")))
    return reading.memo["estimates"]


def refers_to(reading: Reading) -> bool:
    """Whether a sentence takes part of an amount of the sentence before."""
    return any(reading.found(_OF_THAT))


def _is_planned(quantity: Quantity, reading: Reading, dated: Dated, reference_year: int) -> bool:
    text, end = reading.document.text, max(quantity.end, quantity.mentions_end)
    if _starts_from(reading, quantity.start):
        return False
    year = dated.period.first[0]
    if year > reference_year and not (dated.period.monthly and reading.past):
        return True
    said = not _PLANNING.isdisjoint(reading.vocabulary)
    if said and (_GOAL_AFTER.match(text, end) or _DUE_AFTER.match(text, end)):
        return True
    found = [
        cue for cue in reading.found(_cue("target"), end=quantity.start) if not _is_noun(text, cue)
    ]
    if not found or (year < reference_year and dated.basis == "stated"):
        return False
    between = reading.between(found[-1].end(), quantity.start)
    return not _CLAUSE.search(between)


def _is_noun(text: str, cue: re.Match[str]) -> bool:
    """Whether "will" is what somebody has, or a plan was kept ("as planned")."""
    near = text[max(0, cue.start() - 20) : cue.start()]
    if cue.group().lower().startswith("would") and text.startswith(" have ", cue.end()):
        return True
    if near.lower().endswith("as ") and cue.group().lower() == "planned":
        return True
    return cue.group().lower() == "will" and _WILLS.search(near) is not None


def _starts_from(reading: Reading, start: int) -> bool:
    """Whether a plan starts from the number ("from 350 to 650 by 2020")."""
    return any(
        scope.kind == "base" and reading.between(scope.start, start).lower().startswith("from ")
        for scope in reading.scopes_at(start)
    )


def _is_estimated(quantity: Quantity, reading: Reading) -> bool:
    text, start = reading.document.text, reading.sentence.start
    if estimates(reading):
        return _is_within(quantity, reading)
    near = list(
        reading.found(_cue("estimate_near"), max(start, quantity.start - _NEAR), quantity.start)
    )
    passed = [n for n in reading.numbers if near and near[-1].end() <= n.start < quantity.start]
    said_again = len(passed) == 1 and _IN_OTHER_MONEY.fullmatch(text, passed[0].end, quantity.start)
    if near and (
        not passed or said_again or _OR.search(reading.between(near[-1].end(), quantity.start))
    ):
        return not NEW_CLAUSE.search(reading.between(near[-1].end(), quantity.start))
    behind = reading.found(
        _cue("estimate_near"), quantity.end, min(quantity.end + 60, reading.sentence.end)
    )
    after = next(behind, None)
    return (
        after is not None
        and after.group().lower().startswith("potential")
        and not any(quantity.end <= n.start < after.start() for n in reading.numbers)
    )


def _is_within(quantity: Quantity, reading: Reading) -> bool:
    """Whether the estimate's words reach the number: they stand before it or close after."""
    found = list(reading.found(_cue("estimate")))
    if any(match.start() < quantity.start for match in found):
        return True
    between = reading.between(quantity.end, found[0].start())
    if _ASIDE.search(between) and found[0].group().lower().startswith(("believe", "suspect")):
        return False
    return ";" not in between and not re.search(r"\b(?:but|while|whereas|(?:al)?though)\b", between)


def _is_surveyed(
    quantity: Quantity, concept: Concept, reading: Reading, attribution: Attribution
) -> bool:
    """Whether it is a survey's figure for a whole people, or a mass that only a study knows."""
    if concept.indicator in _MODELLED:
        return attribution.code in _MODELLERS
    if concept.kind != "level":
        return False
    survey = not _SURVEYS.isdisjoint(reading.vocabulary) and not _before_survey(quantity, reading)
    if concept.indicator in _SURVEYED:
        return survey or attribution.code == "UN"
    studied = survey and attribution.role == "source"
    return studied and quantity.unit in _MASSES


def _before_survey(quantity: Quantity, reading: Reading) -> bool:
    """Whether a number is of a register, and a survey is told of only after it."""
    lead = reading.between(reading.sentence.start, quantity.start)
    tail = reading.between(quantity.end, reading.sentence.end)
    survey = _SURVEY.search(tail)
    if survey is None or _SURVEY.search(lead):
        return False
    turned = re.search(r"\b(?:but|while|whereas|although)\b|;", tail[: survey.start()])
    return turned is not None or _REGISTERED.search(lead) is not None
