"""The tally of ratings that the conclusions draw, and the one recomputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from etl.documents.model import Document, Sentence
from etl.extract.lexicon import load
from etl.extract.mem.wording import Wording, ratings
from etl.extract.results import AssessmentFact
from etl.extract.view import Found, Token, tokens

MIN_PAIRS = 2


@dataclass(frozen=True, slots=True)
class Tally:
    """How many recommendations have each rating, as one sentence says it.

    Attributes:
        counts: Rating code to stated number.
        sentence: Index of the sentence.
    """

    counts: dict[str, int]
    sentence: int


@dataclass(frozen=True, slots=True)
class _NumberWord:
    cue: str
    role: str
    value: int
    example: str


@cache
def _number_words() -> dict[str, int]:
    rows = load("number_words", _NumberWord, key=("cue", "role"))
    return {row.cue: row.value for row in rows if row.role in {"unit", "tens"}}


def count_ratings(assessments: Iterable[AssessmentFact]) -> Counter[str]:
    """Ratings in the body, counted; the summary's where the body prints none."""
    stated = (fact.rating_body or fact.rating_summary for fact in assessments)
    return Counter(rating for rating in stated if rating)


def read_tally(document: Document) -> Tally | None:
    """The first sentence of the conclusions that counts at least two ratings, or None."""
    if document.layout != "mem_evaluation":
        return None
    for sentence in document.sentences:
        if sentence.section_id == "conclusions":
            counts = _counts(document, sentence)
            if len(counts) >= MIN_PAIRS:
                return Tally(counts, sentence.index)
    return None


def _counts(document: Document, sentence: Sentence) -> dict[str, int]:
    """Each rating with the number next to it: before it, else after it."""
    words = tokens(document.text, sentence.start, sentence.end)
    hits = [hit for hit in ratings().all(words) if hit.row.role == "rating"]
    used: set[int] = set()
    counts: dict[str, int] = {}
    for hit in hits:
        place = _number_beside(words, hit, used)
        if place is not None and hit.row.code not in counts:
            used.add(place)
            counts[hit.row.code] = _value(words[place]) or 0
    return counts


def _number_beside(words: list[Token], hit: Found[Wording], used: set[int]) -> int | None:
    for place in (hit.first - 1, hit.last):
        if 0 <= place < len(words) and place not in used and _value(words[place]) is not None:
            return place
    return None


def _value(token: Token) -> int | None:
    if token.word.isascii() and token.word.isdigit():
        return int(token.word)
    return _number_words().get(token.word)
