"""Number mentions, observations, and the corrections of them.

Revision: 0002, after 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "number_mentions",
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("mention_index", sa.Integer(), nullable=False),
        sa.Column("sentence_index", sa.Integer(), nullable=True),
        sa.Column("start_char", sa.Integer(), nullable=False),
        sa.Column("end_char", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("numeric_value", sa.Numeric(precision=28, scale=8), nullable=True),
        sa.Column("disposition", sa.String(), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("observation_id", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("report_id", "mention_index", name=op.f("pk_number_mentions")),
        schema="staging",
    )
    op.create_table(
        "observations",
        sa.Column("observation_id", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("substance", sa.String(), nullable=True),
        sa.Column("ref_area", sa.String(), nullable=True),
        sa.Column("time_period", sa.String(), nullable=False),
        sa.Column("time_basis", sa.String(), nullable=False),
        sa.Column("stated_value", sa.Numeric(precision=28, scale=8), nullable=False),
        sa.Column("stated_value_high", sa.Numeric(precision=28, scale=8), nullable=True),
        sa.Column("stated_unit", sa.String(), nullable=False),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("obs_status", sa.String(), nullable=False),
        sa.Column("estimator", sa.String(), nullable=True),
        sa.Column("section_id", sa.String(), nullable=False),
        sa.Column("sentence_number", sa.Integer(), nullable=False),
        sa.Column("sentence_index", sa.Integer(), nullable=True),
        sa.Column("anchor", sa.String(), nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("number_word", sa.Integer(), nullable=False),
        sa.Column("number_text", sa.String(), nullable=False),
        sa.Column("number_start", sa.Integer(), nullable=True),
        sa.Column("number_end", sa.Integer(), nullable=True),
        sa.Column("quote", sa.String(), nullable=True),
        sa.Column("quote_start", sa.Integer(), nullable=True),
        sa.Column("quote_end", sa.Integer(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("verification", sa.String(), nullable=False),
        sa.Column("review", sa.String(), nullable=False),
        sa.Column("rule_id", sa.String(), nullable=False),
        sa.Column("extractor_version", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "origin IN ('ledger', 'extracted')", name=op.f("ck_observations_origin")
        ),
        sa.CheckConstraint(
            "verification IN ('verified', 'unverified', 'not_found', 'contradicted')",
            name=op.f("ck_observations_verification"),
        ),
        sa.PrimaryKeyConstraint("observation_id", "origin", name=op.f("pk_observations")),
        schema="staging",
    )
    op.create_table(
        "corrections",
        sa.Column("correction_id", sa.String(), nullable=False),
        sa.Column("observation_id", sa.String(), nullable=False),
        sa.Column("column_name", sa.String(), nullable=False),
        sa.Column("expected_value", sa.String(), nullable=True),
        sa.Column("corrected_value", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("decided_on", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.CheckConstraint("state IN ('applied', 'stale')", name=op.f("ck_corrections_state")),
        sa.PrimaryKeyConstraint("correction_id", name=op.f("pk_corrections")),
        schema="staging",
    )


def downgrade() -> None:
    op.drop_table("corrections", schema="staging")
    op.drop_table("observations", schema="staging")
    op.drop_table("number_mentions", schema="staging")
