"""Years that belong to the name of a law, plan or paper, or to its making."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.context.dates import Dated
from etl.extract.context.tables import year_words

_TITLE_REACH = 6
_BEFORE = 40
_AFTER = 90
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]|\d+")
_ADJECTIVE_AFTER = frozenset({"the", "a", "an", "its", "their", "his", "s", "'"})
_NO_ADJECTIVE = frozenset(
    "in of for to was is were are that which and with by from at on operation".split()
)
_NAME_BEFORE = re.compile(r"\b(?:[Pp]lan|[Ss]trategy|Agenda|Program|Action|Framework|Policy)\s\(?$")
_PAPERS = frozenset({"survey", "surveys", "census", "study", "poll", "assessment"})
"""What tells of its own year, even where a plan or policy is in its name."""

_UNCHANGED = re.compile(
    r"\b(?:unchanged|stable|steady|constant|flat|similar|consistent)\s+(?:to|with|from)?\s*$",
    re.IGNORECASE,
)
_LEFT_OVER = re.compile(
    r"\b(?:(?:carried|left|brought|held|rolled|carrying)\s+(?:over|forward)|inherited|remaining|outstanding|pending|stemming"
    r"|backlog|originating)\s+from\s+$"
)

_GATHERINGS = frozenset(
    "summit meeting conference session forum exercise workshop seminar assembly".split()
)
"""What takes place in the month that it is named by."""
_ENDS_NAME = frozenset({"of", "for", "to", "until"})
_YEARS = r"(?:(?:19|20)\d\d(?:,\s*(?:and\s+)?|\s+and\s+))"
_YEARS_BEFORE = re.compile(rf"{_YEARS}+$")
_YEARS_AFTER = re.compile(r"(?:(?:,\s*(?:and\s+)?|\s+and\s+)(?:19|20)\d\d\b)+")
_RUNS_UNTIL = re.compile(
    r"\b(?:runs?|ran|running|ends?|ended|expires?|expired|expiring|concludes?|concluded|lasts?|lasting"
    r"|(?:takes?|taking|took|entering|enters?)\s+(?:effect|force)"
    r"|(?:due|scheduled|set|expected|slated|planned)\s+to\s+[a-z\s]{2,24}?)"
    r"\s+(?:(?:through|until|till|to|in|on|by|from|at)\s+)?(?:the\s+(?:end|close)\s+of\s+)?$",
    re.IGNORECASE,
)
_STRETCH_NAMED = re.compile(
    r"\b(?:year|months?|period|season|quarter|week)\s+(?:that\s+|which\s+)?\w+\s+(?:\w+\s+)?$"
)
_SURVEY_BEFORE = re.compile(
    r"\b(?:survey|study|census|poll|assessment)s?\b[^.;\d]{0,80}?"
    r"\b(?:published|released|issued|launched|inaugurated)\s+(?:in|on)\s+$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:inmates|prisoners|offenders|patients|clients|graduates|residents|persons|people|those|individuals|detainees"
    r"|convicts|men|women|addicts|users|students|officers|cadets|recruits)\s+(?:\w+\s+)?\w+ed\s+in\s+$"
)
"""People are not made: those who were released or enrolled in a year are counted in it."""
_OPERATION = re.compile(
    r"\b(?:[Oo]perations?|[Cc]ampaign|[Ss]weep|[Cc]rackdown|[Rr]aids?|[Ii]nvestigation)\b[^.;\d]{0,40}\b(?:concluded|launched|begun|started"
    r"|completed|conducted|mounted|carried\s+out|undertaken)\s+in\s+$"
)
_WHEN = re.compile(r",?\s+when\b")
_FIGURE_OF = re.compile(
    r"\b(?:peaks?|records?|highs?|lows?|maximum|minimum|hauls?|level|figures?|estimates?|data|numbers?|counts?|totals?|statistics|survey|study|census)\b[^.;\d]{0,30}\b(?:dating|dates|dated)"
    r"\s+(?:back\s+)?(?:from|to|in)\s+$"
)
_MADE = re.compile(
    r"\s*(?:Re)?(?:[Bb]uilt|[Bb]egun|[Ss]et\s+up|[Ee]stablished|[Cc]reated|[Ff]ounded|[Ff]ormed|[Oo]rganized|[Ss]tructured|[Ll]aunched"
    r"|[Oo]pened|[Ii]naugurated|[Aa]pproved|[Aa]dopted|[Ee]nacted|[Ss]igned|[Nn]amed|[Mm]erged|[Mm]ade|[Aa]ppointed|[Aa]mended)\b[^,;]*$"
)
_FOUND_BY = re.compile(r"\b(?:survey|study|census|poll|assessment)\b")
_APPOSED = re.compile(r",\s+(?:[a-z-]+\s+){1,4}$")
_LAST_SEEN = re.compile(
    r"\b(?:seen|recorded|witnessed|reached|known|equal(?:l?ed)?|observed|matched|registered|surpassed)\s+$"
)
_HELD_SINCE = re.compile(
    r"\b(?:that|which|who)\s+(?:has|have|had)\s+(?:\w+\s+)?(?:been|existed|stood|held|served|applied|governed|operated|lasted)\b"
    r"[^,;.\d]{0,30}$|\b(?:in\s+(?:force|effect|place|being|existence)|a\s+(?:party|member|signatory))\s+$",
    re.IGNORECASE,
)
"""What a law, body or person has been since a year is no period of a number beside it."""
_SUPERLATIVE = re.compile(
    r"\b(?:largest|highest|biggest|greatest|lowest|first|record)\b[^,;.]*$", re.IGNORECASE
)


def names_no_period(date: Dated, text: str, start: int, begin: int) -> bool:
    """Whether a date says when something got its name, or since when nothing changed.

    Args:
        date: The date.
        text: The document's text.
        start: Where the sentence starts.
        begin: Where the date's own words begin ("since").
    """
    lead = max(start, begin - _BEFORE)
    if _UNCHANGED.search(text, lead, begin) or _LEFT_OVER.search(text, lead, date.start):
        return True
    if text.startswith("since", begin) and (
        _SUPERLATIVE.search(text, lead, begin)
        or _LAST_SEEN.search(text, lead, begin)
        or _HELD_SINCE.search(text, lead, begin)
        or (text.startswith(",", date.end) and _APPOSED.search(text, lead, begin))
    ):
        return True
    named = _NAME_BEFORE.search(text, max(start, date.start - _BEFORE), date.start)
    if named or _ends_something(date, text, start, begin):
        return True
    listed = _YEARS_BEFORE.search(text, max(start, date.start - _BEFORE), date.start)
    first = listed.start() if listed else date.start
    more = _YEARS_AFTER.match(text, date.end)
    last = more.end() if more else date.end
    before, title = _words_before(text, start, first), year_words()["title"]
    if len(before) > 1 and before[-1] in _ENDS_NAME and before[-2] in title:
        return not (date.first[1] and before[-2] in _GATHERINGS)
    if date.first[1] or (before and before[-1] not in _ADJECTIVE_AFTER):
        return False
    after = [match.group().lower() for match in _WORD.finditer(text, last, last + _AFTER)]
    return _names_title(after[:_TITLE_REACH], title)


def _ends_something(date: Dated, text: str, start: int, begin: int) -> bool:
    """Whether a date is the one until which a plan or law runs, or from which it holds."""
    places = {begin, date.start}
    ends = any(_RUNS_UNTIL.search(text, max(start, place - _AFTER), place) for place in places)
    return ends and not _STRETCH_NAMED.search(text, max(start, begin - _BEFORE), begin)


def is_making(date: Dated, text: str, start: int) -> bool:
    """Whether the year is the one in which such a paper was made ("signed in 1997")."""
    lead = text[start : date.start]
    if (
        text.startswith(",", date.end)
        and _MADE.match(lead)
        and not _FOUND_BY.search(text, start, date.end + _AFTER)
    ):
        return True
    before = _words_before(text, start, date.start)
    if len(before) < 2 or before[-1] not in {"in", "on", "from"}:  # noqa: PLR2004 -- a verb and "in"
        return False
    if _SURVEY_BEFORE.search(text, max(start, date.start - 2 * _AFTER), date.start):
        return False
    if _WHEN.match(text, date.end) or _FIGURE_OF.search(text, start, date.start):
        return False
    of_event = date.first[1] and not date.first[0] and _OPERATION.search(text, start, date.start)
    if of_event or _PEOPLE.search(text, max(start, date.start - _BEFORE), date.start):
        return False
    making = year_words()["making"]
    return before[-2] in making or " ".join(before[-3:-1]) in making


def _words_before(text: str, start: int, end: int) -> list[str]:
    found = _WORD.findall(text, max(start, end - _BEFORE), end)
    return [word.lower() for word in found[-3:]]


def _names_title(after: Sequence[str], title: frozenset[str]) -> bool:
    for place, word in enumerate(after):
        if word in title and after[place + 1 : place + 2] != ["enforcement"]:
            return _PAPERS.isdisjoint(after[place + 1 :])
        named = word.isalpha() or word in {"-", "–", "'", "’", "."}
        if not named or word in _NO_ADJECTIVE or word.endswith("ed"):
            return False
    return False
