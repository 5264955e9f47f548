"""Observations as SDMX-CSV 2.0: one row an observation, codes as SDMX spells them."""

from __future__ import annotations

STRUCTURE_ID = "DCW:DF_DRUG_CONTROL(1.0)"

_STATUS = {"actual": "A", "estimate": "E", "target": "F"}
"""Codes of SDMX's CL_OBS_STATUS: normal, estimated, forecast."""


def kind(column: str) -> str:
    """The DuckDB type of a column of `COLUMNS`."""
    return "DOUBLE" if column.startswith("OBS_VALUE") else "VARCHAR"


def _status() -> str:
    cases = " ".join(f"WHEN '{ours}' THEN '{code}'" for ours, code in _STATUS.items())
    return f"CASE obs_status {cases} END"


def _period() -> str:
    """A year or a month as it is; a range as its first day and its length in months."""
    months = "date_diff('month', period_start, period_end) + 1"
    return (
        "CASE WHEN contains(time_period, '/') "
        f"THEN strftime(period_start, '%Y-%m-%d') || '/P' || ({months}) || 'M' "
        "ELSE time_period END"
    )


COLUMNS: dict[str, str] = {
    "STRUCTURE": "'dataflow'",
    "STRUCTURE_ID": f"'{STRUCTURE_ID}'",
    "ACTION": "'I'",
    "OBSERVATION_ID": "observation_id",
    "REPORT_ID": "report_id",
    "REF_AREA": "coalesce(ref_area, '_Z')",
    "INDICATOR": "indicator",
    "MEASURE_KIND": "kind",
    "SUBSTANCE": "coalesce(substance, '_Z')",
    "ESTIMATOR": "coalesce(estimator, '_U')",
    "TIME_PERIOD": _period(),
    "OBS_VALUE": "obs_value",
    "OBS_VALUE_HIGH": "obs_value_high",
    "UNIT_MEASURE": "unit_measure",
    "OBS_STATUS": _status(),
    "QUALIFIER": "qualifier",
    "TIME_BASIS": "time_basis",
    "VERIFICATION": "verification",
    "COMMENT_OBS": "quote",
}
"""SDMX column to SQL over `marts.fct_observations`; `_Z` is not applicable, `_U` unknown."""
