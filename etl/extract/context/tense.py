"""Whether a sentence tells what is or what was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from etl.extract.view import Token

if TYPE_CHECKING:
    from etl.extract.context.reading import Reading

_PRESENT = frozenset(
    "is are has have remain remains provide provides operate operates offers employ employs "
    "hosts continue continues maintain maintains exist exists represent represents accounts "
    "consist consists serve serves lacks requires require receive receives comprise comprises "
    "include includes believe believes allows permits conducts teaches coordinates".split()
)
_PAST = frozenset(
    "was were had made took found held said told gave led began became fell rose grew went saw "
    "brought sold bought sent spent came left lost met paid ran shot won did won kept built "
    "underwent sought overtook dealt shut bore".split()
)
_PARTICIPLE_MIN = 5


def is_past(words: Sequence[Token]) -> bool:
    """Whether the sentence tells of the past: no verb of the present, one of the past."""
    forms = [word.word for word in words]
    if any(form in {"was", "were", "had", "did"} for form in forms):
        return True
    if any(form in _PRESENT for form in forms):
        return False
    return any(
        form in _PAST or (form.endswith("ed") and len(form) >= _PARTICIPLE_MIN) for form in forms
    )


_CARRIES = re.compile(
    r"^.{0,30}?\b(?:this|these|those|such|that|of (?:the|which)|similarly|additionally|furthermore"
    r"|the (?:survey|study|report|same|operations?|total|results?|figures?))\b"
    r"|\b(?:same|also|(?:the|this|that) (?:survey|study|report))\b",
    re.IGNORECASE | re.DOTALL,
)


def goes_on(reading: Reading) -> bool:
    """Whether a sentence goes on with what the one before told: past, planned, or pointing back."""
    if is_past(reading.words) or any(word.word == "will" for word in reading.words):
        return True
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _CARRIES.search(text) is not None
