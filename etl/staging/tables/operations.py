"""What runs did."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import TIMESTAMP, BigInteger, Boolean, CheckConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from etl.staging.tables.base import Base


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
