"""Assessments, their findings, and legal instruments.

Revision: 0003, after 0002.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "assessments",
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("recommendation", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("chapter", sa.String(), nullable=False),
        sa.Column("rating_body", sa.String(), nullable=True),
        sa.Column("rating_summary", sa.String(), nullable=True),
        sa.Column("body_start", sa.Integer(), nullable=True),
        sa.Column("body_end", sa.Integer(), nullable=True),
        sa.Column("summary_start", sa.Integer(), nullable=True),
        sa.Column("summary_end", sa.Integer(), nullable=True),
        sa.Column("verification", sa.String(), nullable=False),
        sa.CheckConstraint("origin IN ('ledger', 'extracted')", name=op.f("ck_assessments_origin")),
        sa.CheckConstraint(
            "verification IN ('verified', 'unverified', 'not_found', 'contradicted')",
            name=op.f("ck_assessments_verification"),
        ),
        sa.PrimaryKeyConstraint(
            "report_id", "recommendation", "origin", name=op.f("pk_assessments")
        ),
        schema="staging",
    )
    op.create_table(
        "findings",
        sa.Column("finding_id", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("recommendation", sa.Integer(), nullable=False),
        sa.Column("polarity", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=True),
        sa.Column("section_id", sa.String(), nullable=False),
        sa.Column("sentence_number", sa.Integer(), nullable=False),
        sa.Column("anchor", sa.String(), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("sentence_index", sa.Integer(), nullable=True),
        sa.Column("quote", sa.String(), nullable=True),
        sa.Column("quote_start", sa.Integer(), nullable=True),
        sa.Column("quote_end", sa.Integer(), nullable=True),
        sa.Column("verification", sa.String(), nullable=False),
        sa.CheckConstraint("origin IN ('ledger', 'extracted')", name=op.f("ck_findings_origin")),
        sa.CheckConstraint(
            "polarity IN ('strength', 'shortcoming')", name=op.f("ck_findings_polarity")
        ),
        sa.CheckConstraint(
            "verification IN ('verified', 'unverified', 'not_found', 'contradicted')",
            name=op.f("ck_findings_verification"),
        ),
        sa.PrimaryKeyConstraint("finding_id", "origin", name=op.f("pk_findings")),
        schema="staging",
    )
    op.create_table(
        "legal_instruments",
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("sentence_index", sa.Integer(), nullable=False),
        sa.Column("participation", sa.String(), nullable=False),
        sa.Column("quote", sa.String(), nullable=False),
        sa.Column("quote_start", sa.Integer(), nullable=False),
        sa.Column("quote_end", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "report_id", "instrument", "sentence_index", name=op.f("pk_legal_instruments")
        ),
        schema="staging",
    )


def downgrade() -> None:
    op.drop_table("legal_instruments", schema="staging")
    op.drop_table("findings", schema="staging")
    op.drop_table("assessments", schema="staging")
