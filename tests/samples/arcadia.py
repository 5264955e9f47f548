"""An invented country chapter, and ledger rows of what it states.

It goes by the code of Antarctica, which no report is about.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from etl.documents import Document, read
from etl.ledger.locate import number_word
from etl.ledger.row import LedgerRow

CHAPTER = """Arcadia

A. Introduction

Arcadia seized 1,930 kilograms of cocaine in 2019. Police held 24 persons in July.

Police held 31 persons in July. The harbor is old.

B. Trends

Between 250 and 400 hectares of coca were counted. Cultivation fell by five percent.
A third of the cocaine leaves by sea. No new laboratories were found in 2019.
The budget was $11.6 million. The navy obtained10 convictions.
"""


def document(text: str = CHAPTER) -> Document:
    """The invented chapter, or another text in its place."""
    return read(Path("incsr-2020-ata.txt"), data=text.encode())[0]


def row_at(
    report: Document, text: str, value: str, after: str = "", **changes: object
) -> LedgerRow:
    """A sound ledger row of the number `text`, the first one behind the words `after`."""
    start = report.text.index(text, report.text.index(after))
    sentence = next(s for s in report.sentences if s.start <= start < s.end)
    word = number_word(report.quote(sentence), start - sentence.start)
    cells: dict[str, object] = {
        "report_id": report.identity.report_id,
        "section": sentence.section_id,
        "sentence": sentence.number,
        "anchor": sentence.anchor,
        "occurrence": sentence.occurrence,
        "number_word": word,
        "text": text,
        "kind": "level",
        "indicator": "other",
        "substance": "",
        "ref_area": "ATA",
        "value": Decimal(value),
        "value_high": None,
        "unit": "COUNT",
        "qualifier": "exact",
        "status": "actual",
        "time_period": "2019",
        "time_basis": "stated",
        "estimator": "",
        "rule_id": "labelled",
        "review": "reviewed",
        "note": "",
    }
    return LedgerRow(**(cells | changes))  # type: ignore[arg-type]
