"""The tables of the staging database, as SQLAlchemy models.

`staging` holds what documents and ledger say, replaced per report as a whole;
`ops` holds what runs did. Alembic migrations (`migrations/`) own both.
Offsets are Unicode code points into `documents.text`, 0-based, end exclusive.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import (
    TIMESTAMP,
    BigInteger,
    Boolean,
    CheckConstraint,
    Integer,
    MetaData,
    Numeric,
    String,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NUMBER = Numeric(28, 8)
_ORIGIN = "origin IN ('ledger', 'extracted')"
_VERIFICATION = "verification IN ('verified', 'unverified', 'not_found', 'contradicted')"


class Base(DeclarativeBase):
    """Declarative base; names every constraint so that migrations can address it."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )


class Report(Base):
    """One row a report, known from its document, its ledger, or both."""

    __tablename__ = "reports"
    __table_args__ = (
        CheckConstraint("status IN ('active', 'withdrawn')", name="status"),
        {"schema": "staging"},
    )

    report_id: Mapped[str] = mapped_column(String, primary_key=True)
    series: Mapped[str] = mapped_column(String)
    edition: Mapped[int] = mapped_column(Integer)
    edition_year: Mapped[int] = mapped_column(Integer)
    reference_year: Mapped[int] = mapped_column(Integer)
    ref_area: Mapped[str | None] = mapped_column(String)
    title: Mapped[str | None] = mapped_column(String)
    document_sha256: Mapped[str | None] = mapped_column(String)
    ledger_sha256: Mapped[str | None] = mapped_column(String)
    extractor_version: Mapped[str] = mapped_column(String)
    lexicon_version: Mapped[str] = mapped_column(String)
    fingerprint: Mapped[str] = mapped_column(String)
    """Hash of document, ledger, extractor and lexicon: unchanged means nothing to do."""
    status: Mapped[str] = mapped_column(String)
    """`active`, or `withdrawn` where its source no longer lists it."""


class DocumentRow(Base):
    """The canonical text of a report that was read."""

    __tablename__ = "documents"
    __table_args__ = ({"schema": "staging"},)

    report_id: Mapped[str] = mapped_column(String, primary_key=True)
    sha256: Mapped[str] = mapped_column(String)
    """Of the bytes that came in; a volume's chapters share it."""
    text_sha256: Mapped[str] = mapped_column(String)
    media_type: Mapped[str] = mapped_column(String)
    layout: Mapped[str] = mapped_column(String)
    file_name: Mapped[str] = mapped_column(String)
    title: Mapped[str | None] = mapped_column(String)
    char_count: Mapped[int] = mapped_column(Integer)
    page_count: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(String)


class SectionRow(Base):
    """A part of a report with a heading of its own."""

    __tablename__ = "sections"
    __table_args__ = ({"schema": "staging"},)

    report_id: Mapped[str] = mapped_column(String, primary_key=True)
    section_id: Mapped[str] = mapped_column(String, primary_key=True)
    ordinal: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(String)
    chapter: Mapped[str | None] = mapped_column(String)
    start_char: Mapped[int] = mapped_column(Integer)
    end_char: Mapped[int] = mapped_column(Integer)


class SentenceRow(Base):
    """One sentence of a document."""

    __tablename__ = "sentences"
    __table_args__ = ({"schema": "staging"},)

    report_id: Mapped[str] = mapped_column(String, primary_key=True)
    sentence_index: Mapped[int] = mapped_column(Integer, primary_key=True)
    section_id: Mapped[str] = mapped_column(String)
    sentence_number: Mapped[int] = mapped_column(Integer)
    paragraph_index: Mapped[int] = mapped_column(Integer)
    start_char: Mapped[int] = mapped_column(Integer)
    end_char: Mapped[int] = mapped_column(Integer)
    page: Mapped[int] = mapped_column(Integer)
    anchor: Mapped[str] = mapped_column(String)
    occurrence: Mapped[int] = mapped_column(Integer)
    text: Mapped[str] = mapped_column(String)


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
        CheckConstraint(_ORIGIN, name="origin"),
        CheckConstraint(_VERIFICATION, name="verification"),
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


class Assessment(Base):
    """The rating of one MEM recommendation, from the ledger or from the text."""

    __tablename__ = "assessments"
    __table_args__ = (
        CheckConstraint(_ORIGIN, name="origin"),
        CheckConstraint(_VERIFICATION, name="verification"),
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
        CheckConstraint(_ORIGIN, name="origin"),
        CheckConstraint(_VERIFICATION, name="verification"),
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


class Run(Base):
    """One run of `dcw`."""

    __tablename__ = "runs"
    __table_args__ = (
        CheckConstraint(
            "status IN ('running', 'succeeded', 'unchanged', 'refused', 'failed', 'interrupted')",
            name="status",
        ),
        {"schema": "ops"},
    )

    run_id: Mapped[str] = mapped_column(String, primary_key=True)
    command: Mapped[str] = mapped_column(String)
    started_at: Mapped[datetime] = mapped_column(TIMESTAMP)
    finished_at: Mapped[datetime | None] = mapped_column(TIMESTAMP)
    status: Mapped[str] = mapped_column(String)
    """`running`, `succeeded`, `unchanged`, `refused`, `failed`, `interrupted`."""
    exit_code: Mapped[int | None] = mapped_column(Integer)
    release_id: Mapped[str | None] = mapped_column(String)
    versions: Mapped[str] = mapped_column(String)
    """JSON: package, extractor, lexicon, schema and library versions."""
    message: Mapped[str | None] = mapped_column(String)


class RunStep(Base):
    """One step of a run."""

    __tablename__ = "run_steps"
    __table_args__ = ({"schema": "ops"},)

    run_id: Mapped[str] = mapped_column(String, primary_key=True)
    step_index: Mapped[int] = mapped_column(Integer, primary_key=True)
    step: Mapped[str] = mapped_column(String)
    started_at: Mapped[datetime] = mapped_column(TIMESTAMP)
    finished_at: Mapped[datetime | None] = mapped_column(TIMESTAMP)
    status: Mapped[str] = mapped_column(String)
    rows_in: Mapped[int | None] = mapped_column(BigInteger)
    rows_out: Mapped[int | None] = mapped_column(BigInteger)
    peak_rss_bytes: Mapped[int | None] = mapped_column(BigInteger)
    message: Mapped[str | None] = mapped_column(String)


class Issue(Base):
    """Something that a run could not take as it was."""

    __tablename__ = "issues"
    __table_args__ = (
        CheckConstraint("severity IN ('error', 'warning', 'info')", name="severity"),
        {"schema": "ops"},
    )

    run_id: Mapped[str] = mapped_column(String, primary_key=True)
    issue_index: Mapped[int] = mapped_column(Integer, primary_key=True)
    severity: Mapped[str] = mapped_column(String)
    code: Mapped[str] = mapped_column(String)
    report_id: Mapped[str | None] = mapped_column(String)
    place: Mapped[str] = mapped_column(String)
    """File and row, or report, section and sentence."""
    expected: Mapped[str] = mapped_column(String)
    found: Mapped[str] = mapped_column(String)


class ExpectationResult(Base):
    """What one expectation said in one run."""

    __tablename__ = "expectation_results"
    __table_args__ = ({"schema": "ops"},)

    run_id: Mapped[str] = mapped_column(String, primary_key=True)
    suite: Mapped[str] = mapped_column(String, primary_key=True)
    expectation_id: Mapped[str] = mapped_column(String, primary_key=True)
    table_name: Mapped[str] = mapped_column(String)
    column_name: Mapped[str | None] = mapped_column(String)
    expectation_type: Mapped[str] = mapped_column(String)
    severity: Mapped[str] = mapped_column(String)
    success: Mapped[bool] = mapped_column(Boolean)
    observed: Mapped[str | None] = mapped_column(String)
    unexpected_count: Mapped[int | None] = mapped_column(BigInteger)
    sample: Mapped[str | None] = mapped_column(String)
    """Up to five offending rows, as JSON."""
    note: Mapped[str] = mapped_column(String)
