"""Who gives and who receives: aid, equipment and training."""

from __future__ import annotations

import re

from etl.extract.context.reading import Reading

GIVEN = frozenset(
    {"foreign_assistance", "equipment_donated", "personnel_trained", "training_events"}
)
"""What a donor gives, whoever is the subject of the sentence."""

FUNDED = GIVEN | {
    "prevention_participants",
    "treatment_admissions",
    "alternative_development_families",
    "alternative_crops_area",
}
"""What is the doing of who pays for it, where nobody else is said to do it."""

_US = r"(?:U\.S\.|United\s+States(?:[’']s?)?|American|USAID|INL)"
_AID = (
    r"(?:support|assistance|funding|funds|help|aid|grants?|sponsorship|financing|money|training|auspices"
    r"|programs?|programming|projects?|cooperation|donations?|contributions?|advisors?|advisers?"
    r"|instructors?|trainers?|mentors?|experts|counterparts)"
)
_PAID = (
    r"(?:funded|sponsored|financed|supported|backed|led|provided|built|developed|run"
    r"|organized|paid)"
)
_TEACHES = (
    r"(?:trained|taught|gave|provided|donated|delivered|supplied|conducted|held|led|instructed|mentored|organized"
    r"|hosted|sponsored|ran|offered|funded|financed|turned|handed|presented|equipped|coached|sent|bought"
    r"|purchased|procured|furnished|refurbished|renovated|paid|built|invited)"
)
_INITIATIVES = (
    r"\b(?:Central\s+America(?:n)?\s+Regional|Caribbean\s+Basin)\s+Security\s+Initiative\b|\bCARSI\b|\bCBSI\b"
    r"|\bM[eé]rida\s+Initiative\b|\bInternational\s+Law\s+Enforcement\s+Academy\b|\bILEA\b"
)
_GIVES = re.compile(
    rf"\b{_US}(?:\s+government)?-(?:\w+-)?{_PAID}\b"
    rf"|\b(?:with|through|under|by|from|via|thanks\s+to|using|in)\s+(?:\w+\s+)?{_US}\s+(?:[\w-]+\s+)?{_AID}\b"
    r"|\b(?:received|given|obtained|accepted|donated|provided|supplied|granted|sponsored|funded|financed"
    r"|delivered|handed\s+over|turned\s+over|paid\s+for|offered|conducted|taught|led|trained|developed)\b[^.;]{0,80}?"
    rf"\b(?:from|by|with)\s+(?:the\s+)?{_US}"
    rf"|{_INITIATIVES}"
    rf"|\b{_US}\s+(?:[\w-]+\s+){{0,2}}?(?:agencies|advisors?|advisers?|trainers?|instructors?|experts?|mentors?"
    r"|specialists|personnel|officials|agents|partners|law\s+enforcement|navy|army|military|forces|funds|money|assistance|support|aid|grants?)"
    rf"\s+(?:\w+ly\s+|also\s+|have\s+|has\s+)?{_TEACHES}\b"
    rf"|\bthe\s+embassy\s+(?:also\s+|has\s+)?{_TEACHES}\b"
    r"|\b(?:attended|completed|took|received|participated|trained|studied|underwent)\b[^.;]{0,60}?"
    r"\bin\s+the\s+United\s+States\b",
    re.IGNORECASE,
)
_GIVEN_BY = re.compile(
    r"\b(?:donated|provided|given|supplied|funded|financed|sponsored|paid\s+for|delivered|conducted|taught|led)\s+"
    rf"(?:\w+\s+)?by\s+(?:the\s+)?{_US}",
    re.IGNORECASE,
)
_AIDS = re.compile(
    rf"\b{_US}\s+(?:[\w-]+\s+){{0,2}}?(?:support|assistance|aid|funding|funds|grants?|contributions?|money)\b"
    rf"|\b{_US}(?:\s+government)?-(?:\w+-)?{_PAID}\b|{_INITIATIVES}",
    re.IGNORECASE,
)
_FUNDED = re.compile(
    rf"\b{_US}(?:\s+government)?-(?:\w+-)?(?:funded|supported|sponsored|financed|backed)\b"
    rf"|\b(?:with|through|under|by|thanks\s+to)\s+(?:\w+\s+)?{_US}\s+(?:[\w-]+\s+)?"
    r"(?:support|assistance|funding|funds|aid|grants?|sponsorship|financing|money|auspices)\b",
    re.IGNORECASE,
)
_TEACHING = re.compile(rf"\b{_TEACHES}\b", re.IGNORECASE)
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


def given_by(reading: Reading) -> bool:
    """Whether a sentence says that the United States gave, paid for or taught it."""
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _GIVEN_BY.search(text) is not None


def aids(reading: Reading) -> bool:
    """Whether a sentence tells of aid of the United States, as subject or as what is spent."""
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _AIDS.search(text) is not None


def funded_before(reading: Reading, place: int) -> bool:
    """Whether what stands before `place` is paid for by the United States."""
    return _FUNDED.search(reading.between(reading.sentence.start, place)) is not None


def teaches(reading: Reading) -> bool:
    """Whether a sentence holds a verb of giving or teaching."""
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _TEACHING.search(text) is not None


def receives(reading: Reading) -> bool:
    """Whether a sentence tells of what somebody is given or taught."""
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _RECEIVES.search(text) is not None
