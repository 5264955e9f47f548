"""The rows of `staging.assessments`: each recommendation's rating, in ledger and text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from etl.documents.model import Document
from etl.extract.results import AssessmentFact
from etl.ledger.assessments import AssessmentRow
from etl.ledger.problem import Problem
from etl.ledger.table import Placed

Cells = dict[str, object]


def rating_problems(document: Document, ratings: Sequence[AssessmentFact]) -> Iterator[Problem]:
    """Recommendations without a rating, and ratings that contradict each other."""
    report_id = document.identity.report_id
    for fact in ratings:
        place = f"{report_id} recommendation {fact.recommendation}"
        for where, rating in (("body", fact.rating_body), ("summary", fact.rating_summary)):
            if rating is None:
                expected = f"a rating in the {where}"
                yield Problem("error", "missing_rating", report_id, place, expected, "none")
        both = fact.rating_body and fact.rating_summary
        if both and fact.rating_body != fact.rating_summary:
            expected = f"{fact.rating_body}, as its body says"
            found = f"{fact.rating_summary} in the summary table"
            yield Problem("error", "ratings_disagree", report_id, place, expected, found)


def against_ledger(
    known: Sequence[Placed[AssessmentRow]],
    held: Mapping[int, AssessmentFact],
    document: Document | None,
) -> Iterator[Problem]:
    """Ratings of the ledger that the document lacks or contradicts."""
    for placed in known if document else ():
        row = placed.row
        state = _rating_state(row, held, document)
        if state == "verified":
            continue
        fact = held.get(row.recommendation)
        found = (
            f"{fact.rating_body} and {fact.rating_summary}" if fact else "no such recommendation"
        )
        place = f"{placed.place} ({row.report_id} recommendation {row.recommendation})"
        expected = f"{row.rating_body or None} and {row.rating_summary or None}"
        yield Problem("error", state, row.report_id, place, expected, found)


def _rating_state(
    row: AssessmentRow, held: Mapping[int, AssessmentFact], document: Document | None
) -> str:
    if document is None:
        return "unverified"
    fact = held.get(row.recommendation)
    if fact is None or (fact.rating_body is None and fact.rating_summary is None):
        return "not_found"
    same = (fact.rating_body or "", fact.rating_summary or "", fact.chapter)
    return (
        "verified" if same == (row.rating_body, row.rating_summary, row.chapter) else "contradicted"
    )


def ledger_rating(
    row: AssessmentRow, held: Mapping[int, AssessmentFact], document: Document | None
) -> Cells:
    """The row of a rating of the ledger, with where the text prints it."""
    return {
        "report_id": row.report_id,
        "recommendation": row.recommendation,
        "origin": "ledger",
        "chapter": row.chapter,
        "rating_body": row.rating_body or None,
        "rating_summary": row.rating_summary or None,
        **_rating_spans(held.get(row.recommendation)),
        "verification": _rating_state(row, held, document),
    }


def extracted_rating(document: Document, fact: AssessmentFact) -> Cells:
    """The row of a rating as extracted."""
    return {
        "report_id": document.identity.report_id,
        "recommendation": fact.recommendation,
        "origin": "extracted",
        "chapter": fact.chapter,
        "rating_body": fact.rating_body,
        "rating_summary": fact.rating_summary,
        **_rating_spans(fact),
        "verification": "verified" if fact.body_span or fact.summary_span else "not_found",
    }


def _rating_spans(fact: AssessmentFact | None) -> Cells:
    body = fact.body_span if fact else None
    summary = fact.summary_span if fact else None
    return {
        "body_start": body[0] if body else None,
        "body_end": body[1] if body else None,
        "summary_start": summary[0] if summary else None,
        "summary_end": summary[1] if summary else None,
    }
