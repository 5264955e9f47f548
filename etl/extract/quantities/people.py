"""Rules for numbers that tell how old people are, or how many live in a place."""

from __future__ import annotations

from etl.extract.quantities.line import Line
from etl.extract.quantities.records import Measure, Number
from etl.extract.quantities.tables import qualifiers, units, word_list

YOUNGEST, OLDEST = 5, 99
_SPANS = {"between": "and", "from": "to"}
_AGES = frozenset({"age", "ages", "aged"})
_PAUSES = frozenset({",", ";", "(", ")"})
AGE_REACH = 9
"""How many tokens in front of an age "age" may stand."""
_BOUNDS = frozenset({"over", "under", "above", "below"})
_BE = frozenset({"are", "were", "is", "was"})
_PLACES = frozenset(
    "country countries nation state province region capital city metropolis island republic "
    "territory town population".split()
)
FEWEST = 20_000
"""Fewer inhabitants than this are no country, and may be those of a prison or a camp."""
SHARE_REACH, HOME_REACH = 7, 6
_HOME = frozenset({"home", "form", "forms", "formed", "houses"})
_DWELL = frozenset(
    "younger under live lives living reside resides inhabit inhabits spread settled".split()
)
_USERS = frozenset("drug drugs users addicts abusers consumers offenders inmates".split())
_DWELLERS = frozenset({"people", "inhabitants", "residents", "citizens", "persons"})


def age_span(line: Line, number: Number, found: Measure) -> str | None:
    """As in "men between 18 and 35", "youth 12 to 18", "adults over 15": ages of people."""
    if not _is_age(number) or found.scale not in {"bare", "noun"}:
        return None
    front = line.word(number.first - 1)
    if front in _BOUNDS:
        aged = _people(line, number.first - 1) or line.word(number.first - 2) in {"them", "whom"}
        aged = aged or (line.word(number.first - 2) in _BE and _speaks_of_shares(line))
        return "age" if found.scale == "bare" and aged else None
    told = line.words(number.first - AGE_REACH, number.first)
    if found.scale == "bare" and _AGES & set(told) and not _PAUSES & set(told):
        return "age"
    for low, high in ((number, _next(line, number)), (_previous(line, number), number)):
        if low is not None and high is not None and _is_span(line, low, high):
            return "age"
    return None


def _speaks_of_shares(line: Line) -> bool:
    """As in "half of them are under 25"."""
    return any(one.role in {"fraction", "ratio"} for one in line.numbers) or any(
        token.word == "percent" for token in line.tokens
    )


def _is_age(number: Number | None) -> bool:
    value = None if number is None or number.magnified else number.value
    return value is not None and YOUNGEST <= value <= OLDEST and value == int(value)


def _next(line: Line, number: Number) -> Number | None:
    return line.number_at(number.last + 1)


def _previous(line: Line, number: Number) -> Number | None:
    for first in (number.first - 2, number.first - 4):
        before = line.number_at(first)
        if before is not None and before.last == number.first - 1:
            return before
    return None


def _is_span(line: Line, low: Number, high: Number) -> bool:
    if not (_is_age(low) and _is_age(high)) or not (low.value or 0) < (high.value or 0):
        return False
    joint, front = line.word(low.last), line.word(low.first - 1)
    if front in _AGES and joint in {"and", "or"}:
        return True
    if joint not in {"and", "to", "-", "–"} or _counts(line, high):
        return False
    if _SPANS.get(front) == joint:
        verb = front == "between" and line.word(low.first - 2) in _BE
        return _people(line, low.first - 1) or (verb and _people(line, low.first - 2))
    return joint != "and" and _people(line, low.first)


def _counts(line: Line, high: Number) -> bool:
    """Whether a unit or a counted noun stands right behind."""
    scales = ("measure", "count", "persons") if line.word(high.last) else ()
    return any(units()[scale].at(line.tokens, high.last) is not None for scale in scales)


def _people(line: Line, place: int) -> bool:
    """Whether the word before token `place` names people: a known noun, or "Norvians"."""
    found = units()["persons"].before(line.tokens, place) if place > 0 else None
    named = line.title(place - 1) and line.word(place - 1).endswith("ans")
    return named or (found is not None and found.row.cue not in {"arrests", "extraditions"})


def population(line: Line, number: Number, found: Measure) -> str | None:
    """As in "a country of nearly 200 million", "home to 3 million people"."""
    value = number.value
    if value is None or value < FEWEST or found.scale not in {"bare", "persons"}:
        return None
    place = number.first
    hedge = qualifiers("before").before(line.tokens, place)
    place = place if hedge is None else hedge.first
    while line.word(place - 1) in {"some", "an", "estimated"}:
        place -= 1
    dwellers = found.scale == "bare" or bool(_DWELLERS & set(line.words(found.first, found.last)))
    named = line.word(place - 1) == "of" and line.word(place - 2) in _PLACES
    home = line.words(place - 2, place) == ["home", "to"]
    everybody = line.word(place - 1) in {"'s", "its"} and found.scale == "persons"
    apart = line.word(number.last) in word_list("function_words") or found.scale == "persons"
    known = named and (apart or not line.word(number.last).isalpha())
    return "geography" if dwellers and (known or home or (everybody and number.magnified)) else None


def inhabitants(line: Line, number: Number, found: Measure) -> str | None:
    """As in "home to 12 percent of the population", "who form half of the population"."""
    if found.unit != "PT" and number.role != "fraction":
        return None
    behind = line.words(number.last, number.last + SHARE_REACH)
    if "population" not in behind or _USERS & set(line.words(0, number.first)):
        return None
    end = number.last + behind.index("population") + 1
    front = set(line.words(number.first - HOME_REACH, number.first))
    dwell = _DWELL & set(line.words(end, end + HOME_REACH))
    return "geography" if _HOME & front or dwell else None
