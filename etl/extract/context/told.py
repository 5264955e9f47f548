"""Dates on which something was reported or published, not those on which it happened."""

from __future__ import annotations

import re

from etl.extract.context.expressions import Time
from etl.extract.context.reading import Reading

_TOLD_REACH = 60
_TOLD_THAT = re.compile(
    r"^[^;.\d]*?\b(?:claimed|said|stated|announced|told\s[^;.\d]{2,40}?|reported|asserted)\s+that\b"
)
_SAID = re.compile(
    r"\b(?:report|announc|stat|told|said|claim|shar|declar|reveal|indicat|press|testif|publish|releas|confer)\w*",
    re.IGNORECASE,
)
_REPORT_NEXT = re.compile(
    r"\s(?:[\w-]+\s){0,3}?(?:report|statement|publication|briefing|press release)\b", re.IGNORECASE
)
_REPORT_REACH = 90
_TOLD_IN = re.compile(
    r"\b(?:told|said|announced|reported|stated|claimed|declared|disclosed|revealed|informed|asserted|noted|acknowledged|confirmed)"
    r"\b[^.;,\d]{0,40}?\b(?:in|on)\s+(?:early\s+|mid-?|late\s+)?$",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:reports?|figures?|data|tall(?:y|ies)|counts?|estimates?|statistics|surveys?|stud(?:y|ies)|numbers|reviews?|bulletins?"
    r"|accounts?|balance|results|findings|yearbook|summary|list|totals?|records|assessments?|communiqu[eé])\b[^;.]*?"
    r"\b(?:made\s+(?:public|available|known)|published|released|issued|unveiled|presented|disclosed|posted|c[ao]me\s+out|appeared|completed"
    r"|compiled|announced|reported|revised|updated|printed|circulated|publicized|submitted|delivered|handed\s+over|finalized|shared)"
    r"(?:\s+\w+ly)?(?:\s+by\s+[^,;.\d]{2,40}?)?\s+(?:in|on)\s+(?:(?:early|mid|late)[\s-]+)?$",
    re.IGNORECASE,
)
"""When figures were made public, which is not when what they count took place."""
_ISSUED_WORDS = frozenset(
    "public available known published released issued unveiled presented disclosed posted out"
    " appeared completed compiled announced reported revised updated printed circulated"
    " publicized submitted delivered over finalized shared".split()
)
_PRESS = frozenset("press journalists reporters interview statement briefing speech spoke".split())
_THAT = re.compile(r",?\s+that\b")


def of_report(reading: Reading, time: Time) -> bool:
    """Whether a month is that of a report ("in its July 2017 report")."""
    return time.first[1] > 0 and _REPORT_NEXT.match(reading.document.text, time.end) is not None


def said_on(reading: Reading, time: Time) -> bool:
    """Whether a day of the month is one on which something was reported."""
    if time.role != "at":
        return False
    if time.first[0] and _issued(reading, time):
        return True
    if not time.day:
        if _THAT.match(reading.document.text, time.end) is None:
            return False
        lead = reading.between(reading.sentence.start, time.start)
        return _TOLD_IN.search(lead) is not None
    return (
        _SAID.search(reading.between(time.end, min(time.end + _REPORT_REACH, reading.sentence.end)))
        is not None
    )


def _issued(reading: Reading, time: Time) -> bool:
    """Whether a date is that on which figures were published, which are of another time."""
    if _ISSUED_WORDS.isdisjoint(reading.vocabulary):
        return False
    return _ISSUED.search(reading.between(reading.sentence.start, time.start)) is not None


def meets_press(reading: Reading) -> bool:
    """Whether a sentence tells that somebody spoke to the press, whose figures follow."""
    return not _PRESS.isdisjoint(reading.vocabulary)


def told_that(reading: Reading, time: Time) -> bool:
    """Whether a month that opens a sentence is when somebody told what had been done."""
    opening = reading.between(reading.sentence.start, time.start)
    if not (time.first[1] and time.first == time.last and len(opening) < _TOLD_REACH):
        return False
    after = reading.between(time.end, min(time.end + _REPORT_REACH, reading.sentence.end))
    return _TOLD_THAT.search(after) is not None
