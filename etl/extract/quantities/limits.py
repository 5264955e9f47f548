"""Rules for amounts that measure nothing that happened: fines, limits, what a rate is per."""

from __future__ import annotations

from etl.extract.quantities.line import Line
from etl.extract.quantities.rates import speaks_of_prices
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import qualifiers, word_list

_MONEY = frozenset({"$", "€", "£", "dollars", "euros"})
_LAWS = frozenset({"law", "laws", "act", "code", "statute", "bill", "legislation"})
_HOLDING = frozenset({"possession", "possess", "possessing", "weighing"})
_MAY = frozenset({"may", "allowed", "allows", "entitled", "permits", "legally"})
_LIMITS = frozenset({"limit", "limits", "threshold"})
_EXTREMES = frozenset({"maximum", "minimum"})
_LIKELY = frozenset("have be produce yield reach exceed account amount number".split())
SERIES_REACH = 20
"""How far, in tokens, a price may stand from what it is for."""


def rate_base(line: Line, number: Number, found: Measure) -> str | None:
    """The 100,000 of "per 100,000 people", the one of "one kilogram sells for $2,000"."""
    if line.word(number.first - 1) == "per":
        return "rate_base"
    first, last = number.first - SERIES_REACH, number.last + SERIES_REACH
    one = number.value == 1 and found.scale == "measure" and found.unit != "PT"
    if not one or not _MONEY & set(line.words(first, last)):
        return None
    priced = speaks_of_prices(line, max(0, first), min(len(line.tokens), last))
    return "rate_base" if priced else None


def extreme_term(line: Line, number: Number, found: Measure) -> str | None:
    """As in "the minimum sentence is 10 years; the maximum is 25"."""
    if found.scale != "bare" or not _EXTREMES & set(line.words(number.first - 4, number.first)):
        return None
    known = word_list("penalty_words")
    terms = any(known.get(token.word) in {"term", "fine"} for token in line.tokens)
    return "penalty" if terms else None


def _allowed(line: Line, number: Number) -> bool:
    """As in "shops may sell up to five grams": what may be, not what was."""
    for place in range(max(0, number.first - 7), number.first):
        if line.word(place) in _MAY and line.word(place + 1) not in _LIKELY:
            return True
    return False


def fine_or_limit(line: Line, number: Number, found: Measure) -> str | None:
    """A fine, or an amount that the law permits or punishes."""
    known = word_list("penalty_words")
    if found.scale == "money":
        near = line.words(number.first - 8, found.last + 4)
        return "penalty" if any(known.get(word) == "fine" for word in near) else None
    if found.unit not in {"G", "KG", "MG", "ML", "PLANTS", "DOSES", "L"}:
        return None
    near = line.words(number.first - 20, number.last + 20)
    behind = line.words(found.last, found.last + 6)
    if ("per" in behind or "stock" in behind) and _allowed(line, number):
        return "penalty"
    if _LIMITS & set(line.words(number.first - 6, number.first)):
        return "penalty"
    limits = any(known.get(word) == "limit" for word in near)
    personal = " ".join(near).find("personal use") >= 0
    held = _HOLDING & set(line.words(number.first - 5, number.first))
    hedged = qualifiers("before").before(line.tokens, number.first) is not None
    hedged = hedged or line.words(found.last, found.last + 2) == ["or", "less"]
    terms = any(known.get(word) == "term" for word in near) and bool(_LAWS & set(near))
    return "penalty" if limits or personal or ((held or terms) and hedged) else None
