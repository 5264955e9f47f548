"""Who gives and who receives: aid, equipment and training."""

from __future__ import annotations

import re

from etl.extract.context.reading import Reading

_US = r"(?:U\.S\.|United\s+States|American)"
_GIVES = re.compile(
    rf"\b{_US}(?:\s+government)?-(?:\w+-)?(?:funded|sponsored|financed|led)\b"
    rf"|\b(?:with|through|under|by|from|via|thanks\s+to|using)\s+(?:\w+\s+)?{_US}\s+(?:\w+\s+)?"
    r"(?:support|assistance|funding|funds|help|aid|grants?|sponsorship|financing|money|training)\b"
    r"|\b(?:received|given|obtained|accepted|donated|provided|supplied|granted|sponsored|funded|financed"
    r"|delivered|handed\s+over|turned\s+over|paid\s+for|offered|conducted|taught|led|trained)\b[^.;]{0,80}?"
    rf"\b(?:from|by)\s+(?:the\s+)?{_US}"
    r"|\bInternational\s+Law\s+Enforcement\s+Academy\b|\bILEA\b"
    rf"|\b{_US}\s+(?:[\w-]+\s+){{0,2}}?(?:agencies|advisors?|advisers?|trainers?|instructors?|experts?|mentors?"
    r"|specialists|personnel|officials|agents|partners|law\s+enforcement)\s+(?:\w+ly\s+|also\s+|have\s+|has\s+)?"
    r"(?:trained|taught|gave|provided|donated|delivered|supplied|conducted|held|led|instructed|mentored"
    r"|organized|hosted|sponsored|ran|offered|funded|turned|handed|presented|equipped|coached)\b",
    re.IGNORECASE,
)
_RECEIVES = re.compile(
    r"\b(?:received|receives|receive|obtained|accepted|acquired|attended|took\s+(?:part|courses|delivery|possession)"
    r"|participated|benefit\w*|(?:was|were|been|being)\s+(?:\w+\s+)?(?:given|provided|donated|supplied|trained"
    r"|equipped|taught|handed|delivered|presented|granted))\b"
)


def gives(reading: Reading) -> bool:
    """Whether a sentence names the United States as who gives, pays for or teaches."""
    if "gives" not in reading.memo:
        text = reading.between(reading.sentence.start, reading.sentence.end)
        reading.memo["gives"] = _GIVES.search(text) is not None
    return reading.memo["gives"]


def receives(reading: Reading) -> bool:
    """Whether a sentence tells of what somebody is given or taught."""
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _RECEIVES.search(text) is not None
