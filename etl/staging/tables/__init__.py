"""The tables of the staging database, as SQLAlchemy models.

`staging` holds what documents and ledger say, replaced per report as a whole;
`ops` holds what runs did. Alembic migrations (`migrations/`) own both.
Offsets are Unicode code points into `documents.text`, 0-based, end exclusive.
"""

from etl.staging.tables.base import NUMBER, Base
from etl.staging.tables.documents import DocumentRow, Refusal, Report, SectionRow, SentenceRow
from etl.staging.tables.evaluations import Assessment, Finding, LegalInstrument
from etl.staging.tables.observations import Correction, NumberMention, Observation
from etl.staging.tables.operations import ExpectationResult, Issue, Run, RunStep

__all__ = [
    "NUMBER",
    "Assessment",
    "Base",
    "Correction",
    "DocumentRow",
    "ExpectationResult",
    "Finding",
    "Issue",
    "LegalInstrument",
    "NumberMention",
    "Observation",
    "Refusal",
    "Report",
    "Run",
    "RunStep",
    "SectionRow",
    "SentenceRow",
]
