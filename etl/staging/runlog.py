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
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from etl.ledger.problem import Problem
from etl.staging.database import connect, transaction
from etl.staging.literals import Value, insert, update

Outcome = Literal["succeeded", "unchanged", "refused", "failed"]
_RUNNING: dict[str, Value] = {"status": "running"}


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
        row: dict[str, Value] = {
            "run_id": log.run_id,
            "command": command,
            "started_at": now,
            "versions": json.dumps(dict(versions), sort_keys=True),
        }
        interrupted: dict[str, Value] = {"status": "interrupted", "finished_at": now}
        log._write(
            update("ops.run_steps", interrupted, _RUNNING),
            update("ops.runs", interrupted, _RUNNING),
            insert("ops.runs", [row | _RUNNING]),
        )
        return log

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Write a step's row at its start, and at its end how it went.

        An exception marks the step `failed` and goes on to the caller.
        """
        self._steps += 1
        key: dict[str, Value] = {"run_id": self.run_id, "step_index": self._steps}
        step = Step()
        self._write(
            insert("ops.run_steps", [{**key, "step": name, "started_at": _now(), **_RUNNING}])
        )
        try:
            yield step
        except BaseException as error:
            step.message = step.message or f"{type(error).__name__}: {error}"
            # What stopped the step (a full disk) may keep this from being written too.
            with suppress(Exception):
                self._write(update("ops.run_steps", _end("failed", step), key))
            raise
        self._write(update("ops.run_steps", _end("succeeded", step), key))

    def issues(self, problems: Iterable[Problem]) -> None:
        """Write what could not be taken as it was."""
        rows: list[dict[str, Value]] = []
        for problem in problems:
            self._issues += 1
            rows.append({"run_id": self.run_id, "issue_index": self._issues, **asdict(problem)})
        if rows:
            self._write(insert("ops.issues", rows))

    def finish(
        self,
        status: Outcome,
        *,
        exit_code: int,
        release_id: str | None = None,
        message: str | None = None,
    ) -> None:
        """Write how the run ended."""
        cells: dict[str, Value] = {
            "finished_at": _now(),
            "status": status,
            "exit_code": exit_code,
            "release_id": release_id,
            "message": message,
        }
        self._write(update("ops.runs", cells, {"run_id": self.run_id}))

    def _write(self, *statements: str) -> None:
        with connect(self.path) as connection, transaction(connection):
            for statement in statements:
                connection.execute(statement)


def peak_rss() -> int:
    """Most memory that this process or one of its children held so far, in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) * unit


def _end(status: str, step: Step) -> dict[str, Value]:
    return {"finished_at": _now(), "status": status, "peak_rss_bytes": peak_rss(), **asdict(step)}


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
