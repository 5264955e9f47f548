"""How English prose writes dates: the pattern that finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.context.starts import Starting
from etl.extract.view import tokens, vocabulary

MONTHS = (
    "january february march april may june july august september october november december".split()
)
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
COUNTS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
MONTH_END = 28
"""From this day on a stretch that ends holds all of its last month, and none of its first."""

PARTS = {"half": 6, "semester": 6, "trimester": 4, "quarter": 3, "month": 1}

_Y = r"(?:19|20)\d\d"
_M = rf"(?:{'|'.join(month.title() for month in MONTHS)}|(?:{_SHORT})\b\.?)"
_D = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|,\d|\.\d)"
_N = rf"(?:\d{{1,2}}|{'|'.join(COUNTS)})"
_TO = (
    r"\s?(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b|\bthru\b|\band\b)\s?(?:the\s+end\s+of\s+)?"
)
_EARLY = r"(?:(?:early|mid|late)[\s-]+|the\s+(?:end|beginning|start|middle)\s+of\s+)?"
_YEAR_WORD = r"(?:(?:calendar|fiscal)\s+year\s+|CY\s?|FY\s?)"

_DATE = re.compile(
    rf"""(?<![\w$€£.,/#-])(?:
      (?P<ending>(?:(?P<ec>{_N})[\s-]+months?(?:\s+(?:period|span))?|(?P<eyear>(?:fiscal\s+|reporting\s+|financial\s+)?year))
        (?:\s+(?:that|which))?\s+(?:(?:up\s+|running\s+)?to|through|(?:end|clos)(?:ing|ed|s)(?:\s+(?:in|on|with|at))?)\s+
        (?:the\s+end\s+of\s+)?(?:(?P<ed1>{_D})\s+)?(?P<em>{_M})(?:\s+(?P<ed2>{_D}))?,?\s+(?P<ey>{_Y}))
    | (?P<part>(?:(?P<which>(?i:first|second|third|fourth|last|final|initial))\s+)?
        (?:(?P<count>{_N})[\s-]+)?(?P<unit>month|quarter|half|semester|trimester)s?
        (?:\s+(?:period\s+)?(?:of|in)\s+(?:{_YEAR_WORD}?(?P<part_year>{_Y})
          |(?P<part_open>(?:the|this|that)\s+(?:(?:same|calendar|fiscal|current)\s+)?year)\b))?)
    | (?P<months>{_EARLY}(?P<m1>{_M})(?:\s+{_D})?(?:,?\s+(?P<y1>{_Y}),?)?{_TO}
        {_EARLY}(?P<m2>{_M})(?:\s+{_D})?(?:,?\s+(?:of\s+)?(?P<y2>{_Y}))?)
    | (?P<days>{_D}\s+(?P<dm1>{_M})(?:,?\s+(?P<dy1>{_Y}))?{_TO}
        {_D}\s+(?P<dm2>{_M})(?:,?\s+(?P<dy2>{_Y}))?)
    | (?P<date>{_EARLY}(?:(?P<day1>{_D})\s+(?:of\s+)?)?(?P<month>{_M})
        (?:\s+(?P<day2>{_D})(?:{_TO}{_D})?)?(?:,?\s+(?:of\s+)?(?P<year>{_Y})(?![\d-])|\s+of\s+(?P<day_open>(?:the\s+same|that|the|this)\s+year\b))?)
    | (?P<mixed>(?i:between|from)\s+(?P<xy>{_Y})
        {_TO}{_EARLY}(?P<xm>{_M})(?:\s+{_D})?,?\s+(?P<xz>{_Y}))
    | (?P<until_year>(?i:between|from)\s+(?P<um>{_M})(?:\s+{_D})?,?\s+(?P<uy>{_Y})
        {_TO}(?P<uz>{_Y})(?![\d-]))
    | (?P<years>(?:(?i:between|from)\s+)?{_YEAR_WORD}?(?P<ya>{_Y})
        (?:(?:\s?[-–—/]\s?|\s(?:to|through|until|and|or)\s){_YEAR_WORD}?(?P<yb>{_Y})
          |[-–/](?P<yc>\d\d))(?![\d-]|[.,]\d))
    | (?P<short>(?P<qk>[QH])(?P<qn>[1-4])\s+(?:of\s+)?(?P<qy>{_Y}))
    | (?P<fiscal>{_YEAR_WORD}['’]?(?P<fy>{_Y}|\d\d)(?!\d))
    | (?P<plain>{_EARLY}(?P<y>{_Y})(?![\d$%]|,\d|\.\d|-\w{{2,}}-|\s?percent\b))
    )""",
    re.VERBOSE,
)
_STARTS = (
    *MONTHS,
    *_SHORT.lower().replace("sept?", "sep|sept").split("|"),
    *COUNTS,
    *"fiscal reporting financial calendar year cy fy q h early mid late between from".split(),
    *"first second third fourth last final initial".split(),
    *(unit + plural for unit in PARTS for plural in ("", "s")),
)
_ENDS = frozenset({"end", "beginning", "start", "middle"})


def _may_be_dated(number: str) -> bool:
    """Whether a number in digits may be a day, a count of months or a year."""
    return len(number) <= len("31") or (len(number) == len("2017") and number[:2] in {"19", "20"})


_PLAIN = Starting(_DATE, _STARTS, numbers=_may_be_dated)
_WITH_ENDS = Starting(_DATE, (*_STARTS, "the"), numbers=_may_be_dated)
"""With "the end of 2017" and the like, of which "the" alone gives no hint."""


def dates_in(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of the pattern of dates in `text[start:end]`, left to right."""
    words = tokens(text, start, end)
    plain = _ENDS.isdisjoint(vocabulary(text, start, end))
    return (_PLAIN if plain else _WITH_ENDS).all(words, text, start, end)


UNIT_NEXT = re.compile(
    r"\s(?:kg|kilograms?|kilos?|ha|hectares?|MT|tons?|metric|grams?|lit(?:er|re)s?|tablets?|pills?"
    r"|people|persons|cases|arrests|officers|plants|families|students)\b"
)
MONTH_LEAD = re.compile(
    r"(?:\b(?:in|on|since|through|until|by|of|during|from|between|before|after|to|and|last|this"
    r"|next|early|mid|late|the|an?|every|for|till|over|at|around|through)[\s-]|[(,–—])\s*$",
    re.IGNORECASE,
)
