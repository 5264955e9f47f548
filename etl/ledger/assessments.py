"""The ledger of evaluations: one rating a recommendation, and the findings behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from etl.extract.lexicon import reference_codes
from etl.ledger.problem import Problem
from etl.ledger.table import Placed

CHAPTERS = frozenset(
    {
        "institutional_strengthening",
        "demand_reduction",
        "supply_reduction",
        "control_measures",
        "international_cooperation",
    }
)
POLARITIES = frozenset({"strength", "shortcoming"})


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """The rating of one recommendation as body and summary table print it.

    A rating is empty where the report leaves it out.
    """

    report_id: str
    recommendation: int
    chapter: str
    rating_body: str
    rating_summary: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A strength or shortcoming: what it is about in our code, and where it stands."""

    report_id: str
    recommendation: int
    polarity: str
    topic: str
    section: str
    sentence: int
    anchor: str
    occurrence: int
    review: str
    note: str

    @property
    def finding_id(self) -> str:
        """The stable name of the finding, the same from ledger and text."""
        return finding_id(self.report_id, self.anchor, self.occurrence)


def finding_id(report_id: str, anchor: str, occurrence: int) -> str:
    """Sixteen hex digits that name the finding that a sentence is."""
    key = f"{report_id}|{anchor}|{occurrence}|finding"
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def assessment_problems(
    rows: tuple[Placed[AssessmentRow], ...], report_id: str
) -> Iterator[Problem]:
    """Wrong codes, repeated recommendations, and gaps in their numbering."""
    numbers: dict[int, str] = {}
    for placed in rows:
        row = placed.row
        wrong = [*_of_report(row.report_id, report_id), *_codes(row)]
        earlier = numbers.setdefault(row.recommendation, placed.place)
        if earlier != placed.place:
            wrong.append(("duplicate", "one row a recommendation", f"the one of {earlier}"))
        yield from (Problem("error", c, report_id, placed.place, e, f) for c, e, f in wrong)
    for number in sorted(set(range(1, max(numbers, default=0) + 1)) - numbers.keys()):
        place, expected = f"assessments/{report_id}.csv", f"a row of recommendation {number}"
        yield Problem("error", "missing_recommendation", report_id, place, expected, "none")


def finding_problems(rows: tuple[Placed[FindingRow], ...], report_id: str) -> Iterator[Problem]:
    """Wrong codes, and sentences that are two findings."""
    first: dict[str, str] = {}
    for placed in rows:
        row = placed.row
        wrong = list(_of_report(row.report_id, report_id))
        if row.polarity not in POLARITIES:
            wrong.append(("unknown_code", "strength or shortcoming", repr(row.polarity)))
        if row.topic and row.topic not in reference_codes("finding_topics"):
            wrong.append(("unknown_code", "topic of finding_topics.csv", repr(row.topic)))
        earlier = first.setdefault(row.finding_id, placed.place)
        if earlier != placed.place:
            wrong.append(("duplicate", "one row a sentence", f"the one of {earlier}"))
        yield from (Problem("error", c, report_id, placed.place, e, f) for c, e, f in wrong)


def _of_report(found: str, report_id: str) -> Iterator[tuple[str, str, str]]:
    if found != report_id:
        yield "wrong_report", f"report_id {report_id}, the file's name", repr(found)


def _codes(row: AssessmentRow) -> Iterator[tuple[str, str, str]]:
    if row.chapter not in CHAPTERS:
        yield "unknown_code", f"chapter of {', '.join(sorted(CHAPTERS))}", repr(row.chapter)
    for column in ("rating_body", "rating_summary"):
        rating = getattr(row, column)
        if rating and rating not in reference_codes("rating_scales"):
            yield "unknown_code", f"{column} of rating_scales.csv", repr(rating)
