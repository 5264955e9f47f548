"""Whether a number counts countries, or what belongs to many of them."""

from __future__ import annotations

import re

from etl.extract.context.reading import Reading
from etl.extract.model import Concept

_NATIONS = frozenset({"countries", "nations", "member"})
_COUNTRIES = re.compile(
    r"(?:\s(?!and\b|in\b|of\b|from\b)[\w-]+){0,2}\s(?:countries|nations|member states)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:multilateral|international|countries|regional|hemispheric|americas?|caribbean|europe)\b",
    re.IGNORECASE,
)


def counts_countries(concept: Concept, reading: Reading, end: int) -> bool:
    """Whether a number is of several countries, so that it has no area of its own.

    Args:
        concept: What it measures.
        reading: Its sentence.
        end: Where it ends.
    """
    many = not _NATIONS.isdisjoint(reading.vocabulary)
    if many and _COUNTRIES.match(reading.document.text, end):
        return concept.indicator != "agreements"  # its partners: the agreements are its own
    if concept.indicator != "summit_participants":
        return False
    sentence = reading.between(reading.sentence.start, reading.sentence.end)
    return _MANY.search(sentence) is not None
