"""A row of the ledger: one fact of the codebook, its locator and its anchor."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from etl.documents.anchor import observation_id


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One stated quantity without its sentence; the fields are the file's columns.

    Attributes:
        section: Section id within the report.
        sentence: 1-based position of the sentence within its section.
        anchor: Hash of the sentence's words with its numbers masked.
        occurrence: 1-based count of that anchor in the report.
        number_word: 0-based index of the sentence's word that the number starts with.
        text: The number's own characters, or the few words that say a zero.
        rule_id: What made the row: `gold`, or the extraction rule.
        review: `reviewed` where a person read it against the text, else `machine`.
        note: In our words; may be empty.
    """

    report_id: str
    section: str
    sentence: int
    anchor: str
    occurrence: int
    number_word: int
    text: str
    kind: str
    indicator: str
    substance: str
    ref_area: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    qualifier: str
    status: str
    time_period: str
    time_basis: str
    estimator: str
    rule_id: str
    review: str
    note: str

    @property
    def observation_id(self) -> str:
        """The stable name of the quantity, as extraction would give it."""
        return observation_id(self.report_id, self.anchor, self.occurrence, self.number_word)
