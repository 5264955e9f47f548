"""Everything that extraction makes of one document."""

from __future__ import annotations

from dataclasses import dataclass

from etl.extract.model import Fact, Mention


@dataclass(frozen=True, slots=True)
class AssessmentFact:
    """The rating of one MEM recommendation, where the body and the summary print it.

    Attributes:
        recommendation: Its number in the round.
        chapter: CICAD chapter code.
        rating_body: Rating code after its heading; None where it is missing.
        rating_summary: Rating code in the summary table; None where it is missing.
        body_span: Offsets of the rating's words in the body.
        summary_span: Offsets of the rating's words in the summary table.
    """

    recommendation: int
    chapter: str
    rating_body: str | None
    rating_summary: str | None
    body_span: tuple[int, int] | None
    summary_span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class FindingFact:
    """A strength or a shortcoming: one sentence of an assessment.

    Attributes:
        polarity: `strength` or `shortcoming`.
        topic: Topic code of `seeds/lexicon`, empty where no cue fits.
        sentence: Index of the sentence.
    """

    recommendation: int
    polarity: str
    topic: str
    sentence: int


@dataclass(frozen=True, slots=True)
class InstrumentFact:
    """A convention or protocol that the report says the country belongs to or not.

    Attributes:
        instrument: Code of the legal instruments list.
        participation: `party`, `ratified`, `signed` or `not_party`.
        sentence: Index of the sentence.
    """

    instrument: str
    participation: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """Facts, the number ledger, and what an assessment says."""

    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    assessments: tuple[AssessmentFact, ...]
    findings: tuple[FindingFact, ...]
    instruments: tuple[InstrumentFact, ...]
