"""The steps of a run under way: told to people, timed, and written to the run log.

A night without news leaves one row in the run log and nothing else. So steps are held
back until one of them finds something to do; from then on each is written as it starts.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from etl.pipeline.outcome import Outcome, StepTime
from etl.staging.runlog import RunLog, Step

Say = Callable[[str], None]


class Steps:
    """Runs steps in order for one run.

    Attributes:
        awake: Whether there was news: steps are written to the run log.
        say: Tells people a line.
    """

    def __init__(self, log: RunLog, outcome: Outcome, say: Say) -> None:
        self._log = log
        self._outcome = outcome
        self.say = say
        self.awake = False

    def wake(self) -> None:
        """There is news: write the steps so far, and each from now on."""
        if self.awake:
            return
        self.awake = True
        for done in self._outcome.steps:
            self._record(done)

    def _record(self, done: StepTime) -> None:
        """The row of a step that is over, written after the fact."""
        with self._log.step(done.step) as row:
            row.rows_in, row.rows_out = done.rows_in, done.rows_out
            row.message = f"{done.message} ({done.seconds:.2f} s)"

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """One step. What it sets on the yielded record is told and written at its end."""
        self.say(f"{name} …")
        started = time.monotonic()
        was_awake = self.awake
        if was_awake:
            with self._log.step(name) as row:
                yield row
        else:
            row = Step()
            try:
                yield row
            except BaseException:
                self.wake()
                with self._log.step(name):
                    raise
        seconds = time.monotonic() - started
        taken = StepTime(name, seconds, row.message or "", row.rows_in, row.rows_out)
        self._outcome.steps.append(taken)
        if self.awake and not was_awake:
            self._record(taken)
        self.say(f"{name}: {taken.message or 'done'} [{taken.seconds:.1f} s]")
