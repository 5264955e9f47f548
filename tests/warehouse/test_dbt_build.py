"""dbt's build of the shipped ledger: the contract holds, every fact is shown or accounted for."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.settings import PROJECT_ROOT, Settings

PUBLISHED = "('marts', 'audit', 'evidence')"
CONTRACT = """
observation_id report_id dimension kind indicator substance ref_area ref_area_iso3 time_period
period_start period_end time_basis obs_value obs_value_high unit_measure stated_value
stated_value_high stated_unit qualifier obs_status estimator is_preferred quote quote_start
quote_end number_start number_end section page origin verification rule_id extractor_version
""".split()  # a column list reads better as words


def rows(build: Settings, sql: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(build.build_path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def one(build: Settings, sql: str) -> Any:
    (row,) = rows(build, sql)
    return row[0] if len(row) == 1 else row


def dbt(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "dbt"), "--no-use-colors", *arguments]
    environment = {**os.environ, **variables, "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"}
    return subprocess.run(
        command, cwd=PROJECT_ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_facts_have_the_columns_of_the_contract_in_order(ledger_build: Settings) -> None:
    columns = rows(
        ledger_build,
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'marts' "
        "AND table_name = 'fct_observations' ORDER BY ordinal_position",
    )
    assert [name for (name,) in columns] == CONTRACT


def test_every_published_table_and_column_carries_its_description(ledger_build: Settings) -> None:
    mute = rows(
        ledger_build,
        "SELECT schema_name, table_name, column_name FROM duckdb_columns() "
        f"WHERE schema_name IN {PUBLISHED} AND coalesce(comment, '') = '' UNION ALL "
        "SELECT schema_name, table_name, NULL FROM duckdb_tables() "
        f"WHERE schema_name IN {PUBLISHED} AND coalesce(comment, '') = ''",
    )
    assert mute == []


def test_every_row_of_the_ledger_is_a_fact(ledger_build: Settings) -> None:
    facts = [
        line
        for path in sorted((ledger_build.seeds / "ledger").glob("*.csv"))
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
        if not path.stem.endswith(("assessments", "findings"))
    ]
    assert one(ledger_build, "SELECT count(*) FROM marts.fct_observations") >= 85
    assert len(facts) >= 85
    counts = one(
        ledger_build,
        "SELECT n_staged, n_published, n_rejected, n_unaccounted FROM audit.row_counts",
    )
    assert counts[0] == counts[1]
    assert counts[2:] == (0, 0)


def test_all_facts_and_ratings_of_peru_are_shown_or_explained(ledger_build: Settings) -> None:
    peru = "report_id IN ('incsr-2014-per', 'mem-6-per')"
    found = Counter(
        membership
        for (membership,) in rows(
            ledger_build, f"SELECT membership FROM audit.mart_membership WHERE {peru}"
        )
    )
    assert found.total() == 85
    assert set(found) <= {"shown", "supports_preferred", "claim_checks"}
    scorecard = "SELECT count(*) FROM marts.governance_mem_scorecard WHERE agreement = 'equal'"
    assert one(ledger_build, f"{scorecard} AND report_id = 'mem-6-per'") == 27


def test_each_known_check_of_peru_comes_out_right(ledger_build: Settings) -> None:
    checks = rows(
        ledger_build,
        "SELECT claim_type, stated, verdict FROM audit.claim_checks WHERE verdict <> "
        "'not_checkable' AND report_id IN ('incsr-2014-per', 'mem-6-per') AND "
        "indicator <> 'recommendations_total' ORDER BY ALL",
    )
    assert checks == [
        ("change", -3, "confirmed"),
        ("change", 2, "confirmed"),
        ("tally", 1, "confirmed"),
        ("tally", 2, "confirmed"),
        ("tally", 3, "confirmed"),
        ("tally", 5, "confirmed"),
        ("tally", 16, "confirmed"),
        ("total", 24300, "confirmed"),
    ]


def test_both_reports_on_peru_agree_on_eradication(ledger_build: Settings) -> None:
    agreed = rows(
        ledger_build,
        "SELECT obs_value, other_value, reconciliation_class FROM audit.reconciliation "
        "WHERE compared = 'series' AND ref_area = 'PER' ORDER BY ALL",
    )
    assert agreed == [(14171, 14171, "equal"), (23785, 23785, "equal")]


def test_the_leaps_of_cannabis_eradication_are_flagged(ledger_build: Settings) -> None:
    leaps = rows(
        ledger_build,
        "SELECT previous_value, obs_value FROM audit.anomalies WHERE indicator = "
        "'eradication_mass' AND ref_area = 'PER' ORDER BY year",
    )
    assert leaps == [(156872, 979640), (979640, 3423)]


def test_forms_and_totals_stand_apart(ledger_build: Settings) -> None:
    seized = rows(
        ledger_build,
        "SELECT substance, seized_kg FROM marts.control_seizures WHERE ref_area = 'PER' AND "
        "year = 2013 AND estimator = 'DIRANDRO' AND substance LIKE 'cocaine%' ORDER BY ALL",
    )
    assert seized == [("cocaine", 24300), ("cocaine_base", 11000), ("cocaine_hcl", 13300)]


def test_unit_tests_of_the_models_hold(ledger_build: Settings) -> None:
    done = dbt(
        *("test", "--select", "test_type:unit"),
        DCW_DATA=str(ledger_build.data),
        DCW_STAGING=str(ledger_build.staging_path),
        DCW_BUILD=str(ledger_build.build_path),
    )
    assert done.returncode == 0, done.stdout
    assert "ERROR=0" in done.stdout


@pytest.mark.parametrize("made", ["absent", "empty"])
def test_dbt_by_hand_says_what_to_do_without_staging(tmp_path: Path, made: str) -> None:
    staging = tmp_path / "durable.duckdb"
    if made == "empty":
        duckdb.connect(str(staging)).close()
    done = dbt("build", "--select", "areas", DCW_DATA=str(tmp_path), DCW_STAGING=str(staging))
    assert done.returncode != 0
    assert "make build" in done.stdout
    assert str(staging) in done.stdout
