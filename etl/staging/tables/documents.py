"""Reports and the documents that they were read from."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from etl.staging.tables.base import Base


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


class Refusal(Base):
    """A file that could not be taken, so that it is not read again each night."""

    __tablename__ = "refusals"
    __table_args__ = ({"schema": "staging"},)

    input_sha256: Mapped[str] = mapped_column(String, primary_key=True)
    """Of the file's bytes and those of its sidecar."""
    file_name: Mapped[str] = mapped_column(String, primary_key=True)
    report_id: Mapped[str | None] = mapped_column(String)
    code: Mapped[str] = mapped_column(String)
    expected: Mapped[str] = mapped_column(String)
    found: Mapped[str] = mapped_column(String)
    extractor_version: Mapped[str] = mapped_column(String)
    lexicon_version: Mapped[str] = mapped_column(String)
