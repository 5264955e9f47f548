"""Runs dbt once, in this process: seeds, models and their tests into a new build file."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import duckdb
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner

from etl.errors import BuildFailed, StagingError
from etl.quality.sql import literal
from etl.warehouse.culprits import culprits

if TYPE_CHECKING:
    from pathlib import Path

    from etl.settings import Settings

_SHOWN_FAILURES = 12
_SLOWEST = 5


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did.

    Attributes:
        seconds: How long it took, dbt's own start included.
        models: Models built.
        seeds: Code lists loaded.
        tests: Tests that held.
        warnings: Tests that only warn and did not hold, each with its message.
        slowest: The five slowest models and their seconds, slowest first.
    """

    seconds: float
    models: int
    seeds: int
    tests: int
    warnings: tuple[str, ...]
    slowest: list[tuple[str, float]]

    @property
    def summary(self) -> str:
        """One line for the recap."""
        text = f"{self.models} models, {self.seeds} code lists, {self.tests} tests hold"
        return f"{text}, {len(self.warnings)} warn" if self.warnings else text


def build(
    settings: Settings, *, log: Callable[[str], None] | None = None, select: str | None = None
) -> BuildResult:
    """Make the build file anew from staging.

    Args:
        settings: Where staging and the build file are.
        log: Is told the summary and the slowest models.
        select: Only these nodes, in dbt's selection syntax; all by default.

    Raises:
        StagingError: There is no staging file.
        BuildFailed: A seed, model or test failed; the message names each.
    """
    if not settings.staging_path.exists():
        raise StagingError(f"{settings.staging_path}: expected the staging database, found no file")
    settings.build_path.parent.mkdir(parents=True, exist_ok=True)
    if select is None:
        _start_anew(settings.build_path)
    started = time.monotonic()
    selection = ["--select", *select.split(), "--indirect-selection", "cautious"] if select else []
    nodes = _invoke(settings, selection)
    result = _summarize(nodes, settings, time.monotonic() - started)
    if log is not None:
        log(result.summary)
        for name, seconds in result.slowest:
            log(f"{seconds:6.2f} s  {name}")
    return result


def _start_anew(build: Path) -> None:
    """An empty database in place of the last build.

    It has DuckDB's smallest blocks: a hundred small tables take a sixth of the room.
    """
    build.unlink(missing_ok=True)
    with duckdb.connect(":memory:") as connection:
        connection.execute(f"ATTACH {literal(str(build))} AS build (BLOCK_SIZE 16384)")


def _invoke(settings: Settings, selection: list[str]) -> list[Any]:
    arguments = [
        *("--quiet", "--no-use-colors", "--log-level", "none", "--log-level-file", "error"),
        *("--log-path", str(settings.data / "logs" / "dbt")),
        *("build", "--exclude-resource-type", "unit_test"),
        *("--project-dir", str(settings.root), "--profiles-dir", str(settings.root)),
        *selection,
    ]
    try:
        with _environment(_variables(settings)):
            outcome = dbtRunner().invoke(arguments)
    finally:
        DuckDBConnectionManager.close_all_connections()  # type: ignore[no-untyped-call]
    nodes = list(getattr(outcome.result, "results", None) or [])
    failures = [_failure(node, settings) for node in nodes if node.status in {"error", "fail"}]
    if failures or not outcome.success:
        raise BuildFailed(_explain(failures, outcome.exception))
    return nodes


def _variables(settings: Settings) -> dict[str, str]:
    return {
        "DCW_DATA": str(settings.data),
        "DCW_STAGING": str(settings.staging_path),
        "DCW_BUILD": str(settings.build_path),
        "DBT_SEND_ANONYMOUS_USAGE_STATS": "false",
    }


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _failure(node: Any, settings: Settings) -> str:
    message = " ".join(str(node.message or "no message").split())
    text = f"{node.node.resource_type} {node.node.name}: {message}"
    if node.status not in {"fail", "warn"} or not node.node.compiled_code:
        return text
    rows = culprits(settings.build_path, node.node.compiled_code)
    return "\n  ".join([text, *rows])


def _explain(failures: list[str], exception: BaseException | None) -> str:
    if not failures:
        return f"dbt stopped: {exception or 'no node failed, and it gave no reason'}"
    shown = failures[:_SHOWN_FAILURES]
    more = len(failures) - len(shown)
    tail = [f"and {more} more"] if more else []
    return "\n".join([f"{len(failures)} failed", *shown, *tail])


def _summarize(nodes: list[Any], settings: Settings, seconds: float) -> BuildResult:
    kinds = [str(node.node.resource_type) for node in nodes]
    timings = [
        (str(node.node.name), round(float(node.execution_time), 3))
        for node, kind in zip(nodes, kinds, strict=True)
        if kind == "model"
    ]
    return BuildResult(
        seconds=round(seconds, 2),
        models=kinds.count("model"),
        seeds=kinds.count("seed"),
        tests=sum(node.status == "pass" for node in nodes),
        warnings=tuple(_failure(node, settings) for node in nodes if node.status == "warn"),
        slowest=sorted(timings, key=lambda pair: (-pair[1], pair[0]))[:_SLOWEST],
    )
