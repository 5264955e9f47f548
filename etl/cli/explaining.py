"""Extraction shown sentence by sentence: each number, and what became of it."""

from __future__ import annotations

from collections import defaultdict

from etl.documents.model import Document
from etl.extract.model import Fact, Mention
from etl.extract.output import plain
from etl.extract.results import Extraction


def explained(document: Document, made: Extraction) -> str:
    """Every sentence that holds a number, with its facts and what is no fact, and the rules."""
    facts: dict[int, list[Fact]] = defaultdict(list)
    others: dict[int, list[Mention]] = defaultdict(list)
    for fact in made.facts:
        facts[fact.sentence].append(fact)
    for mention in made.mentions:
        if mention.disposition != "fact":
            others[mention.sentence].append(mention)
    lines = [f"{document.identity.report_id} ({document.layout}, {document.file_name})"]
    for sentence in document.sentences:
        at = sentence.index
        if at not in facts and at not in others:
            continue
        lines += [
            "",
            f"[{sentence.section_id}:{sentence.number}] {_flat(document.quote(sentence))}",
        ]
        lines += [_fact(fact) for fact in facts[at]]
        lines += [f"    {m.text!r} is {m.disposition} ({m.rule_id})" for m in others[at]]
    return "\n".join([*lines, "", _totals(made)])


def _fact(fact: Fact) -> str:
    value = plain(fact.value)
    if fact.value_high is not None:
        value += f" to {plain(fact.value_high)}"
    hedge = "" if fact.qualifier in {"exact", "range"} else f" {fact.qualifier}"
    parts = (
        f"{fact.kind} {fact.indicator}",
        fact.substance,
        fact.ref_area,
        f"{value} {fact.unit}{hedge}",
        f"{fact.time_period} ({fact.time_basis})",
        fact.status if fact.status != "actual" else "",
        f"by {fact.estimator}" if fact.estimator else "",
    )
    return f"    {fact.text!r} = {' | '.join(p for p in parts if p)}  [{fact.rule_id}]"


def _totals(made: Extraction) -> str:
    unexplained = sum(mention.disposition == "unexplained" for mention in made.mentions)
    parts = [
        f"{len(made.mentions)} numbers: {len(made.facts)} facts, {unexplained} unexplained",
        f"{len(made.assessments)} assessments",
        f"{len(made.findings)} findings",
        f"{len(made.instruments)} treaties",
    ]
    return ", ".join(parts)


def _flat(text: str) -> str:
    return " ".join(text.split())
