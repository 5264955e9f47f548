"""The rating of each recommendation, in its own section and in the summary table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.documents.model import Document, Section
from etl.extract.mem.recommendations import of_round
from etl.extract.mem.wording import ratings
from etl.extract.results import AssessmentFact
from etl.extract.view import Token, tokens

Rating = tuple[str, tuple[int, int]]

RECOMMENDATION = re.compile(r"R(\d+)\Z")
_ROW = re.compile(r"(?<![^\s|])(\d{1,3})[.)]?[\s|]+(?=[^\W\d_])")
MAX_AFTER_LABEL = 6


def numbered_sections(document: Document) -> Iterator[tuple[int, Section]]:
    """The sections of recommendations with their numbers, in the report's order."""
    if document.layout == "mem_evaluation":
        for section in document.sections:
            match = RECOMMENDATION.match(section.section_id)
            if match:
                yield int(match.group(1)), section


def rating_in_body(document: Document, section: Section) -> Rating | None:
    """The rating that follows its label ("Evaluation: …") at the start of a line."""
    phrases = ratings()
    for sentence in document.sentences:
        if sentence.section_id != section.section_id:
            continue
        words = tokens(document.text, sentence.start, sentence.end)
        first = next((n for n, token in enumerate(words) if token.word[0].isalnum()), None)
        label = None if first is None else phrases.at(words, first)
        if label is None or label.row.role != "label":
            continue
        return _first_rating(words, label.last)
    return None


def _first_rating(words: list[Token], place: int) -> Rating | None:
    for start in range(place, min(len(words), place + MAX_AFTER_LABEL)):
        found = ratings().at(words, start)
        if found is not None and found.row.role == "rating":
            return found.row.code, (words[found.first].start, words[found.last - 1].end)
    return None


def ratings_in_summary(document: Document) -> dict[int, Rating]:
    """The rating at the end of each numbered row of the summary table.

    Rows count upwards; where a reader lost the table's lines, the next number in the
    running text is the next row's.
    """
    found: dict[int, Rating] = {}
    for section in document.sections:
        if section.section_id != "summary":
            continue
        rows = list(_rows(document.text, section))
        ends = (*(row.start() for row in rows[1:]), section.end)
        for row, end in zip(rows, ends, strict=False):
            rating = _last_rating(tokens(document.text, row.end(), end))
            if rating is not None:
                found.setdefault(int(row.group(1)), rating)
    return found


def _rows(text: str, section: Section) -> Iterator[re.Match[str]]:
    last = 0
    for match in _ROW.finditer(text, section.start, section.end):
        number = int(match.group(1))
        begins_line = text[max(0, match.start() - 8) : match.start()].rstrip(" \t|")[-1:] in {
            "",
            "\n",
            "\r",
            "\f",
        }
        if number == last + 1 or (number > last and begins_line):
            last = number
            yield match


def _last_rating(words: list[Token]) -> Rating | None:
    hits = [hit for hit in ratings().all(words) if hit.row.role == "rating"]
    if not hits:
        return None
    last = hits[-1]
    return last.row.code, (words[last.first].start, words[last.last - 1].end)


def read_assessments(document: Document) -> tuple[AssessmentFact, ...]:
    """Every recommendation that the body, the summary or the round's list knows.

    Args:
        document: Any document; only MEM evaluations have assessments.

    Returns:
        One row a recommendation in ascending order. A rating is None where it is not
        printed there; a recommendation of the round that concerns every country and
        is missing altogether has None for both.
    """
    sections = dict(numbered_sections(document))
    if not sections:
        return ()
    summary = ratings_in_summary(document)
    listed = of_round(document.identity.edition)
    due = {number for number, row in listed.items() if row.applies_to == "all"}
    return tuple(
        _assessment(document, number, sections.get(number), summary.get(number))
        for number in sorted(sections.keys() | summary.keys() | due)
    )


def _assessment(
    document: Document, number: int, section: Section | None, summary: Rating | None
) -> AssessmentFact:
    body = rating_in_body(document, section) if section else None
    listed = of_round(document.identity.edition).get(number)
    chapter = section.chapter if section and section.chapter else listed.chapter if listed else ""
    return AssessmentFact(
        recommendation=number,
        chapter=chapter,
        rating_body=body[0] if body else None,
        rating_summary=summary[0] if summary else None,
        body_span=body[1] if body else None,
        summary_span=summary[1] if summary else None,
    )
