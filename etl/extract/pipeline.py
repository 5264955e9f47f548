"""From a document to everything it states: numbers, what they measure, their context."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from etl.documents.model import Document
from etl.extract.concepts import code_all
from etl.extract.context import place_all
from etl.extract.mem import read_assessments, read_findings, read_instruments
from etl.extract.model import Concept, Fact, Mention, Quantity, Setting
from etl.extract.quantities import find
from etl.extract.results import Extraction

EXTRACTOR_VERSION = "1.0.0"
"""Raised with every change of rules that can change a row."""


def extract(document: Document) -> Extraction:
    """Read every figure out of a document and account for every number.

    Args:
        document: A report as read.

    Returns:
        Facts and mentions in the order of the text; assessments, findings and legal
        instruments where the report is an evaluation. Same document, same result.
    """
    quantities, mentions = find(document)
    concepts = code_all(quantities, document)
    coded = [(q, c) for q, c in zip(quantities, concepts, strict=True) if c is not None]
    settings = place_all([q for q, _ in coded], [c for _, c in coded], document)
    facts = [
        _fact(document, quantity, concept, setting)
        for (quantity, concept), setting in zip(coded, settings, strict=True)
    ]
    passed_over = [q for q, c in zip(quantities, concepts, strict=True) if c is None]
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


def _settle(mentions: Sequence[Mention], passed_over: Sequence[Quantity]) -> list[Mention]:
    """The mentions, those of quantities that are no facts told apart."""
    starts = [quantity.start for quantity in passed_over]
    settled: list[Mention] = []
    for mention in mentions:
        index = bisect_right(starts, mention.start) - 1
        covered = index >= 0 and mention.start < passed_over[index].mentions_end
        dropped = covered and mention.disposition == "fact"
        settled.append(_no_fact(mention) if dropped else mention)
    return settled


def _no_fact(mention: Mention) -> Mention:
    return replace(mention, disposition="not_drug_control", rule_id="no_indicator")
