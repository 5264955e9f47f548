"""The recommendations of each MEM round (`seeds/reference/recommendations.csv`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from etl.documents.layouts.mem_evaluation import CHAPTERS
from etl.extract.lexicon import load
from etl.settings import Settings


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation: its chapter, its topic in our words, and whom it concerns."""

    round: int
    recommendation: int
    chapter: str
    topic: str
    applies_to: str


@cache
def of_round(number: int) -> dict[int, Recommendation]:
    """The recommendations of a round by their number; none where the round is unknown."""
    path = Settings.from_environment().seeds / "reference" / "recommendations.csv"
    rows = load(
        "recommendations",
        Recommendation,
        key=("round", "recommendation"),
        codes={"chapter": set(CHAPTERS.values()), "applies_to": {"all", "illicit_crops"}},
        path=path,
    )
    return {row.recommendation: row for row in rows if row.round == number}
