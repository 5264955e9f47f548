"""What all tables share: the declarative base, the type of numbers, common checks."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, MetaData, Numeric
from sqlalchemy.orm import DeclarativeBase

NUMBER = Numeric(28, 8)


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


def origin_check() -> CheckConstraint:
    """A row is the ledger's or extraction's."""
    return CheckConstraint("origin IN ('ledger', 'extracted')", name="origin")


def verification_check() -> CheckConstraint:
    """What became of a row when it was checked against the text."""
    return CheckConstraint(
        "verification IN ('verified', 'unverified', 'not_found', 'contradicted')",
        name="verification",
    )
