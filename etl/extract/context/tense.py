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
    r"|\b(?:same(?!\s+(?:province|district|region|city|town|area|village"
    r"|county|department|place|site|building|facility|port|airport)\b)"
    r"|also|(?:the|this|that) (?:survey|study|report))\b"
    r"|^\D{0,60}\d[\d,.]* of (?:these|those|them)\b",
    re.IGNORECASE | re.DOTALL,
)

_LOOKS_BACK = re.compile(
    r"\b(?:the|their)\s+(?:corresponding|comparable|equivalent|respective|like)\s+(?:[a-z]+\s+)?(?:totals?|figures?|numbers?|amounts?|counts?|values)\b"
    r"|\b(?:by\s+(?:way\s+of\s+)?(?:comparison|contrast)|in\s+(?:comparison|contrast)|for\s+comparison)\b"
    r"|^(?:This|That|These|It|They|Those|The\s+(?:figure|total|number|amount)s?)\s+(?:\w+\s+)?(?:compare[sd]?|stood|was|were|had\s+been)\s+(?:with|to|against|at)\b"
    r"|^(?:This|That|These|It|Both)\s+(?:is|was|are|were|represent(?:s|ed)|marks|marked|amount(?:s|ed)\s+to)\s+(?:[a-z]+\s+){0,3}?"
    r"(?:half|third|quarter|fifth|tenth|double|twice|triple|thrice|times|less|more|fewer|below|above|higher|lower|short|up|down|than)\b"
    r"|^(?:(?:The\s+)?(?:corresponding|comparable|previous)\s|In\s|During\s|For\s|Throughout\s|The\s+year\s+(?:before|earlier)|A\s+year\s+(?:before|earlier))"
    r"[^.;]{0,60}?\bhad\s+(?:\w+ly\s+|only\s+|also\s+)?(?:been|(?!had\b)\w{2,}ed|taken|found|made|held|put|come|stood|seen)\b",
    re.IGNORECASE,
)


def looks_back(sentence: str) -> bool:
    """Whether a sentence only glances at an earlier time, to compare it."""
    if _LOOKS_BACK.search(sentence.strip()) is not None:
        return True
    return " had " in sentence and _STOOD.search(sentence) is not None and not _NOW.search(sentence)


_STOOD = re.compile(
    r"^[^;]*\bhad\s+(?:\w+ly\s+|only\s+|also\s+|still\s+)?(?:been|stood|numbered|totall?ed|amounted|come|reached|weighed|averaged|counted|made\s+up)\b"
)
_NOW = re.compile(
    r"\b(?:was|were|is|are|has|have|rose|fell|grew|came|took|made|found|became|did|went|won|lost|held"
    r"|(?!need|speed|indeed|hundred|seed)[a-z]{3,}(?<!been\s)(?<!had\s)ed(?=\s+(?:to|by|from|\d|the|a|an)\b))\b"
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
