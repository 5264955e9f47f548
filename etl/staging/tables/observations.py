"""Numbers, the observations that they became, and the corrections of them."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import CheckConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from etl.staging.tables.base import NUMBER, Base, origin_check, verification_check


class NumberMention(Base):
    """Every number and number word of a document, and what became of it."""

    __tablename__ = "number_mentions"
    __table_args__ = ({"schema": "staging"},)

    report_id: Mapped[str] = mapped_column(String, primary_key=True)
    mention_index: Mapped[int] = mapped_column(Integer, primary_key=True)
    sentence_index: Mapped[int | None] = mapped_column(Integer)
    start_char: Mapped[int] = mapped_column(Integer)
    end_char: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(String)
    numeric_value: Mapped[Decimal | None] = mapped_column(NUMBER)
    disposition: Mapped[str] = mapped_column(String)
    rule_id: Mapped[str] = mapped_column(String)
    observation_id: Mapped[str | None] = mapped_column(String)


class Observation(Base):
    """One stated quantity, from the ledger or from the text.

    Ledger and extraction may both hold a row for one number: they share its
    `observation_id` and differ in `origin`.
    """

    __tablename__ = "observations"
    __table_args__ = (
        origin_check(),
        verification_check(),
        {"schema": "staging"},
    )

    observation_id: Mapped[str] = mapped_column(String, primary_key=True)
    origin: Mapped[str] = mapped_column(String, primary_key=True)
    report_id: Mapped[str] = mapped_column(String)
    kind: Mapped[str] = mapped_column(String)
    indicator: Mapped[str] = mapped_column(String)
    substance: Mapped[str | None] = mapped_column(String)
    ref_area: Mapped[str | None] = mapped_column(String)
    time_period: Mapped[str] = mapped_column(String)
    time_basis: Mapped[str] = mapped_column(String)
    stated_value: Mapped[Decimal] = mapped_column(NUMBER)
    stated_value_high: Mapped[Decimal | None] = mapped_column(NUMBER)
    stated_unit: Mapped[str] = mapped_column(String)
    qualifier: Mapped[str] = mapped_column(String)
    obs_status: Mapped[str] = mapped_column(String)
    estimator: Mapped[str | None] = mapped_column(String)
    section_id: Mapped[str] = mapped_column(String)
    sentence_number: Mapped[int] = mapped_column(Integer)
    """1-based within its section."""
    sentence_index: Mapped[int | None] = mapped_column(Integer)
    anchor: Mapped[str] = mapped_column(String)
    occurrence: Mapped[int] = mapped_column(Integer)
    number_word: Mapped[int] = mapped_column(Integer)
    number_text: Mapped[str] = mapped_column(String)
    number_start: Mapped[int | None] = mapped_column(Integer)
    number_end: Mapped[int | None] = mapped_column(Integer)
    quote: Mapped[str | None] = mapped_column(String)
    quote_start: Mapped[int | None] = mapped_column(Integer)
    quote_end: Mapped[int | None] = mapped_column(Integer)
    page: Mapped[int | None] = mapped_column(Integer)
    verification: Mapped[str] = mapped_column(String)
    review: Mapped[str] = mapped_column(String)
    """`reviewed` where a person read it against the text, otherwise `machine`."""
    rule_id: Mapped[str] = mapped_column(String)
    extractor_version: Mapped[str] = mapped_column(String)
    note: Mapped[str | None] = mapped_column(String)


class Correction(Base):
    """A person's decision on one column of one observation."""

    __tablename__ = "corrections"
    __table_args__ = (
        CheckConstraint("state IN ('applied', 'stale')", name="state"),
        {"schema": "staging"},
    )

    correction_id: Mapped[str] = mapped_column(String, primary_key=True)
    observation_id: Mapped[str] = mapped_column(String)
    column_name: Mapped[str] = mapped_column(String)
    expected_value: Mapped[str | None] = mapped_column(String)
    """What the column held when the decision was made; otherwise the row is stale."""
    corrected_value: Mapped[str | None] = mapped_column(String)
    reason: Mapped[str] = mapped_column(String)
    evidence: Mapped[str] = mapped_column(String)
    decided_on: Mapped[str] = mapped_column(String)
    state: Mapped[str] = mapped_column(String)
