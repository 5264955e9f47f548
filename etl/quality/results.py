"""What a gate found: one record an expectation, and the verdict over all of them."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from etl.errors import GateRefused

SAMPLE_ROWS = 5
SAMPLE_WIDTH = 300
NOT_ASKED = "not asked"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one expectation said: a row of `ops.expectation_results` without its run.

    Attributes:
        observed: What was seen, in words; why it was passed over, where it was.
        unexpected_count: Rows that break it; None where it counts none.
        sample: Up to five offending rows as a JSON list; None where there are none.
    """

    suite: str
    expectation_id: str
    table_name: str
    column_name: str | None
    expectation_type: str
    severity: str
    success: bool
    observed: str | None
    unexpected_count: int | None
    sample: str | None
    note: str

    @property
    def was_asked(self) -> bool:
        """Whether it could be asked: without a release before, some have no answer."""
        return not (self.observed or "").startswith(NOT_ASKED)

    def record(self, run_id: str) -> dict[str, Any]:
        """The row of `ops.expectation_results` for a run."""
        return {"run_id": run_id, **asdict(self)}

    def describe(self) -> str:
        """One line that names suite, expectation, table, count and sample rows."""
        count = "" if self.unexpected_count is None else f", {self.unexpected_count} rows"
        seen = f", found {self.observed}" if self.observed else ""
        rows = f"; for example {self.sample}" if self.sample else ""
        return f"{self.suite} / {self.expectation_id} on {self.table_name}{count}{seen}{rows}"


@dataclass(frozen=True, slots=True)
class GateReport:
    """All outcomes of one gate.

    Attributes:
        gate: `staging` or `marts`.
        outcomes: In the order of the suites.
    """

    gate: str
    outcomes: tuple[Outcome, ...]

    def failed(self, severity: str) -> tuple[Outcome, ...]:
        """The outcomes of one severity that do not hold."""
        return tuple(o for o in self.outcomes if not o.success and o.severity == severity)

    @property
    def counts(self) -> dict[str, int]:
        """How many there are, how many held, were passed over, and failed by severity."""
        return {
            "expectations": len(self.outcomes),
            "held": sum(o.success for o in self.outcomes),
            "not_asked": sum(not o.was_asked for o in self.outcomes),
            "critical_failed": len(self.failed("critical")),
            "warning_failed": len(self.failed("warning")),
        }

    def refuse_if_critical(self) -> None:
        """Stop here if something critical does not hold.

        Raises:
            GateRefused: Names each failing critical expectation with sample rows.
        """
        if failed := self.failed("critical"):
            lines = "\n".join(f"  {outcome.describe()}" for outcome in failed)
            raise GateRefused(f"{self.gate} gate: {len(failed)} critical failed\n{lines}")


def sample_of(rows: list[dict[str, Any]]) -> str | None:
    """Up to five rows as JSON, long texts cut, in a form every reader can load."""
    if not rows:
        return None
    cut = [{name: _cut(value) for name, value in row.items()} for row in rows[:SAMPLE_ROWS]]
    return json.dumps(cut, ensure_ascii=False)


def _cut(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    text = str(value)
    return text if len(text) <= SAMPLE_WIDTH else text[: SAMPLE_WIDTH - 1] + "…"
