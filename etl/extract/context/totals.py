"""What something has done since it began: "The line opened in 2015 has taken 900 calls"."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.extract.context.attach import Attached
from etl.extract.context.expressions import Time
from etl.extract.context.reading import Reading

_HAS = frozenset({"has", "have"})
_BEGAN = re.compile(
    r"\b(?:began|begun|start(?:ed)?|open(?:ed|ing)?|launch(?:ed)?|establish(?:ed|ment)|creat(?:ed|ion)|set\s+up|found(?:ed|ing)"
    r"|form(?:ed|ation)|install(?:ed|ation)|introduc(?:ed|tion)|inaugurat(?:ed|ion)|commissioned|activated|operational|running|operation"
    r"|service|online|signed|concluded|agreed|initiated|instituted|constituted|stood\s+up|built|reopened|incepti?on|begins|came\s+into\s+being)"
    r"\b[^;.\d]{0,40}$",
    re.IGNORECASE,
)
_DONE_SINCE = re.compile(
    r"\b(?:has|have)\s+(?:(?:since(?:\s+then)?|so\s+far|already|thus\s+far|also|together|now|to\s+date|\w+ly|by\s+now)\s+)*"
    r"(?:been\s+(?:\w+ly\s+)?)?(?!(?:been|had|become|increased|decreased|declined|remained|employed|expanded|doubled|tripled"
    r"|dropped|reduced|changed|signed|ratified|numbered|agreed|planned|pledged|promised|needed|limited|called|proposed)\b)"
    r"(?:\w{2,}ed|led|brought|made|taken|sent|held|built|found|bought|paid|won|cost|caught|shut|taught|heard|sold|given|spent"
    r"|drawn|seen|put|run|dealt|gone|helped|broken|cut)\b[^;]*$"
)
_SINCE_THEN = re.compile(
    r"(?:[;,–—]|\band|\bbut)\s+(?:and\s+)?(?:in\s+the\s+(?:years|time)\s+|ever\s+)?since(?:\s+then|\s+that\s+(?:time|year|date))?,?\s[^;]*$"
)
_CUT = re.compile(r";|,\s*(?:while|but|whereas|although|though)\b")


def totalled(reading: Reading, start: int) -> Attached | None:
    """The years since something began, for a number that tells what it has done in all.

    Args:
        reading: The sentence.
        start: Where the number starts.
    """
    if _HAS.isdisjoint(reading.vocabulary) and "since" not in reading.vocabulary:
        return None
    before = [t for t in reading.times if t.end <= start and t.code in {"span", "title"}]
    if not before or not before[-1].first[0] or before[-1].role not in {"at", "since"}:
        return None
    began = before[-1]
    lead = reading.between(reading.sentence.start, began.start)
    after = reading.between(began.end, start)
    if began.first != began.last:
        return None
    if _SINCE_THEN.search(after):
        return Attached(_from_its_year(began), "time_since_event")
    if not _BEGAN.search(lead) or _CUT.search(after) or not _DONE_SINCE.search(after):
        return None
    return Attached(_from_its_year(began), "time_since_event")


def _from_its_year(time: Time) -> Time:
    year = (time.first[0], 0)
    return replace(time, code="span", role="since", first=year, last=year, weak=False)
