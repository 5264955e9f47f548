"""Where clauses begin: what keeps a place or a counter from reaching a number."""

from __future__ import annotations

import re

from etl.extract.context.reading import Reading

NEW_CLAUSE = re.compile(
    r"(?:[,;–—]|\band\b|\bwhile\b|\bbut\b)\s*(?:and\s+|then\s+|also\s+|\w+ly\s+){0,2}"
    r"(?:\w+(?:ed|ing)\b|seizures?\b|was\b|were\b)|;",
    re.IGNORECASE,
)
"""A sign or conjunction and a verb after it."""

_LEAD_WORDS = re.compile(
    r"(?:[\s,]|\b(?:in|on|during|for|between|from|by|since|through|as|of|the|all|also|however"
    r"|additionally|meanwhile|calendar|year|fiscal|while|and|but)\b)*",
    re.IGNORECASE,
)


def opens_sentence(reading: Reading, place: int) -> bool:
    """Whether nothing but times and small words stands before `place` in its sentence."""
    start = reading.sentence.start
    for time in reading.times:
        if time.start >= place:
            break
        if not _LEAD_WORDS.fullmatch(reading.document.text, start, max(start, time.start)):
            return False
        start = max(start, time.end)
    return _LEAD_WORDS.fullmatch(reading.document.text, start, max(start, place)) is not None
