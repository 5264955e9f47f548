"""Reports and surveys that a document cites with their year, and later without it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.context.periods import Period, year

PUBLICATIONS = frozenset({"report", "survey", "study", "census", "poll"})
"""Words without one of which a sentence cites nothing."""

SURVEYS = frozenset({"survey", "study", "census", "poll", "surveyed", "surveys"})
"""Words of asking people, which is done every few years."""

RESPONDENTS = frozenset(
    "respondents surveyed interviewed interviewees questioned polled asked sampled sample answered"
    " respondent participants queried".split()
)
"""Words by which a sentence goes on with what a survey before it found."""

_PUBLICATION = re.compile(
    r"(?:\b(?P<before>(?:19|20)\d\d)\s+)?\b(?!(?:An?|The|In|By|According|Its|This)\s)(?P<by>[A-Z][\w.-]+)(?:['’]s)?\s+(?:(?P<after>(?:19|20)\d\d)\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?P<what>[Rr]eport|[Ss]urvey|[Ss]tudy|[Cc]ensus)\b"
)

_CONDUCTED = re.compile(
    r"\b(?P<what>survey|study|census|poll)\b[^.;]{0,220}?\b(?:conducted|carried\s+out|completed"
    r"|undertaken|done|held|fielded|taken)\s+(?:\w+ly\s+)?(?:in|during)\s+(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_THE_SURVEY = re.compile(
    r"\b(?:the|this|that)\s+(?:same\s+)?(?:[A-Z][\w/-]*\s+){0,3}(?P<what>survey|study|census|poll)\b",
    re.IGNORECASE,
)


def cited(text: str, start: int, end: int) -> Iterator[tuple[tuple[str, str], Period | None]]:
    """Publications cited in `text[start:end]`: publisher and kind, and the year if stated."""
    for match in _PUBLICATION.finditer(text, start, end):
        stated = match["after"] or match["before"]
        key = (match["by"].lower(), match["what"].lower())
        yield key, year(int(stated)) if stated else None


class Citations:
    """The years of a document's cited publications."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._years: dict[tuple[str, str], Period] | None = None
        self._surveys: list[re.Match[str]] | None = None

    def year_of(self, start: int, end: int) -> Period | None:
        """The year of the publication that a sentence cites without it, if stated before."""
        for key, stated in cited(self._text, start, end):
            if stated is None and key in self._known():
                return self._known()[key]
        return self._of_survey(start, end)

    def _of_survey(self, start: int, end: int) -> Period | None:
        """The year in which the survey that a sentence goes on with was taken, if told before."""
        again = _THE_SURVEY.search(self._text, start, end)
        if again is None:
            return None
        told = [
            int(match["year"])
            for match in self._taken()
            if match.end() <= start and match["what"].lower() == again["what"].lower()
        ]
        return year(told[-1]) if told else None

    def _taken(self) -> list[re.Match[str]]:
        if self._surveys is None:
            self._surveys = list(_CONDUCTED.finditer(self._text))
        return self._surveys

    def _known(self) -> dict[tuple[str, str], Period]:
        if self._years is None:
            self._years = {}
            for key, stated in cited(self._text, 0, len(self._text)):
                if stated is not None:
                    self._years.setdefault(key, stated)
        return self._years
