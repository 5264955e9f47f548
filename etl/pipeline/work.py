"""What every step of one run has at hand."""

from __future__ import annotations

from dataclasses import dataclass

from etl.pipeline.outcome import Outcome
from etl.pipeline.request import Request
from etl.pipeline.steps import Steps
from etl.settings import Settings
from etl.staging.runlog import RunLog


@dataclass(frozen=True, slots=True)
class Work:
    """One run under way: where things are, what was asked, its log, steps and outcome."""

    settings: Settings
    request: Request
    log: RunLog
    steps: Steps
    outcome: Outcome
