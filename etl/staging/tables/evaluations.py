"""Ratings, findings and treaties."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from etl.staging.tables.base import Base, origin_check, verification_check


class Assessment(Base):
    """The rating of one MEM recommendation, from the ledger or from the text."""

    __tablename__ = "assessments"
    __table_args__ = (
        origin_check(),
        verification_check(),
        {"schema": "staging"},
    )

    report_id: Mapped[str] = mapped_column(String, primary_key=True)
    recommendation: Mapped[int] = mapped_column(Integer, primary_key=True)
    origin: Mapped[str] = mapped_column(String, primary_key=True)
    chapter: Mapped[str] = mapped_column(String)
    rating_body: Mapped[str | None] = mapped_column(String)
    rating_summary: Mapped[str | None] = mapped_column(String)
    body_start: Mapped[int | None] = mapped_column(Integer)
    body_end: Mapped[int | None] = mapped_column(Integer)
    summary_start: Mapped[int | None] = mapped_column(Integer)
    summary_end: Mapped[int | None] = mapped_column(Integer)
    verification: Mapped[str] = mapped_column(String)


class Finding(Base):
    """A strength or a shortcoming that an assessment names."""

    __tablename__ = "findings"
    __table_args__ = (
        CheckConstraint("polarity IN ('strength', 'shortcoming')", name="polarity"),
        origin_check(),
        verification_check(),
        {"schema": "staging"},
    )

    finding_id: Mapped[str] = mapped_column(String, primary_key=True)
    origin: Mapped[str] = mapped_column(String, primary_key=True)
    report_id: Mapped[str] = mapped_column(String)
    recommendation: Mapped[int] = mapped_column(Integer)
    polarity: Mapped[str] = mapped_column(String)
    topic: Mapped[str | None] = mapped_column(String)
    section_id: Mapped[str] = mapped_column(String)
    sentence_number: Mapped[int] = mapped_column(Integer)
    anchor: Mapped[str] = mapped_column(String)
    occurrence: Mapped[int] = mapped_column(Integer)
    sentence_index: Mapped[int | None] = mapped_column(Integer)
    quote: Mapped[str | None] = mapped_column(String)
    quote_start: Mapped[int | None] = mapped_column(Integer)
    quote_end: Mapped[int | None] = mapped_column(Integer)
    verification: Mapped[str] = mapped_column(String)


class LegalInstrument(Base):
    """A convention or protocol that a report says the country has ratified or not."""

    __tablename__ = "legal_instruments"
    __table_args__ = ({"schema": "staging"},)

    report_id: Mapped[str] = mapped_column(String, primary_key=True)
    instrument: Mapped[str] = mapped_column(String, primary_key=True)
    sentence_index: Mapped[int] = mapped_column(Integer, primary_key=True)
    participation: Mapped[str] = mapped_column(String)
    """`party`, `ratified`, `signed`, `not_party`."""
    quote: Mapped[str] = mapped_column(String)
    quote_start: Mapped[int] = mapped_column(Integer)
    quote_end: Mapped[int] = mapped_column(Integer)
