"""What a source measures: who counted one thing has not thereby counted another."""

from __future__ import annotations

from etl.extract.context.tables import family_of

_ASKED = frozenset({"", "demand_use", "demand_deaths", "governance_corruption"})
"""What those who ask people about drugs may tell of."""


def is_another_matter(told: str | None, indicator: str) -> bool:
    """Whether an indicator is none that the source of another would measure.

    Who surveys crops does not speak for users, and who surveys users not for clinics.

    Args:
        told: Indicator of the figure before; None where no source was told of.
        indicator: Of the figure in question.
    """
    if told is None:
        return False
    before, now = family_of(told), family_of(indicator)
    if before == "demand_use":
        return now not in _ASKED
    return before == "supply" and now.startswith("demand_")
