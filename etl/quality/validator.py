"""Great Expectations, loaded once a process and kept quiet and offline."""

from __future__ import annotations

import logging
import os
from functools import cache
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import Engine

from etl.quality.database import adapt
from etl.quality.results import SAMPLE_ROWS, Outcome, sample_of
from etl.quality.sql import identifier
from etl.quality.suites import Expected, Suite

_QUERY = "unexpected_rows_query"


@cache
def library() -> Any:
    """The imported library: seconds and hundreds of megabytes, so once and late."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    os.environ.setdefault("TQDM_DISABLE", "1")
    import great_expectations  # noqa: PLC0415 # the reason is this function's purpose

    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    return great_expectations


class Validator:
    """Runs suites on the tables of one engine, in a context that leaves no file."""

    def __init__(self, engine: Engine) -> None:
        gx = library()
        self._engine = engine
        self._gx = gx
        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = {"globally": False}
        self._source = context.data_sources.add_sql(
            "subject",
            connection_string="duckdb:///:memory:",
            # Its engines would open empty databases of their own; ours has the files attached.
            kwargs={"pool": engine.pool},
        )
        adapt(self._source.get_engine())
        adapt(self._source.get_execution_engine().engine)

    def run(self, suite: Suite) -> list[Outcome]:
        """Ask every expectation of `suite`; each answers, whatever the others do."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql(f"USE subject.{identifier(suite.schema)}")
        asset = self._source.add_table_asset(suite.name, table_name=suite.table)
        batch = asset.get_batch(asset.build_batch_request())
        asked = [_configuration(expected) for expected in suite.expectations]
        result = batch.validate(
            self._gx.ExpectationSuite(name=suite.name, expectations=asked),
            result_format={
                "result_format": "SUMMARY",
                "partial_unexpected_count": SAMPLE_ROWS,
            },
        )
        # The library copies every known table again for each question to the next one.
        self._source.assets.clear()
        answers = {answer.expectation_config.id: answer for answer in result.results}
        return [
            self._outcome(suite, expected, answers[expected.expectation_id])
            for expected in suite.expectations
        ]

    def _outcome(self, suite: Suite, expected: Expected, answer: Any) -> Outcome:
        error = _error(answer)
        result = answer.result or {}
        rows = [] if answer.success or error else self._offenders(suite, expected, result)
        return Outcome(
            suite=suite.name,
            expectation_id=expected.expectation_id,
            table_name=f"{suite.schema}.{suite.table}",
            column_name=expected.column,
            expectation_type=expected.kind,
            severity=expected.severity,
            success=bool(answer.success),
            observed=error or _observed(expected, result),
            unexpected_count=_count(expected, result),
            sample=sample_of(rows),
            note=expected.note,
        )

    def _offenders(
        self, suite: Suite, expected: Expected, result: dict[str, Any]
    ) -> list[dict[str, Any]]:
        query = expected.kwargs.get(_QUERY)
        if query is None:
            values = result.get("partial_unexpected_list") or []
            return [{expected.column or "value": value} for value in values]
        table = query.format(batch=identifier(suite.table))
        statement = f"SELECT * FROM ({table}) LIMIT {SAMPLE_ROWS}"  # noqa: S608 # from our suites
        with self._engine.connect() as connection:
            return [dict(row) for row in connection.execute(text(statement)).mappings()]


def _configuration(expected: Expected) -> dict[str, Any]:
    return {
        "type": expected.kind,
        "id": expected.expectation_id,
        "kwargs": expected.kwargs,
        "severity": expected.severity,
        "meta": {"note": expected.note},
    }


def _error(answer: Any) -> str | None:
    info = answer.exception_info or {}
    nested = [value for value in info.values() if isinstance(value, dict)]
    for one in [info, *nested]:
        if one.get("raised_exception"):
            return f"could not be asked: {one.get('exception_message')}"
    return None


def _observed(expected: Expected, result: dict[str, Any]) -> str | None:
    if _QUERY in expected.kwargs or "observed_value" not in result:
        return None
    return str(result["observed_value"])


def _count(expected: Expected, result: dict[str, Any]) -> int | None:
    if _QUERY in expected.kwargs:
        return result.get("observed_value")
    return result.get("unexpected_count")
