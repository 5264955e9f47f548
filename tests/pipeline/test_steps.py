"""Steps are held back until there is news, and then none of them is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.pipeline.outcome import Outcome
from etl.pipeline.steps import Steps
from etl.staging.database import connect
from etl.staging.migrate import upgrade
from etl.staging.runlog import RunLog


@pytest.fixture
def log(tmp_path: Path) -> RunLog:
    path = tmp_path / "durable.duckdb"
    upgrade(path)
    return RunLog.start(path, "run", versions={})


def written(log: RunLog) -> list[tuple[str, str, int | None]]:
    with connect(log.path, read_only=True) as connection:
        return connection.execute(
            "select step, status, rows_out from ops.run_steps order by step_index"
        ).fetchall()


def test_without_news_nothing_is_written_but_everything_is_said(log: RunLog) -> None:
    said: list[str] = []
    steps = Steps(log, Outcome(log.run_id), said.append)
    with steps.step("load") as row:
        row.message = "0 reports"
    assert written(log) == []
    assert any("0 reports" in line for line in said)


def test_news_in_the_midst_of_a_step_loses_no_step(log: RunLog) -> None:
    steps = Steps(log, Outcome(log.run_id), lambda _: None)
    with steps.step("fetch") as row:
        row.rows_out = 0
    with steps.step("load") as row:
        row.rows_out = 85
        steps.wake()
    with steps.step("build"):
        pass
    assert written(log) == [
        ("fetch", "succeeded", 0),
        ("load", "succeeded", 85),
        ("build", "succeeded", None),
    ]


def test_a_step_that_fails_is_written_with_those_before_it(log: RunLog) -> None:
    steps = Steps(log, Outcome(log.run_id), lambda _: None)
    with steps.step("fetch"):
        pass
    with pytest.raises(ValueError, match="broken"), steps.step("load"):
        raise ValueError("broken")
    assert [(step, status) for step, status, _ in written(log)] == [
        ("fetch", "succeeded"),
        ("load", "failed"),
    ]
