"""What staging should not hold is named by the build, never silently dropped."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from etl.errors import BuildFailed, StagingError
from etl.settings import Settings
from etl.warehouse.dbt import build

COPY = (
    "INSERT INTO durable.staging.observations SELECT * REPLACE ('{name}' AS observation_id, "
    "'{origin}' AS origin, {change}) FROM durable.staging.observations "
    "WHERE indicator = 'seizure_mass' AND substance = 'cocaine' AND report_id = 'incsr-2014-per' "
    "ORDER BY observation_id LIMIT 1"
)
PLANTED = {
    "unknown_unit": "'CUBITS' AS stated_unit",
    "unknown_indicator": "'luck' AS indicator",
    "unknown_substance": "'nectar' AS substance",
    "unknown_area": "'QQQ-NOWHERE' AS ref_area",
    "missing_period": "'' AS time_period",
    "unreadable_period": "'2013-13' AS time_period",
    "unknown_report": "'incsr-1999-qqq' AS report_id",
}
CORRECTION = (
    "INSERT INTO durable.staging.corrections VALUES "
    "('gone', 'no-such-fact', 'substance', 'a', 'b', 'r', 'e', '2026-01-01', 'stale'), "
    "('odd', (SELECT min(observation_id) FROM durable.staging.observations), 'rule_id', 'a', 'b', "
    "'r', 'e', '2026-01-01', 'applied')"
)
DOCUMENT = (
    "INSERT INTO durable.staging.documents SELECT report_id, 'x', 'same text', 'text/plain', 'l', "
    "report_id || '.txt', NULL, 1, 0, 'x' FROM durable.staging.reports "
    "WHERE report_id IN ('incsr-2014-per', 'mem-6-per')"
)


def copied(source: Settings, folder: Path) -> Settings:
    folder.mkdir()
    made = replace(source, data=folder)
    shutil.copy(source.staging_path, made.staging_path)
    return made


def change(settings: Settings, *statements: str) -> None:
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{settings.staging_path}' AS durable")
        for statement in statements:
            connection.execute(statement)


@pytest.fixture(scope="module")
def troubled(ledger_build: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A build of a staging database with one planted fault of each kind."""
    made = copied(ledger_build, tmp_path_factory.mktemp("troubled") / "data")
    change(
        made,
        *(
            COPY.format(name=name, origin="extracted", change=change_)
            for name, change_ in PLANTED.items()
        ),
        COPY.format(
            name="tie",
            origin="ledger",
            change="24400 / 1000 AS stated_value, 9000 AS sentence_number",
        ),
        CORRECTION,
        DOCUMENT,
        "UPDATE durable.staging.assessments SET rating_summary = 'started' "
        "WHERE recommendation = 1",
        "UPDATE durable.staging.assessments SET rating_body = 'splendid', rating_summary = "
        "'splendid' WHERE recommendation = 2",
    )
    build(made, select="+problems +rejected_rows +row_counts")
    return made


def found(settings: Settings, sql: str) -> set[tuple[object, ...]]:
    with duckdb.connect(str(settings.build_path), read_only=True) as connection:
        return set(connection.execute(sql).fetchall())


@pytest.mark.parametrize("reason", PLANTED)
def test_a_row_that_cannot_be_coded_is_rejected_with_its_reason(
    troubled: Settings, reason: str
) -> None:
    rejected = found(
        troubled,
        f"SELECT reject_reason FROM audit.rejected_rows WHERE observation_id = '{reason}'",
    )
    assert rejected == {(reason,)}


@pytest.mark.parametrize(
    ("problem", "culprit"),
    [
        ("correction_of_absent_fact", "correction gone"),
        ("correction_of_unknown_column", "correction odd"),
        ("same_text_as_another_report", "mem-6-per.txt"),
        ("ratings_conflict", "recommendation 1"),
        ("unknown_rating", "recommendation 2"),
    ],
)
def test_a_problem_names_its_culprit(troubled: Settings, problem: str, culprit: str) -> None:
    assert (problem, culprit) in found(troubled, "SELECT problem, place FROM audit.problems")


def test_two_statements_that_tie_are_listed(troubled: Settings) -> None:
    tied = found(troubled, "SELECT found FROM audit.problems WHERE problem = 'preference_tie'")
    assert len(tied & {("24300.0",), ("24400.0",)}) == 1


def test_row_counts_still_reconcile(troubled: Settings) -> None:
    counts = found(troubled, "SELECT n_rejected, n_unaccounted FROM audit.row_counts")
    assert counts == {(len(PLANTED), 0)}


def test_an_unknown_code_in_the_ledger_stops_the_build_and_is_named(
    ledger_build: Settings, tmp_path: Path
) -> None:
    made = copied(ledger_build, tmp_path / "data")
    change(made, COPY.format(name="planted", origin="ledger", change="'CUBITS' AS stated_unit"))
    with pytest.raises(BuildFailed, match=r"ledger_rows_are_accepted(.|\n)*planted(.|\n)*CUBITS"):
        build(made, select="+ledger_rows_are_accepted")


def test_an_absent_staging_database_is_named(tmp_path: Path, ledger_build: Settings) -> None:
    with pytest.raises(StagingError, match="expected the staging database"):
        build(replace(ledger_build, data=tmp_path))
