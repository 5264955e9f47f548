"""One run: the lock, the run log, and the order of the steps."""

from etl.pipeline.outcome import Outcome
from etl.pipeline.request import Request
from etl.pipeline.run import run

__all__ = ["Outcome", "Request", "run"]
