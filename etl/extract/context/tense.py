"""Whether a sentence tells what is or what was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.context.tables import tense_words

_WORD = re.compile(r"[a-z]+")
_WILL = re.compile(r"\bwill\b")
_PARTICIPLE_MIN = 5
_AMOUNT = frozenset(
    "percent approximately more nearly over about almost roughly an some less at up half mid"
    " early late year january february march april may june july august september october november"
    " december".split()
)


_CARRIES = re.compile(
    r"^.{0,30}?\b(?:this|these|those|such|of which|based on|similarly|additionally|furthermore"
    r"|the (?:survey|study|report|same|operations?|totals?|results?|figures?"
    r"|declines?|increases?|decreases?|rise|drop|reduction|seizures?|arrests?|case|raids?))\b"
    r"|\b(?:same|also|(?:the|this|that) (?:survey|study|report))\b|\d of (?:these|those|them)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_past(sentence: str) -> bool:
    """Whether a sentence tells of the past: no verb of the present, one of the past."""
    forms = _WORD.findall(sentence.lower())
    verbs = tense_words()
    if not verbs["surely_past"].isdisjoint(forms):
        return True
    if not verbs["present"].isdisjoint(forms):
        return False
    return any(
        form in verbs["past"] or (_is_participle(form) and not _has_agent(forms, place))
        for place, form in enumerate(forms)
    )


def _is_participle(form: str) -> bool:
    return form.endswith("ed") and len(form) >= _PARTICIPLE_MIN


def _has_agent(forms: Sequence[str], place: int) -> bool:
    """Whether "by" somebody follows: "courses supported by donors" tells no event."""
    after = forms[place + 1 : place + 3]
    return len(after) > 1 and after[0] == "by" and after[1] not in _AMOUNT


def is_plan(sentence: str) -> bool:
    """Whether a sentence tells of what will be."""
    return _WILL.search(sentence) is not None


def points_on(sentence: str) -> bool:
    """Whether a sentence tells of a plan or points back at the one before."""
    return _WILL.search(sentence) is not None or _CARRIES.search(sentence) is not None
