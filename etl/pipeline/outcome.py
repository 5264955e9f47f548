"""What a run did, for people and for machines."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from etl.ledger.problem import Problem
from etl.quality.results import GateReport
from etl.sources.outcomes import Outcome as Fetched
from etl.staging.ingest import Ingested

Status = Literal["succeeded", "unchanged", "refused", "failed"]


@dataclass(frozen=True, slots=True)
class StepTime:
    """How long one step took, in seconds, its rows, and what it says of itself."""

    step: str
    seconds: float
    message: str
    rows_in: int | None = None
    rows_out: int | None = None


@dataclass(slots=True)
class Outcome:
    """The result of one run.

    Attributes:
        status: `succeeded`, `unchanged` (nothing new: nothing was built), `refused` (a
            gate), `failed` until it is anything else.
        fetched: What became of each document that a source offered.
        ingested: What the load did; None where it was not reached.
        gates: What the gates found.
        release_id: The release that readers now get; None before the first.
        released: Whether this run published it.
        published: Where it is.
        slowest: The slowest models and their seconds.
    """

    run_id: str
    status: Status = "failed"
    fetched: list[Fetched] = field(default_factory=list)
    ingested: Ingested | None = None
    gates: list[GateReport] = field(default_factory=list)
    release_id: str | None = None
    released: bool = False
    published: Path | None = None
    steps: list[StepTime] = field(default_factory=list)
    slowest: list[tuple[str, float]] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """Everything that could not be taken as it was."""
        return self.ingested.problems if self.ingested else []

    @property
    def fetch_problems(self) -> list[Problem]:
        """The documents that a source offered and that could not be brought in."""
        return [
            Problem("warning", f"fetch_{o.status}", None, o.place, "a document", o.message)
            for o in self.fetched
            if o.is_trouble
        ]

    @property
    def refused(self) -> list[str]:
        """Documents that were refused, by name."""
        return self.ingested.refused if self.ingested else []

    @property
    def excluded(self) -> list[Problem]:
        """Documents that a person decided against."""
        return self.ingested.excluded if self.ingested else []

    @property
    def still_refused(self) -> list[Problem]:
        """Documents that were refused by an earlier run and are the same since."""
        return self.ingested.still_refused if self.ingested else []
