"""Whether a number tells what there was at a moment or what happened over a time."""

from __future__ import annotations

import re

from etl.extract.context.reading import Reading

_REACH = 70
_HEDGES = (
    r"(?:(?:about|around|some|approximately|roughly|nearly|almost|over|only|just|more|than"
    r"|at|least|a|total|of)\s+)*"
)
_HOLDS = re.compile(
    rf"(?<!has\s)(?<!have\s)(?<!had\s)\b(?:had|has|have|hous(?:e|es|ed)|hosted|accommodat(?:es|ed)|serv(?:es|ed)|holds?|held|cares?\s+for"
    r"|cared\s+for|caring\s+for|treating|lists?|listed|reach(?:es|ed|ing)?|enrolls|there\s+(?:are|were)|numbered|stood\s+at|stands\s+at|counted)\s+"
    rf"{_HEDGES}$",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"[^.;,\d]{0,50}?\b(?:is|are|was|were|remain|remained|being)\s+(?:(?:still|then|currently|already|\w+ly)\s+)?"
    r"(?:receiving|enrolled|registered|on|in|under|held|housed|serving|awaiting|undergoing|participating|active|pending|waiting"
    r"|outstanding|open|unresolved|taking|getting|being|living|residing|hospitalized|before)\b"
    r"|\s+(?:[\w-]+\s+){0,3}?(?:residents|inpatients|pending|outstanding)\b",
    re.IGNORECASE,
)


def stands(reading: Reading, start: int, end: int) -> bool:
    """Whether the verb of a number is one of being, not of happening ("were receiving").

    Args:
        reading: The sentence.
        start: Where the number starts.
        end: Where it ends.
    """
    text = reading.document.text
    if _STATE.match(text, end, min(reading.sentence.end, end + _REACH)):
        return True
    before = reading.between(max(reading.sentence.start, start - _REACH), start)
    return _HOLDS.search(before) is not None
