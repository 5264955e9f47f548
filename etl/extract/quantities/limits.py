"""Rules for amounts that measure nothing that happened: fines, limits, what a rate is per."""

from __future__ import annotations

from etl.extract.quantities.line import Line
from etl.extract.quantities.rates import for_every, speaks_of_prices
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import qualifiers, word_list

_MONEY = frozenset({"$", "€", "£", "dollars", "euros"})
_LAWS = frozenset({"law", "laws", "act", "code", "statute", "bill", "legislation"})
_HOLDING = frozenset({"possession", "possess", "possessing", "weighing"})
_WEIGHED = "weighing"
"""What a haul does too, where nothing is said of an offense."""
_HANDLING = frozenset(
    "transporting trafficking carrying selling cultivating growing importing smuggling "
    "amount amounts quantity quantities involving caught".split()
)
_MAY = frozenset("may can allowed allows entitled permits permitted legally authorized".split())
_MUST = frozenset({"must", "required", "obliged", "declare", "declaring"})
_TAKE = frozenset({"carry", "bring", "take", "import", "export", "transport"})
_LIMITS = frozenset({"limit", "limits", "threshold", "thresholds", "ceiling", "cutoff"})
_STATUTORY = frozenset({"statutory", "legal", "mandatory", "meets", "meet", "lawful", "prescribed"})
_ANYBODY = frozenset(
    "household households adult adults person persons people resident residents individual "
    "individuals citizen citizens anyone everyone user users patient patients consumer consumers "
    "buyer buyers club clubs pharmacy pharmacies shop shops grower growers offender "
    "offenders member members cooperatives cooperative families family".split()
)
_CONSEQUENCES = frozenset(
    "offense offence offenses misdemeanor felony crime penalty punishment imprisonment liable "
    "punishable presumed presumption death treats treated considered regarded legal illegal "
    "lawful execution mandatory charge charges triggers minimum maximum hears tries "
    "jurisdiction".split()
)
_TERMS = frozenset({"years", "year", "prison", "jail", "sentence", "sentences", "face", "term"})
_PRESENT = frozenset("is are brings bring carries carry draws draw face faces means".split())
_PAST = frozenset("was were received got given had has have been".split())
_EVENTS = frozenset(
    "seized confiscated arrested intercepted recovered found sentenced detained discovered "
    "handed smuggled convicted apprehended netted yielded".split()
)
_SUBSTANCE_UNITS = frozenset(
    {"G", "KG", "MG", "ML", "PLANTS", "DOSES", "L", "OZ", "LB", "T", "TABLETS"}
)
_EXTREMES = frozenset({"maximum", "minimum"})
_LOAD = frozenset({"carry", "transport", "hold", "haul", "lift", "ferry"})
"""What a vessel can do, and no law lets it."""
_LIKELY = frozenset("have be produce yield reach exceed account amount number".split())
_BOUNDS = frozenset({"than", "least", "over", "exceeding", "above"})
LIST_REACH = 8
"""How far, in tokens, a limit may stand from the one that "or" joins it to."""
SERIES_REACH = 20
"""How far, in tokens, a price may stand from what it is for."""


def rate_base(line: Line, number: Number, found: Measure) -> str | None:
    """The 100,000 of "per 100,000 people", the one of "one kilogram sells for $2,000"."""
    if line.word(number.first - 1) == "per" or for_every(line, number.first - 2):
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
        able = line.word(place) == "can" and line.word(place + 1) in _LOAD
        if line.word(place) in _MAY and not able and line.word(place + 1) not in _LIKELY:
            return True
    return False


def limit(line: Line, number: Number, found: Measure) -> str | None:
    """An amount that a law draws a line at: whoever "may grow up to five plants"."""
    if found.scale == "money":
        near = line.words(number.first - 8, found.last + 6)
        bound = _MUST & set(near) or (_allowed(line, number) and _TAKE & set(near))
        told = _hedged(line, number, found) and bound and not _EVENTS & set(near)
        return "penalty" if told else None
    if found.unit not in _SUBSTANCE_UNITS:
        return None
    return "penalty" if _granted(line, number) or _punished(line, number, found) else None


def _granted(line: Line, number: Number) -> bool:
    """As in "each adult may possess 30 grams"."""
    for place in range(max(0, number.first - 9), number.first):
        if line.word(place) in _MAY and line.word(place + 1) not in _LIKELY:
            return bool(_ANYBODY & set(line.words(place - 6, place)))
    return False


def _punished(line: Line, number: Number, found: Measure) -> bool:
    """As in "selling more than a kilogram is a felony", "the statutory minimum of two kg"."""
    front = set(line.words(number.first - SERIES_REACH, number.first))
    if _STATUTORY & front and front & (_LIMITS | _EXTREMES):
        return True
    words = {token.word for token in line.tokens}
    if line.words(number.first - 4, number.first) == ["for", "as", "little", "as"]:
        return bool(words & (_CONSEQUENCES | _TERMS))
    handled = front & (_HANDLING | _HOLDING) and _hedged(line, number, found)
    ruled = words & _CONSEQUENCES or (words & _TERMS and words & _PRESENT and not words & _PAST)
    return bool(handled and ruled and not words & _EVENTS)


def _hedged(line: Line, number: Number, found: Measure) -> bool:
    place = number.first
    while place > 0 and line.tokens[place - 1].end > found.start:
        place -= 1
    hedged = place > 0 and qualifiers("before").before(line.tokens, place) is not None
    return hedged or line.word(found.last) == "or" or _listed(line, place)


def _listed(line: Line, place: int) -> bool:
    """As in "more than 30 grams of heroin or two kilograms of opium"."""
    front = line.words(place - LIST_REACH, place)
    return front[-1:] == ["or"] and not _BOUNDS.isdisjoint(front)


def _held(line: Line, number: Number) -> bool:
    """As in "possession of five grams"; not where police found somebody "in possession of" it."""
    reach = 5 + LIST_REACH * _listed(line, number.first)
    for place in range(max(0, number.first - reach), number.first):
        if line.word(place) in _HOLDING:
            words = {token.word for token in line.tokens}
            if line.word(place) == _WEIGHED:
                return bool(words & (_CONSEQUENCES | _TERMS | _MAY)) and not words & _EVENTS
            return not (line.word(place - 1) == "in" and _EVENTS & words)
    return False


def fine_or_limit(line: Line, number: Number, found: Measure) -> str | None:
    """A fine, or an amount that the law permits or punishes."""
    known = word_list("penalty_words")
    if found.scale == "money":
        near = line.words(number.first - 8, found.last + 4)
        return "penalty" if any(known.get(word) == "fine" for word in near) else None
    if found.unit not in _SUBSTANCE_UNITS:
        return None
    near = line.words(number.first - 20, number.last + 20)
    behind = line.words(found.last, found.last + 6)
    if ("per" in behind or "stock" in behind) and _allowed(line, number):
        return "penalty"
    if _LIMITS & set(line.words(number.first - 6, number.first)):
        return "penalty"
    limits = any(known.get(word) == "limit" for word in near)
    if limits or ("personal" in near and "personal use" in " ".join(near)):
        return "penalty"
    held = _held(line, number)
    hedged = qualifiers("before").before(line.tokens, number.first) is not None
    hedged = hedged or line.words(found.last, found.last + 2) == ["or", "less"]
    terms = any(known.get(word) == "term" for word in near) and bool(_LAWS & set(near))
    return "penalty" if (held or terms) and hedged else None
