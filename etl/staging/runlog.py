"""The run log: what each run did, written as it happens.

Every call opens the file, writes in one transaction and closes it again, so that a
killed run leaves exactly what it had done, and nobody else is kept out in between.
"""

from __future__ import annotations

import json
import resource
import secrets
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from etl.ledger.problem import Problem
from etl.staging.database import connect, transaction

Outcome = Literal["succeeded", "unchanged", "refused", "failed"]


@dataclass(slots=True)
class Step:
    """One step under way; what is set here is written at its end."""

    rows_in: int | None = None
    rows_out: int | None = None
    message: str | None = None


class RunLog:
    """The rows of one run in `ops.runs`, `ops.run_steps` and `ops.issues`."""

    def __init__(self, path: Path, run_id: str) -> None:
        self.path = path
        self.run_id = run_id
        self._steps = 0
        self._issues = 0

    @classmethod
    def start(cls, path: Path, command: str, *, versions: Mapping[str, str]) -> RunLog:
        """Write the row of a new run; runs that a kill left open become `interrupted`.

        Args:
            path: The staging file, migrated. One run at a time is the caller's care.
            command: What was asked for, such as `run`.
            versions: Of the package, the extractor, the lexicon and the libraries.
        """
        now = _now()
        log = cls(path, f"{now:%Y%m%dT%H%M%S%f}-{secrets.token_hex(2)}")
        close = "SET status = 'interrupted', finished_at = ? WHERE status = 'running'"
        with connect(path) as connection, transaction(connection):
            connection.execute(f"UPDATE ops.run_steps {close}", [now])
            connection.execute(f"UPDATE ops.runs {close}", [now])
            connection.execute(
                "INSERT INTO ops.runs (run_id, command, started_at, status, versions) "
                "VALUES (?, ?, ?, 'running', ?)",
                [log.run_id, command, now, json.dumps(dict(versions), sort_keys=True)],
            )
        return log

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Write a step's row at its start, and at its end how it went.

        An exception marks the step `failed` and goes on to the caller.
        """
        self._steps += 1
        index, step = self._steps, Step()
        self._write(
            "INSERT INTO ops.run_steps (run_id, step_index, step, started_at, status) "
            "VALUES (?, ?, ?, ?, 'running')",
            [self.run_id, index, name, _now()],
        )
        try:
            yield step
        except BaseException as error:
            step.message = step.message or f"{type(error).__name__}: {error}"
            self._end_step(index, "failed", step)
            raise
        self._end_step(index, "succeeded", step)

    def issues(self, problems: Iterable[Problem]) -> None:
        """Write what could not be taken as it was."""
        rows = []
        for problem in problems:
            self._issues += 1
            rows.append((self.run_id, self._issues, *_issue_cells(problem)))
        if rows:
            with connect(self.path) as connection, transaction(connection):
                connection.executemany(
                    "INSERT INTO ops.issues VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows
                )

    def finish(
        self,
        status: Outcome,
        *,
        exit_code: int,
        release_id: str | None = None,
        message: str | None = None,
    ) -> None:
        """Write how the run ended."""
        self._write(
            "UPDATE ops.runs SET finished_at = ?, status = ?, exit_code = ?, release_id = ?, "
            "message = ? WHERE run_id = ?",
            [_now(), status, exit_code, release_id, message, self.run_id],
        )

    def _end_step(self, index: int, status: str, step: Step) -> None:
        cells = [_now(), status, step.rows_in, step.rows_out, peak_rss(), step.message]
        self._write(
            "UPDATE ops.run_steps SET finished_at = ?, status = ?, rows_in = ?, rows_out = ?, "
            "peak_rss_bytes = ?, message = ? WHERE run_id = ? AND step_index = ?",
            [*cells, self.run_id, index],
        )

    def _write(self, statement: str, parameters: list[object]) -> None:
        with connect(self.path) as connection:
            connection.execute(statement, parameters)


def peak_rss() -> int:
    """Most memory that this process or one of its children held so far, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) * unit


def _issue_cells(problem: Problem) -> tuple[str | None, ...]:
    return (
        problem.severity,
        problem.code,
        problem.report_id,
        problem.place,
        problem.expected,
        problem.found,
    )


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
