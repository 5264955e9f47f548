"""Places that a number belongs to as its subject or its neighbour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.context.areas import AreaMention
from etl.extract.context.reading import Reading

_NEXT_NUMBER = re.compile(
    r"\s+(?:with|had|at|saw|recorded)?\s*(?:(?:about|some|nearly|over|almost|a)\s+){0,2}"
)
_ANOTHER = re.compile(r"\d[^;]*(?:,|\band|\bby|\bof|\bthen|\bwhile)\s+(?:in\s+)?(?:the\s+)?$")
_SUBJECT_IN = re.compile(
    r"(?:[\w’'-]+\s+){1,7}?(?:in|at|near|outside|covering|(?:confined|limited|restricted)\s+to)\s+(?:the\s+)?(?:(?:port|city|town)\s+of\s+)?"
)
_DEED = re.compile(
    r"\s+(?:\w+ly\s+)?(?:\w{2,}ed|is|was|costs?|sells?|averages|contains|retails|fetch(?:es)?|ranges|held|found|took|made|gave|led|brought|has|had|have|sold|bought|shut|broke|caught|uncovered)\b"
)
_MADE = re.compile(
    r"\b(?:grown|produced|manufactured|cultivated|processed|made|purchased|bought|loaded|sourced|harvested|packed)"
    r"\s+(?:in|at|near)\s+(?:the\s+)?$"
)
STOP = re.compile(r"[,;]|\band\b|\bwhile\b|\bbut\b", re.IGNORECASE)


def beside(reading: Reading, run: Sequence[AreaMention], start: int, end: int) -> bool:
    """Whether a number stands right behind places named after others ("... and Cusco 50 ha")."""
    if run[-1].end > start or end <= run[0].start:
        return False
    lead = reading.between(reading.sentence.start, run[0].start)
    return (
        _NEXT_NUMBER.fullmatch(reading.between(run[-1].end, start)) is not None
        and _ANOTHER.search(lead) is not None
    )


def acts_there(reading: Reading, run: Sequence[AreaMention], start: int, end: int) -> bool:
    """Whether a sentence's subject lies at these places: its verb follows them at once."""
    if run[-1].end > start or end <= run[0].start:
        return False
    lead = reading.between(reading.sentence.start, run[0].start)
    after = reading.between(run[-1].end, start)
    return (
        _SUBJECT_IN.fullmatch(lead) is not None
        and _DEED.match(after) is not None
        and not STOP.search(after)
    )


def grown(reading: Reading, runs: Sequence[Sequence[AreaMention]], end: int) -> bool:
    """Whether the place behind a number is where its drug was made, not where it was found."""
    return any(
        run[0].start >= end and _MADE.search(reading.between(end, run[0].start)) for run in runs
    )
