"""What extraction makes of a document: number mentions, quantities and facts.

Codes are those of the code lists in `seeds/reference`; spans are offsets into
`Document.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple


class Mention(NamedTuple):
    """One number or number word of a document and what became of it.

    Attributes:
        sentence: Index of its sentence; -1 outside every sentence.
        value: The number it says; None where it says none by itself.
        disposition: `fact`, or why it is none: `date`, `duration`, `label`,
            `legal_reference`, `penalty`, `age`, `ordinal`, `contact`, `name`, … ;
            `unexplained` where no rule knows.
        rule_id: The rule that decided.
    """

    start: int
    end: int
    text: str
    sentence: int
    value: Decimal | None
    disposition: str
    rule_id: str


class Quantity(NamedTuple):
    """A number that measures something, before it is known what.

    Attributes:
        start: Where the number starts; a currency sign in front belongs to it.
        end: Where its first part ends (a range "250 to 400" ends after 250 unless it
            is written as one token).
        text: The characters between them.
        sentence: Index of its sentence.
        value: In `unit`, magnitudes written out: "$11.6 million" is 11600000.
        value_high: Upper end of a range, otherwise None.
        unit: Unit code of the codebook: `HA`, `T`, `KG`, `COUNT`, `PT`, `USD`, `X PER Y`.
        unit_start: Where the unit's or counted noun's words stand; -1 where not stated.
        unit_end: Where they end.
        qualifier: `exact`, `approximately`, `at_least`, `at_most`, `range`.
        form: How it is written: `digits`, `words`, `fraction`, `multiple`, `zero_words`.
        rule_id: The rule that read it.
        mentions_end: Where its last number ends (the 400 of "250 to 400").
    """

    start: int
    end: int
    text: str
    sentence: int
    value: Decimal
    value_high: Decimal | None
    unit: str
    unit_start: int
    unit_end: int
    qualifier: str
    form: str
    rule_id: str
    mentions_end: int


class Concept(NamedTuple):
    """What a quantity measures.

    Attributes:
        kind: `level`, `change`, `share`, `rate`.
        indicator: Code of `indicators.csv`.
        substance: Code of `substances.csv`, or empty.
        sign: -1 where a change is a decrease, otherwise 1.
        rule_id: The lexicon line or rule that decided.
    """

    kind: str
    indicator: str
    substance: str
    sign: int
    rule_id: str


class Setting(NamedTuple):
    """Where, when, by whom and how sure: the context of a quantity.

    Attributes:
        ref_area: ISO 3166-1 alpha-3 or `ISO3-NAME`, several joined by `;`, or empty.
        time_period: `2012`, `2013-07`, `2017-01/2017-10`, `2015/2016`.
        time_basis: `stated`, `inherited`, `report`.
        status: `actual`, `estimate`, `target`.
        estimator: Code of who counted, or empty.
        rule_id: The rule that found the period.
    """

    ref_area: str
    time_period: str
    time_basis: str
    status: str
    estimator: str
    rule_id: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the codebook: a quantity, what it measures, and its context."""

    report_id: str
    start: int
    end: int
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
    sentence: int
    rule_id: str
