"""Facts as extracted: their place in the document, proved by a second reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from etl.documents.anchor import observation_id
from etl.documents.model import Document, Sentence
from etl.extract.model import Fact
from etl.ledger.compare import Stated, disagreement
from etl.ledger.locate import number_word
from etl.ledger.problem import Problem, Severity

LIMIT = Decimal(10) ** 20
"""What a staging number stays below: 28 digits, 8 of them behind the point."""


@dataclass(frozen=True, slots=True)
class ExtractedFact:
    """A fact with its sentence and its stable name.

    Attributes:
        verification: `verified` where an independent reading of its place agrees,
            otherwise `unverified`.
    """

    fact: Fact
    sentence: Sentence
    number_word: int
    observation_id: str
    verification: str


def place_facts(
    document: Document, facts: Sequence[Fact], ledger_ids: Mapping[int, str]
) -> tuple[list[ExtractedFact], list[Problem]]:
    """Give every extracted fact its sentence and name, and read its number again.

    Args:
        document: The report that they were extracted from.
        facts: What extraction found.
        ledger_ids: Names of the ledger's rows by the offset of their number: a fact at
            that place is the same quantity, however its sentence is counted.

    Returns:
        The facts that can be kept, one a number, in the document's order; and what is
        wrong with the others, or with the second reading.
    """
    starts = [sentence.start for sentence in document.sentences]
    kept: dict[str, ExtractedFact] = {}
    problems: list[Problem] = []
    for fact in sorted(facts, key=lambda fact: (fact.start, fact.end)):
        placed, problem = _place(document, starts, fact, ledger_ids)
        if placed is not None and placed.observation_id in kept:
            placed, problem = None, _repeated(document, fact)
        if placed is not None:
            kept[placed.observation_id] = placed
        if problem is not None:
            problems.append(problem)
    return list(kept.values()), problems


def _place(
    document: Document, starts: list[int], fact: Fact, ledger_ids: Mapping[int, str]
) -> tuple[ExtractedFact | None, Problem | None]:
    at = bisect_right(starts, fact.start) - 1
    sentence = document.sentences[at] if at >= 0 else None
    there = document.text[fact.start : fact.end]
    if sentence is None or fact.start >= sentence.end or there != fact.text:
        return None, _problem(document, fact, "bad_span", f"{fact.text!r} there", there)
    quote = document.quote(sentence)
    word = number_word(quote, fact.start - sentence.start)
    if word is None or max(abs(fact.value), abs(fact.value_high or fact.value)) >= LIMIT:
        found = f"{fact.value:.6E}"
        return None, _problem(document, fact, "bad_number", f"below {LIMIT:.0E}", found)
    name = ledger_ids.get(fact.start) or observation_id(
        document.identity.report_id, sentence.anchor, sentence.occurrence, word
    )
    wrong = disagreement(quote, word, Stated(fact.value, fact.value_high, fact.kind, fact.text))
    if wrong is None:
        return ExtractedFact(fact, sentence, word, name, "verified"), None
    problem = _problem(
        document, fact, "second_reading", wrong.expected, wrong.found, severity="warning"
    )
    return ExtractedFact(fact, sentence, word, name, "unverified"), problem


def _repeated(document: Document, fact: Fact) -> Problem:
    found = f"another {fact.indicator} at {fact.text!r}"
    return _problem(document, fact, "repeated_fact", "one fact a number", found, severity="warning")


def _problem(
    document: Document,
    fact: Fact,
    code: str,
    expected: str,
    found: str,
    *,
    severity: Severity = "error",
) -> Problem:
    report_id = document.identity.report_id
    place = f"{report_id} at {fact.start} ({fact.rule_id})"
    return Problem(severity, code, report_id, place, expected, found)
