"""Extraction beside a release: what is gained, lost and changed, place by place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from etl.extract.model import Fact
from etl.warehouse.against import COLUMNS, against
from etl.warehouse.catalog import PUBLISHED_SCHEMAS

FACT = Fact(
    report_id="incsr-2024-xaa",
    start=10,
    end=12,
    text="40",
    kind="level",
    indicator="arrests",
    substance="illicit_drugs",
    ref_area="XAA",
    value=Decimal(40),
    value_high=None,
    unit="PERSONS",
    qualifier="exact",
    status="actual",
    time_period="2023",
    time_basis="stated",
    estimator="",
    sentence=0,
    rule_id="number",
)


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """A release that holds FACT and, at 30, one more."""
    path = tmp_path / "release.duckdb"
    with duckdb.connect(str(path)) as connection:
        for schema in PUBLISHED_SCHEMAS:
            connection.execute(f"CREATE SCHEMA {schema}")
        texts = ", ".join(
            f"{name} {'DOUBLE' if name.startswith('stated_value') else 'VARCHAR'}"
            for name in COLUMNS.values()
        )
        place = "report_id VARCHAR, number_start INTEGER"
        connection.execute(f"CREATE TABLE marts.fct_observations ({place}, {texts})")
        for fact in (FACT, replace(FACT, start=30, value=Decimal(7))):
            cells = [getattr(fact, name) for name in COLUMNS]
            held = [None if cell in {"", "illicit_drugs"} else cell for cell in cells]
            marks = ", ".join("?" for _ in range(len(held) + 2))
            connection.execute(
                f"INSERT INTO marts.fct_observations VALUES ({marks})",
                [fact.report_id, fact.start, *held],
            )
    return path


def test_same_facts_do_not_differ(release: Path) -> None:
    second = replace(FACT, start=30, value=Decimal(7))
    assert against(release, [FACT, second], [FACT.report_id]).lines() == [
        "0 gained, 0 lost, 0 changed"
    ]


def test_gained_lost_and_changed_are_told_apart(release: Path) -> None:
    changed = replace(FACT, indicator="convictions", value=Decimal(41))
    gained = replace(FACT, start=50)
    found = against(release, [changed, gained], [FACT.report_id])
    assert found.gained == (gained,)
    assert [row["number_start"] for row in found.lost] == [30]
    ((place, fields),) = found.changed
    assert place == ("incsr-2024-xaa", 10)
    assert fields == {"indicator": ("arrests", "convictions"), "value": ("40", "41")}


def test_reports_that_were_not_read_do_not_count_as_lost(release: Path) -> None:
    assert against(release, [], ["incsr-2024-xab"]).lost == ()
