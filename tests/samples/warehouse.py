"""A built warehouse made from a sample staging database, in the published file's shape."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb

from etl.settings import PROJECT_ROOT, Settings
from etl.warehouse.publish import Occasion

MIDNIGHT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

_FACTS = """
CREATE TABLE marts.fct_observations AS
SELECT observation_id, report_id, 'supply' AS dimension, kind, indicator, substance, ref_area,
    left(ref_area, 3) AS ref_area_iso3, time_period,
    make_date(left(time_period, 4)::integer, 1, 1) AS period_start,
    make_date(left(time_period, 4)::integer, 12, 31) AS period_end,
    time_basis, stated_value * factor AS obs_value, stated_value_high * factor AS obs_value_high,
    if(stated_unit = 'T', 'KG', stated_unit) AS unit_measure, stated_value, stated_value_high,
    stated_unit, qualifier, obs_status, estimator, true AS is_preferred, quote, quote_start,
    quote_end, number_start, number_end, section_id AS section, page, origin, verification,
    rule_id, extractor_version
FROM (SELECT *, if(stated_unit = 'T', 1000, 1) AS factor FROM durable.staging.observations)
"""
_REST = """
CREATE TABLE marts.fct_assessments AS SELECT report_id, recommendation, chapter, rating_body,
    rating_summary, rating_body = rating_summary AS ratings_agree FROM durable.staging.assessments;
CREATE TABLE marts.fct_findings AS SELECT * FROM durable.staging.findings;
CREATE TABLE evidence.documents AS
    SELECT * RENAME (sha256 AS document_sha256, text AS document_text)
    FROM durable.staging.documents;
CREATE TABLE evidence.sentences AS SELECT * RENAME (start_char AS sentence_start,
    end_char AS sentence_end, text AS sentence_text)
    FROM durable.staging.sentences;
CREATE TABLE audit.number_mentions AS SELECT * RENAME (start_char AS number_start,
    end_char AS number_end, text AS number_text)
    FROM durable.staging.number_mentions;
CREATE TABLE intermediate.int_scaffold AS SELECT 1 AS x;
CREATE VIEW staging.stg_scaffold AS SELECT 1 AS x;
"""


def build(path: Path, staging: Path) -> Path:
    """Make a build at `path` from the staging database."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute(f"ATTACH '{staging}' AS durable (READ_ONLY)")
        for schema in ("marts", "audit", "evidence", "reference", "staging", "intermediate"):
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
        connection.execute(_FACTS)
        connection.execute(_REST)
        codes = PROJECT_ROOT / "seeds" / "reference"
        for name in ("indicators", "substances"):
            connection.execute(
                f"CREATE TABLE reference.{name} AS SELECT * FROM read_csv('{codes / name}.csv')"
            )
    return path


def settings(data: Path, kept: int = 5) -> Settings:
    """Settings whose data folder is `data`."""
    return Settings(root=PROJECT_ROOT, data=data, corpus=data, releases_kept=kept)


def occasion(run: str = "run-1", fingerprint: str = "inputs-1") -> Occasion:
    """A run that wants to publish."""
    return Occasion(
        run_id=run,
        now=MIDNIGHT,
        inputs_fingerprint=fingerprint,
        versions={"dcw": "0"},
        gates=(),
    )


def rewrite_in_another_order(source: Path, target: Path) -> None:
    """Copy a build so that its rows lie in another order."""
    with duckdb.connect(str(target)) as connection:
        connection.execute(f"ATTACH '{source}' AS source (READ_ONLY)")
        tables = connection.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'source'"
        ).fetchall()
        for schema, table in tables:
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
            connection.execute(
                f"CREATE TABLE {schema}.{table} AS FROM source.{schema}.{table} ORDER BY hash(#1)"
            )
