"""Whether a sentence tells what is or what was."""

from __future__ import annotations

import re

from etl.extract.context.tables import tense_words

_WORD = re.compile(r"[a-z]+")
_WILL = re.compile(r"\bwill\b")
_PARTICIPLE_MIN = 5


_CARRIES = re.compile(
    r"^.{0,30}?\b(?:this|these|those|such|of (?:the|which)|similarly|additionally|furthermore"
    r"|the (?:survey|study|report|same|operations?|totals?|results?|figures?"
    r"|declines?|increases?|decreases?|rise|drop|reduction|seizures?|arrests?))\b"
    r"|\b(?:same|also|(?:the|this|that) (?:survey|study|report))\b",
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
        form in verbs["past"]
        or (form.endswith("ed") and len(form) >= _PARTICIPLE_MIN and after != "by")
        for form, after in zip(forms, [*forms[1:], ""], strict=True)
    )


def points_on(sentence: str) -> bool:
    """Whether a sentence tells of a plan or points back at the one before."""
    return _WILL.search(sentence) is not None or _CARRIES.search(sentence) is not None
