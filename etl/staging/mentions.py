"""The rows of `staging.number_mentions`: every number, and the observation it became."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from etl.documents.model import Document
from etl.extract.model import Mention
from etl.ledger.verify import Check
from etl.staging.extracted import LIMIT, ExtractedFact
from etl.staging.load import Columns

FACT = "fact"
LEDGER = "ledger"


@dataclass(frozen=True, slots=True)
class _Place:
    """A number's span, its sentence, and the observation it stands for."""

    start: int
    end: int
    sentence: int
    ranged: bool
    observation_id: str


def mention_columns(
    document: Document,
    mentions: Sequence[Mention],
    checks: Sequence[Check],
    extracted: Sequence[ExtractedFact],
) -> Columns:
    """All number mentions of a document in its order.

    A number that an observation covers is a `fact`, whatever extraction made of it;
    the upper end of a range belongs to the range's observation.
    """
    places = _places(checks, extracted)
    starts = [place.start for place in places]
    ordered = sorted(mentions, key=lambda mention: (mention.start, mention.end))
    found = [_observation(mention, places, starts) for mention in ordered]
    both = list(zip(ordered, found, strict=True))
    return {
        "report_id": [document.identity.report_id] * len(ordered),
        "mention_index": list(range(len(ordered))),
        "sentence_index": [m.sentence if m.sentence >= 0 else None for m in ordered],
        "start_char": [m.start for m in ordered],
        "end_char": [m.end for m in ordered],
        "text": [m.text for m in ordered],
        "numeric_value": [_value(m.value) for m in ordered],
        "disposition": [FACT if name else m.disposition for m, name in both],
        "rule_id": [LEDGER if name and m.disposition != FACT else m.rule_id for m, name in both],
        "observation_id": list(found),
    }


def _places(checks: Sequence[Check], extracted: Sequence[ExtractedFact]) -> list[_Place]:
    """One place an observation, the ledger's where both have it, in text order."""
    places = {
        placed.observation_id: _Place(
            placed.fact.start,
            placed.fact.end,
            placed.sentence.index,
            placed.fact.value_high is not None,
            placed.observation_id,
        )
        for placed in extracted
    }
    for check in checks:
        row = check.placed.row
        if check.verification == "verified" and check.span and check.sentence:
            places[row.observation_id] = _Place(
                check.span.start,
                check.span.end,
                check.sentence.index,
                row.value_high is not None,
                row.observation_id,
            )
    return sorted(places.values(), key=lambda place: (place.start, place.end))


def _observation(mention: Mention, places: list[_Place], starts: list[int]) -> str | None:
    at = bisect_right(starts, mention.end - 1) - 1
    if at < 0:
        return None
    place = places[at]
    inside = place.start < mention.end and mention.start < place.end
    tail = place.ranged and mention.disposition == FACT and mention.sentence == place.sentence
    return place.observation_id if inside or tail else None


def _value(value: Decimal | None) -> Decimal | None:
    """The number as staging can hold it; None where it is too long."""
    return None if value is None or abs(value) >= LIMIT else round(value, 8)
