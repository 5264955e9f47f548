"""The rows of `staging.observations`: the ledger's with their proof, and extraction's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from etl.documents.model import Document, Sentence
from etl.extract.model import Fact
from etl.ledger.problem import Problem
from etl.ledger.row import LedgerRow
from etl.ledger.verify import Check
from etl.staging.extracted import ExtractedFact
from etl.staging.load import Columns

_EIGHT_PLACES = Decimal("1e-8")
LEDGER_VERSION = "ledger"
"""What rows of the ledger carry as the extractor's version."""

CODED = (
    *("kind", "indicator", "substance", "ref_area", "value", "value_high", "unit", "qualifier"),
    *("status", "time_period", "time_basis", "estimator"),
)
"""Fields of the codebook that a ledger row and a fact have in common."""


def observation_columns(
    document: Document | None,
    checks: Sequence[Check],
    extracted: Sequence[ExtractedFact],
    extractor_version: str,
) -> Columns:
    """All observations of one report, the ledger's first."""
    rows = [_ledger_cells(document, check) for check in checks]
    if document is not None:
        rows += [_extracted_cells(document, fact, extractor_version) for fact in extracted]
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def differences(checks: Sequence[Check], extracted: Sequence[ExtractedFact]) -> Iterator[Problem]:
    """Where ledger and extraction hold the same number and code it differently."""
    found = {fact.observation_id: fact.fact for fact in extracted}
    for check in checks:
        row = check.placed.row
        fact = found.get(row.observation_id)
        for column in CODED if fact else ():
            ours, theirs = _comparable(getattr(row, column)), _comparable(getattr(fact, column))
            if ours != theirs:
                place = f"{check.placed.place} ({row.observation_id})"
                expected, said = f"{column} {ours or 'empty'}", f"{theirs or 'empty'} in the text"
                yield Problem("warning", "ledger_differs", row.report_id, place, expected, said)


def _comparable(value: object) -> str:
    """A cell as text; several drugs and none named are one code, by the codebook."""
    if isinstance(value, Decimal):
        return f"{_staged(value).normalize():f}"
    return "" if value in (None, "illicit_drugs") else str(value)


def _staged(value: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 40
        return value.quantize(_EIGHT_PLACES, rounding=ROUND_HALF_EVEN)


def _ledger_cells(document: Document | None, check: Check) -> dict[str, object]:
    row = check.placed.row
    return {
        "observation_id": row.observation_id,
        "origin": "ledger",
        "report_id": row.report_id,
        **_coded_cells(row),
        "section_id": row.section,
        "sentence_number": row.sentence,
        "anchor": row.anchor,
        "occurrence": row.occurrence,
        "number_word": row.number_word,
        "number_text": row.text,
        "number_start": check.span.start if check.span else None,
        "number_end": check.span.end if check.span else None,
        **quote_cells(document, check.sentence),
        "page": check.sentence.page if check.sentence else None,
        "verification": check.verification,
        "review": row.review,
        "rule_id": row.rule_id,
        "extractor_version": LEDGER_VERSION,
        "note": row.note or None,
    }


def _extracted_cells(document: Document, placed: ExtractedFact, version: str) -> dict[str, object]:
    fact, sentence = placed.fact, placed.sentence
    return {
        "observation_id": placed.observation_id,
        "origin": "extracted",
        "report_id": document.identity.report_id,
        **_coded_cells(fact),
        "section_id": sentence.section_id,
        "sentence_number": sentence.number,
        "anchor": sentence.anchor,
        "occurrence": sentence.occurrence,
        "number_word": placed.number_word,
        "number_text": fact.text,
        "number_start": fact.start,
        "number_end": fact.end,
        **quote_cells(document, sentence),
        "page": sentence.page,
        "verification": placed.verification,
        "review": "machine",
        "rule_id": fact.rule_id,
        "extractor_version": version,
        "note": None,
    }


def _coded_cells(coded: LedgerRow | Fact) -> dict[str, object]:
    high = coded.value_high
    return {
        "kind": coded.kind,
        "indicator": coded.indicator,
        "substance": coded.substance or None,
        "ref_area": coded.ref_area or None,
        "time_period": coded.time_period,
        "time_basis": coded.time_basis,
        "stated_value": _staged(coded.value),
        "stated_value_high": None if high is None else _staged(high),
        "stated_unit": coded.unit,
        "qualifier": coded.qualifier,
        "obs_status": coded.status,
        "estimator": coded.estimator or None,
    }


def quote_cells(document: Document | None, sentence: Sentence | None) -> dict[str, object]:
    """A sentence's index, text and span; all empty where it was not found."""
    if document is None or sentence is None:
        return dict.fromkeys(("sentence_index", "quote", "quote_start", "quote_end"))
    return {
        "sentence_index": sentence.index,
        "quote": document.quote(sentence),
        "quote_start": sentence.start,
        "quote_end": sentence.end,
    }
