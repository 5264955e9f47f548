"""Injected faults: how many the gates catch, and which expectation catches which."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from samples.faults import FAULTS, MARTS, STAGING, Fault
from samples.staging import staging
from samples.warehouse import occasion, settings

from etl.quality.database import attachments
from etl.quality.gate import code_lists, run_gate
from etl.quality.suites import Expected, Suite, load
from etl.settings import Settings
from etl.warehouse.dbt import build
from etl.warehouse.publish import publish

MAY_ESCAPE = 2


@pytest.fixture(scope="module")
def last_night(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A published release of the sample reports, built by dbt, and what it was made from."""
    made = settings(tmp_path_factory.mktemp("last") / "night")
    made.data.mkdir()
    staging(made.staging_path)
    build(made)
    publish(made, occasion())
    return made


def _without_constraints(source: Path, target: Path) -> None:
    """Copy a database so that no key or check catches a fault before the gate does."""
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{source}' AS source (READ_ONLY)")
        connection.execute(f"ATTACH '{target}' AS target (BLOCK_SIZE 16384)")
        for schema, table in connection.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = 'source'"
        ).fetchall():
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS target.{schema}")
            connection.execute(
                f"CREATE TABLE target.{schema}.{table} AS FROM source.{schema}.{table}"
            )


@pytest.fixture(scope="module")
def patients(last_night: Settings, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The two databases to be damaged, without their constraints."""
    folder = tmp_path_factory.mktemp("patients")
    files = {STAGING: last_night.staging_path, MARTS: last_night.build_path}
    for gate, source in files.items():
        _without_constraints(source, folder / f"{gate}.patient")
    return {gate: folder / f"{gate}.patient" for gate in files}


class Screen:
    """Asks a gate's questions straight in SQL: a suite without a hit needs no library."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, last_night: Settings) -> None:
        self._connection = connection
        self._suites = load(last_night.root / "expectations")
        codes = code_lists(last_night.root, self._suites)
        set_up = attachments(last_night.staging_path, last_night.published_path, codes)
        for statement in (*set_up, "USE memory", "DETACH subject"):
            connection.execute(statement)

    def suspicious(self, gate: str, database: Path) -> set[str]:
        """Names of the suites in which a question finds rows."""
        self._connection.execute(f"ATTACH '{database}' AS subject (READ_ONLY)")
        found = set()
        for suite in self._suites:
            if suite.gate == gate:
                self._connection.execute(f"USE subject.{suite.schema}")
                if any(self._finds(_question(suite, one)) for one in suite.expectations):
                    found.add(suite.name)
        self._connection.execute("USE memory")
        self._connection.execute("DETACH subject")
        return found

    def _finds(self, question: str) -> bool:
        return self._connection.execute(question).fetchone() is not None


def _question(suite: Suite, expected: Expected) -> str:
    if expected.kind == "expect_column_values_to_be_unique":
        return f"SELECT 1 FROM {suite.table} GROUP BY {expected.column} HAVING count(*) > 1"
    if expected.kind == "expect_column_values_to_not_be_null":
        return f"SELECT 1 FROM {suite.table} WHERE {expected.column} IS NULL"
    return str(expected.kwargs["unexpected_rows_query"].format(batch=suite.table))


@pytest.fixture(scope="module")
def screen(last_night: Settings) -> Iterator[Screen]:
    """A screen that knows the last release and the code lists."""
    with duckdb.connect(":memory:") as connection:
        yield Screen(connection, last_night)


def _inject(fault: Fault, patient: Path, folder: Path) -> Path:
    damaged = Path(shutil.copy(patient, folder / "damaged.duckdb"))
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH '{damaged}' AS damaged")
        connection.execute("USE damaged")
        connection.execute(fault.sql)
    return damaged


@pytest.mark.parametrize("gate", [STAGING, MARTS])
def test_without_a_fault_nothing_fails(
    gate: str, last_night: Settings, patients: dict[str, Path]
) -> None:
    report = run_gate(
        gate, patients[gate], root=last_night.root, previous=last_night.published_path
    )
    assert [one.describe() for one in report.outcomes if not one.success] == []


def test_the_gates_catch_injected_faults(
    last_night: Settings,
    patients: dict[str, Path],
    screen: Screen,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines, escaped, blocked = [], [], 0
    for fault in FAULTS:
        damaged = _inject(fault, patients[fault.gate], tmp_path)
        report = run_gate(
            fault.gate,
            damaged,
            root=last_night.root,
            previous=last_night.published_path,
            only=screen.suspicious(fault.gate, damaged),
        )
        failing = [*report.failed("critical"), *report.failed("warning")]
        blocked += any(one.severity == "critical" for one in failing)
        if not failing:
            escaped.append(fault.name)
        caught = ", ".join(one.expectation_id.split(".", 1)[1] for one in failing[:3])
        grade = failing[0].severity if failing else "ESCAPED"
        lines.append(f"  {fault.gate:8} {fault.name:34} {grade:9} {caught}")
    with capsys.disabled():
        print(f"\n{len(FAULTS)} faults, {len(FAULTS) - len(escaped)} caught, {blocked} block")  # noqa: T201 # the table is asked for
        print("\n".join(lines))  # noqa: T201 # the table is asked for
    assert len(FAULTS) >= 40
    assert len(escaped) <= MAY_ESCAPE, escaped
