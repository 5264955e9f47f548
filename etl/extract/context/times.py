"""Time expressions of a sentence: dates with the words that give them a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.extract.context.dates import Dated, find_dates
from etl.extract.context.expressions import Time
from etl.extract.context.offsets import offsets, years_back
from etl.extract.context.tables import (
    relative_codes,
    relative_periods,
    role_before_date,
    role_codes,
)
from etl.extract.context.titles import is_making, names_no_period
from etl.extract.view import tokens, vocabulary

_ROLE_REACH = 40
_UNITS = frozenset({"month", "months", "week", "day"})
_SAME_MONTHS = re.compile(
    r"\b(?:the|this|that|these|those)\s+(?:(?:same|like|comparable|corresponding|equivalent)\s+)?"
    r"(?:(?:\w+|\d+)-(?:month|week|day)\s+(?:time\s+)?(?:period|span|stretch|interval)\b"
    r"|(?<=these\s)(?:\w+)\s+months\b|(?<=those\s)(?:\w+)\s+months\b"
    r"|(?<=same\s)(?:\w+)\s+months\b)",
    re.IGNORECASE,
)
_MAY_BE_RELATIVE = re.compile(
    r"year|period|month|time|date|day|then|point|count|things|now|Now|urrent|resent|span"
)
_CLAUSE_REACH = 80
_SINCE_CLAUSE = re.compile(
    r"\b(?:since|from\s+(?:(?:the|its|their)\s+)?(?:completion|start|beginning|launch|establishment|inception"
    r"|founding|foundation|formation|creation)(?:\s+of)?)\s+(?:[\w’'-]+\s+){0,8}?(?:in|on)\s+$",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:(?:increas|decreas|declin|drop|reduc|chang|doubl|tripl|trebl|quadrupl|multipl|shr[aiu]nk|soar|surg"
    r"|climb|plung|plummet|expand|improv|worsen|halv|spik|jump|slump|escalat|accelerat|stabili|vari|fluctuat)\w*"
    r"|rise|risen|rising|rose|fall|fallen|falling|fell|grown?|grew|growing|growth|gone|come|been\s+cut|percent|up|down"
    r"|higher|lower|stable|steady|flat|unchanged|more\s+than\s+half)"
    r"(?:\s+(?:\w+ly|(?:by\s+)?(?:[a-z]+\s+){0,3}[\d.,]+\s+(?:percent|times|fold)|by\s+(?:an?\s+)?(?:[\w-]+\s*){1,3}"
    r"|several\s*fold|up|down|(?:\w+-?)?fold|a\s+(?:lot|little|great\s+deal)|somewhat|much|in\s+(?:number|size|value|volume)))*\s+$",
    re.IGNORECASE,
)
_LEAD_REACH = 90
_ONE_YEAR = ("a year", "one year")
"""Words that count a year back, so that months stay the same months."""
_YEARS_BEFORE = frozenset({"previous_year", "last_year"})
_RANK = (
    r"(?:largest|biggest|greatest|highest|most|first|second|third|last|only|best|worst|main|major|heaviest|smallest"
    r"|lowest|latest|deadliest|record|single|notable|significant|important|prominent|case|highlight|event)"
)
_OF_RANK = re.compile(rf"\b{_RANK}\b[^,;.]*\sof\s+$", re.IGNORECASE)
"""What a superlative is taken from is no period of its own ("the largest seizure of the year")."""
_RANKED = re.compile(rf"\b{_RANK}\b[^,;.]*$", re.IGNORECASE)
_USED = re.compile(
    r"\b(?:us(?:e|ed|es|ing)|smok(?:ed|ing)|tried|consum(?:ed|ing|ption)|tak(?:en|ing)|took|inject(?:ed|ing)|misus(?:ed|ing)"
    r"|abus(?:ed|ing)|experimented|sniffed|inhaled)\b[^.;]*\b(?:in|during|over|within|at\s+least\s+once)\s+$",
    re.IGNORECASE,
)
"""Survey questions ask for use "in the past year": the survey's time is another."""
_WHEN = re.compile(
    r",?\s+(?:when|at\s+which\s+(?:time|point)|a\s+year\s+in\s+which)\b[^.;]{0,90}?"
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half|percent|million|dozen)\b)"
)
_SAME_OF = re.compile(r"\s(?:(?:in|of|from|for|during)\s)?(?:calendar year\s)?")
_OF_SAME = re.compile(r",?\s(?:(?:in|over|during|for|within|throughout|across)\s)?")
"""What stands between a year and "the same months" that are its own."""
_WITHIN = re.compile(
    r"\b(?:in|over|during|within|of|at|for|from|by|through|throughout|to|until|since|around|across|about|after|before)\s+$",
    re.IGNORECASE,
)
_FROM_BEFORE = re.compile(
    r"\bfrom\s+(?:(?:the\s+)?(?:early|mid|late|end\s+of|start\s+of)[\s-]+)?$", re.IGNORECASE
)
_OVER = re.compile(r"\b(?:over|during|within|in|throughout|of)\s+$", re.IGNORECASE)
_AFTER_IT = re.compile(
    r"\s+(?:after(?:wards?)?|that\s+followed)\b(?!\s+(?:the|its|an?|their|it|they|next)\b)"
)
_ONWARD = re.compile(r",?\s+on(?:wards?)?\b(?!\s+(?:the|an?|its|their|his|this|that|which)\b)")


def find_times(text: str, start: int, end: int) -> list[Time]:
    """The time expressions of `text[start:end]`, in order."""
    found = [_with_role(date, text, start) for date in find_dates(text, start, end)]
    others = (
        *_relative(text, start, end),
        *years_back(text, start, end),
        *offsets(text, start, end),
    )
    for time in others:
        if all(time.end <= other.start or other.end <= time.start for other in found):
            found.append(time)
    return list(_joined(sorted(found, key=lambda time: time.start), text))


def _joined(times: Sequence[Time], text: str) -> Iterator[Time]:
    """Join "the same period" with the year that it is of."""
    held: Time | None = None
    for time in times:
        if held and time.code == "same_period" and _is_year_of(held, time, text):
            back = int(not held.first[0])
            yield replace(time, start=held.start, first=held.first, last=held.last, count=back)
            held = None
            continue
        if held and held.code != "same_period":
            yield held
            held = None
        if held and _SAME_OF.fullmatch(text, held.end, time.start) and not time.first[1]:
            back = time.code in {"previous_year", "last_year"}
            held = replace(held, end=time.end, first=time.first, last=time.last, count=int(back))
            continue
        if held:
            yield held
        open_year = time.code in _YEARS_BEFORE or (time.code == "span" and _is_year(time))
        held = time if time.code == "same_period" or open_year else None
        if held is None:
            yield time
    if held:
        yield held


def _is_year(time: Time) -> bool:
    """Whether a time is one calendar year, in which something was."""
    return time.role == "at" and time.first == time.last and not time.first[1] and not time.weak


def _is_year_of(year: Time, months: Time, text: str) -> bool:
    """Whether a year stands right before "the same months" ("a year earlier the same months")."""
    if year.code == "same_period" or months.first[0]:
        return False
    return _OF_SAME.fullmatch(text, year.end, months.start) is not None


def _with_role(date: Dated, text: str, start: int) -> Time:
    begin, role = _role(date, text, start)
    dated = date.first[0] > 0
    compared = role == "since" and _CHANGED.search(text, max(start, begin - 60), begin) is not None
    return Time(
        begin,
        date.end,
        "title" if dated and names_no_period(date, text, start, begin) else "span",
        role,
        date.first,
        date.last,
        day=date.day,
        weak=role == "at" and is_making(date, text, start),
        coordinated=date.coordinated,
        spread=date.spread,
        of_the_year=date.of_the_year,
        compared=compared,
    )


def _role(date: Dated, text: str, start: int) -> tuple[int, str]:
    """Where the date's own words begin, and its role."""
    cue = role_before_date().search(text, max(start, date.start - _ROLE_REACH), date.start)
    if cue and _WHEN.match(text, date.end):
        return cue.start(), "at"  # what follows was counted then
    if cue:
        return cue.start(), role_codes()[" ".join(cue[1].lower().split())]
    if _ONWARD.match(text, date.end) and _FROM_BEFORE.search(text, start, date.start):
        return date.start, "since"
    clause = _SINCE_CLAUSE.search(text, max(start, date.start - _CLAUSE_REACH), date.start)
    return (clause.start(), "since") if clause else (date.start, "at")


def _relative(text: str, start: int, end: int) -> Iterator[Time]:
    words = vocabulary(text, start, end)
    opens = not relative_periods().first.isdisjoint(words)
    if not (opens or not _UNITS.isdisjoint(words)) or not _MAY_BE_RELATIVE.search(text, start, end):
        return
    if not _UNITS.isdisjoint(words):
        for match in _SAME_MONTHS.finditer(text, start, end):
            yield Time(*match.span(), "same_period")
    if not opens:
        return
    for match in relative_periods().all(tokens(text, start, end), text, start, end):
        said = " ".join(match.group().lower().replace("’", "'").split())
        lead = text[max(start, match.start() - _LEAD_REACH) : match.start()]
        code = _meant(said, relative_codes()[said], lead)
        if said == "the year" and _AFTER_IT.match(text, match.end(), end):
            continue
        if code and not (said == "at the time" and text.startswith(" of", match.end())):
            yield Time(*match.span(), code, count=int(said.startswith(_ONE_YEAR)))


def _meant(said: str, code: str, lead: str) -> str:
    """What words for a period mean behind `lead`; nothing where they are no period there."""
    if code == "this_year" and _OF_RANK.search(lead):
        return ""
    if code == "current" and _RANKED.search(lead):
        return ""
    if said == "this time" and not _WITHIN.search(lead):
        return "current"
    if said == "the same time" and not _OVER.search(lead):
        return ""
    asked = code in _YEARS_BEFORE and _USED.search(lead)
    return "window" if asked else code
