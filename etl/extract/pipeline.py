"""From a document to everything it states: numbers, what they measure, their context."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from etl.documents.model import Document
from etl.extract.concepts import code_all
from etl.extract.concepts.unspoken import is_small_count
from etl.extract.context import place_all
from etl.extract.mem import read_assessments, read_findings, read_instruments
from etl.extract.model import Concept, Fact, Mention, Quantity, Setting
from etl.extract.quantities import find
from etl.extract.results import Extraction
from etl.extract.view import let_go

WHOLE = 100
"""Percent of a whole: a share above it was misread, and is kept as a mention only."""
_RULES = {
    "not_drug_control": "no_indicator",
    "remark": "no_indicator",
    "unexplained": "no_rule",
    "implausible": "share_above_whole",
}


def extract(document: Document) -> Extraction:
    """Read every figure out of a document and account for every number.

    Args:
        document: A report as read.

    Returns:
        Facts and mentions in the order of the text; assessments, findings and legal
        instruments where the report is an evaluation. Same document, same result.
    """
    try:
        return _extract(document)
    finally:
        let_go()


def _extract(document: Document) -> Extraction:
    quantities, mentions = find(document)
    concepts = code_all(quantities, document)
    coded: list[tuple[Quantity, Concept]] = []
    passed_over: list[tuple[Quantity, str]] = []
    for quantity, concept in zip(quantities, concepts, strict=True):
        reason = _no_fact(quantity, concept)
        if concept is not None and not reason:
            coded.append((quantity, concept))
        else:
            passed_over.append((quantity, reason))
    settings = place_all([q for q, _ in coded], [c for _, c in coded], document)
    facts = [
        _fact(document, quantity, concept, setting)
        for (quantity, concept), setting in zip(coded, settings, strict=True)
    ]
    return Extraction(
        facts=tuple(facts),
        mentions=tuple(_settle(mentions, passed_over)),
        assessments=tuple(read_assessments(document)),
        findings=tuple(read_findings(document)),
        instruments=tuple(read_instruments(document)),
    )


def _fact(document: Document, quantity: Quantity, concept: Concept, setting: Setting) -> Fact:
    """One codebook row; a change gets its sign."""
    sign = concept.sign if concept.kind == "change" else 1
    return Fact(
        report_id=document.identity.report_id,
        start=quantity.start,
        end=quantity.end,
        text=quantity.text,
        kind=concept.kind,
        indicator=concept.indicator,
        substance=concept.substance,
        ref_area=setting.ref_area,
        value=quantity.value * sign,
        value_high=None if quantity.value_high is None else quantity.value_high * sign,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        status=setting.status,
        time_period=setting.time_period,
        time_basis=setting.time_basis,
        estimator=setting.estimator,
        sentence=quantity.sentence,
        rule_id=f"{quantity.rule_id}+{concept.rule_id}+{setting.rule_id}",
    )


def _no_fact(quantity: Quantity, concept: Concept | None) -> str:
    """Why a quantity is no fact; empty where it is one."""
    if concept is None:
        if is_small_count(quantity):
            return "remark"
        stands_alone = quantity.unit == "COUNT" and quantity.unit_start < 0
        return "unexplained" if stands_alone else "not_drug_control"
    whole = max(quantity.value, quantity.value_high or quantity.value)
    return "implausible" if concept.kind == "share" and whole > WHOLE else ""


def _settle(
    mentions: Sequence[Mention], passed_over: Sequence[tuple[Quantity, str]]
) -> Iterator[Mention]:
    """The mentions, those of quantities that are no facts told apart."""
    starts = [quantity.start for quantity, _ in passed_over]
    for mention in mentions:
        index = bisect_right(starts, mention.start) - 1
        if index >= 0 and mention.disposition == "fact":
            quantity, reason = passed_over[index]
            if mention.start < quantity.mentions_end:
                yield mention._replace(disposition=reason, rule_id=_RULES[reason])
                continue
        yield mention
