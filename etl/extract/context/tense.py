"""Whether a sentence tells what is or what was."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z]+")
_WILL = re.compile(r"\bwill\b")
_SURELY_PAST = frozenset({"was", "were", "had", "did"})
_PRESENT = frozenset(
    "is are has have remain remains provide provides operate operates offers employ employs "
    "hosts continue continues maintain maintains exist exists represent represents accounts "
    "consist consists serve serves lacks requires require receive receives comprise comprises "
    "include includes believe believes supplement supplements allocate allocates allows permits conducts teaches coordinates".split()
)
_PAST = frozenset(
    "was were had made took found held said told gave led began became fell rose grew went saw "
    "brought sold bought sent spent came left lost met paid ran shot won did won kept built "
    "underwent sought overtook dealt shut bore".split()
)
_PARTICIPLE_MIN = 5


_CARRIES = re.compile(
    r"^.{0,30}?\b(?:this|these|those|such|that|of (?:the|which)|similarly|additionally|furthermore"
    r"|the (?:survey|study|report|same|operations?|total|results?|figures?))\b"
    r"|\b(?:same|also|(?:the|this|that) (?:survey|study|report))\b",
    re.IGNORECASE | re.DOTALL,
)


def is_past(sentence: str) -> bool:
    """Whether a sentence tells of the past: no verb of the present, one of the past."""
    forms = _WORD.findall(sentence.lower())
    if not _SURELY_PAST.isdisjoint(forms):
        return True
    if not _PRESENT.isdisjoint(forms):
        return False
    return any(
        form in _PAST or (form.endswith("ed") and len(form) >= _PARTICIPLE_MIN and after != "by")
        for form, after in zip(forms, [*forms[1:], ""], strict=True)
    )


def points_on(sentence: str) -> bool:
    """Whether a sentence tells of a plan or points back at the one before."""
    return _WILL.search(sentence) is not None or _CARRIES.search(sentence) is not None
