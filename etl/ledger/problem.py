"""Something that is not as it should be, told so that a person finds it at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be taken as it was.

    Attributes:
        severity: `error` blocks a release, `warning` and `info` are reported.
        code: Short stable name, such as `unknown_code` or `contradicted`.
        report_id: Report that it is about; None where it is about none.
        place: File and row, or report, section and sentence.
        expected: What should have been there.
        found: What was there.
    """

    severity: Severity
    code: str
    report_id: str | None
    place: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.place}: expected {self.expected}, found {self.found} [{self.code}]"
