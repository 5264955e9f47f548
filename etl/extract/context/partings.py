"""What parts a number from a time of its sentence: new clauses, plans, inclusions."""

from __future__ import annotations

import re

from etl.extract.context.expressions import Time
from etl.extract.context.reading import Reading
from etl.extract.context.tense import is_past

_YEAR_BEFORE = frozenset({"previous_year", "last_year"})
_BREAK = re.compile(
    r";|[,–—]\s*(?:while|but|whereas|although|though|compared|bringing|raising|making|increasing"
    r"|lifting|pushing|reducing|on track|on pace)\b|\b(?:that|which|who)\s+will\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
_FOR = re.compile(r"\bfor\s+(?:the\s+)?(?:[A-Z]\w+\s+)?$")
_HAS = re.compile(
    r"\b(?:has|have|there (?:is|are)(?: now)?|operates?|maintains?|consists? of|runs?|employs?"
    r"|offers?|manages?|supports?|includes?"
    r"|(?:is|are) (?:dispensed|available|offered|provided) (?:at|in))\s+"
    r"(?:[\w-]+\s+){0,3}[\w$€£.,-]*$"
)
_RELATIVE = re.compile(r"\b(?:that|which|who)\s+(?:\w+ly\s+)?(?:was|were|\w+ed)\b", re.IGNORECASE)
_NEW_PLAN = re.compile(
    r"(?:;|\b(?:and(?!\s+(?-i:[A-Z])[\w-]+,?\s+(?:is|are|was|were)\s+to\b)|but|although|though|while|yet|which|who|that)\b)[^;]*?\b(?:will|would|plans?|planned|expects?|expected"
    r"|intends?|intended|scheduled|slated|due|hopes?|aims?|projected|promised|(?:is|are|was|were)\s+to|to\s+(?:be|grow|rise|reach))\b",
    re.IGNORECASE,
)
_INCLUDED = re.compile(
    r"\b(?:including|of\s+(?:whom|which|them|these|those)|among\s+(?:whom|which|them))\b[^,;]*?"
    r"\b(?:\w{3,}ed|brought|sent|built|taken|hired|made|held|bought|given|sold|found|begun|spent|paid|lost|caught|cut|shut|left|led|put|kept|drawn|driven|freed|set)\s+(?:[\w’'-]+\s+){0,8}$",
    re.IGNORECASE,
)
_OWN_AMOUNT = re.compile(
    r"\b(?:and|while|but)\s+(?:that|those|the\s+one)\s+(?:of|for|in|from)\s+$|\b(?:the|its|their|that)\s+[$€£]?\d[\d,.]*(?:\s+[\w$]+){0,4}\s*$"
)
_DETERMINERS = ("the", "its", "their")
_DETERMINED = re.compile(
    r"(?<!in\s)(?<!of\s)(?<!for\s)(?<!over\s)(?<!during\s)(?<!throughout\s)(?<!since\s)\b(?:the|its|their)\s+$"
)
_ITS_NUMBER = re.compile(r"\s+(?:[a-z-]+\s+){1,3}(?:of|at)\s+(?:[a-z]+\s+){0,2}[$€£]?\d")
_AND_ELSE = re.compile(
    r"\band\s+(?:(?:together\s+)?they\s+|it\s+)?(?:\w+ly\s+)?(?:had|has|were|was|held|served|[$\d])"
)
_AND_DID = re.compile(
    r"\band\s+(?:(?:it|they)\s+)?(?:\w+ly\s+|also\s+)?(?:\w{2,}ed|took|held|gave|sent|saw|made|found|taught|spent|ran|sold|got|won"
    r"|had|was|were)\b"
)
_HOLDS = re.compile(
    r"\b(?:has|have|there\s+(?:is|are)(?:\s+now)?|operates?|maintains?|runs?|employs?|offers?|manages?|holds|houses|keeps"
    r"|comprises?|consists?\s+of|fields|numbers|provides|contains?|includes?|is\s+staffed\s+by|owns?)\s+"
    r"(?:(?:about|around|some|approximately|roughly|nearly|almost|over|only|just|more|less|fewer|than|at|least|a|an|total|staff"
    r"|capacity|force|of|now|currently)\s+|an?\s+(?:[\w-]+\s+){1,3}of\s+)*[$€£]?[\w.,-]+$"
)
_ORDERED = re.compile(
    r"\b(?:ordered|purchased|bought|promised|pledged|requested|contracted|commissioned|acquired|financed|donated|built)\s+"
    r"(?:[\w’'-]+\s+){0,4}?(?:in|on|during)?\s*$"
)
_DELIVERED = re.compile(
    r"\b(?:received|receives|took\s+(?:delivery|possession)|delivered|arrived|entered\s+service|put\s+into|placed\s+in|got"
    r"|handed\s+over|turned\s+over|transferred|deployed|brought\s+into|lost|retired|scrapped|repaired|refurbished|sold|inaugurated)\b"
)
_ASIDE = re.compile(
    r",[”\"]?\s*(?:(?:\w+\s+of\s+)?(?:which|whom)|who|whose|where|(?:established|created|founded|formed|built|equipped|renovated|opened|launched|inaugurated"
    r"|restructured|reorganized|upgraded|expanded|appointed|trained|vetted|set\s+up|staffed)\b(?![^,]*\b(?:has|have)\b)|the\s+(?:last|first|latest|largest|biggest)\s+of)\b[^,;]*$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:survey|study|census|poll|report|assessment)s?\b", re.IGNORECASE)
_OPERATION = re.compile(
    r"\b(?:operations?|campaigns?|sweeps?|exercises?|raids?|investigations?|crackdowns?|drives?|seizures?|hauls?|case)"
    r"(?:\s+[“\"]?[A-Z][\w’'”\"-]*){0,4}\s*$",
    re.IGNORECASE,
)
"""What was done in the time that an aside gives it ("In Operation X, which ran in May, ...")."""
_MADE_THEN = re.compile(r",\s+(?:\w+ly\s+)?(?:\w+ed|built|bought|begun|made|given)\s+(?:in|on)\s+$")
_IS = re.compile(r",?\s+(?:is|are|remains?|has|have|still|now)\b")
"""What is now, after an aside that tells when it was made ("four boats, bought in 2008, are")."""
_RELATIVES = frozenset({"which", "who", "where"})
_TIMED_ASIDE = re.compile(
    r",\s*(?:which|who|where)\s+(?:as\s+of|in|during|by|until)\s+(?:[\w-]+\s+){0,3}?(?:19|20)\d\d\s[^,;]*$"
)
_SAID_ASIDE = re.compile(
    r",\s+(?:[a-z-]+\s+){0,3}?[$€£]?\d[\d,.]*\s+(?:[a-z-]+\s+){0,3}?(?:in|during|for)\s+$"
)
_MOVED = re.compile(
    r",\s+(?:has\s+|have\s+|had\s+)?(?:since\s+|then\s+|\w+ly\s+)?(?:fell|fallen|rose|risen|grew|grown|dropped|declined|shrank|shrunk|increased"
    r"|decreased|climbed|doubled|tripled|expanded|went|came|reached|swelled|swollen|slipped|sank|jumped|surged|plunged|halved)\b"
)
"""What an amount was, told in an aside, before it moved on ("arrests, 900 in 2017, fell to")."""
_HAD = re.compile(r"\bhad\b")
"""What had been before is told in its own time, not in that of the verb after it."""
_TURNS = re.compile(
    r"(?:;|[,–—]\s*(?:while|whereas|but|although|though)\b"
    r"|,\s+and\s+(?=(?:it\s+|they\s+)?(?:now\s+|currently\s+)?(?:has|have|is|are|employs?|operates?|maintains?|runs?)\s"
    r"(?!(?:since|also\s+)?\w+ed\b))"
    r"|\s+and\s+(?=(?:(?:it|they)\s+)?(?:now\s+|currently\s+|today\s+)?(?:has|have|employs?|operates?|maintains?|runs?|numbers|houses|serves)\s"
    r"(?:(?:a|an|about|some|nearly|over|only|staff|of|total|more|than|around|roughly|at|least|approximately|almost|just)\s+){0,3}$))"
)
_SERVING = re.compile(
    r",\s+and\s+(?:(?:about|some|over|nearly|another|a\s+further|the)\s+)?[$\d\w][\w,.]*\s+[^;]{2,90}?\b(?:was|were|had|remained)\s+(?:\w+ing|in|on|under|awaiting|still|held|left|pending)\b"
)
"""A statement of what there was behind one of what was done ("..., and 9 men were in jail on")."""
_STILL = re.compile(
    r"[\w$.,-]+\s+(?:[\w-]+\s+){0,4}?(?:(?:is|are|remains?)\s+(?:still|now|currently|today)|(?:still|now|currently)\s+\w+|remains?)\b"
)
_WHERE = re.compile(
    r",\s*(?:where|whose)\b[^;]*(?<!was)(?<!were)(?<!been)(?<!had)\s+(?:\w+ed|built|given|bought|sent)\s+(?:[\w’'-]+\s+){0,4}?$"
)
_SOME_OF = re.compile(
    r"\b(?:some|many|most|several|all|a few|\d+|one|two|three)"
    r"(?:\s+of\s+(?:them|these|those|which|whom))?\s*$"
)
_CITES = re.compile(r"\b(?:according\s+to|as\s+per|based\s+on)\b[^,;]*$", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:is|are|has|have|(?:believ|estimat|think|put|say|speak|claim|assess|consider|suspect|suggest)e?s)\b"
)
_LEAD = re.compile(
    r"(?:^|[,;:–—]|\b(?:and|while|but|although|whereas|that|when|which|who|where|whose))\s*"
    r"(?:(?:in|on|during|for|between|from|over|at|throughout|within|by|since|through|as of)\s+)?"
    r"(?:(?:all\s+of|the|calendar\s+year|fiscal\s+year|just|also)\s+)*$",
    re.IGNORECASE,
)


def shares(reading: Reading, end: int, time: Time) -> bool:
    """Whether a time at the end of a list holds for its earlier numbers too."""
    between = reading.between(end, time.start)
    if parted(reading, end, time) or _FOR.search(between) or _two_clauses(between):
        return False
    if time.code in _YEAR_BEFORE and _RELATIVE.search(between):
        return False
    return not (leads(reading, time) and number_after(reading, time))


def parted(reading: Reading, end: int, time: Time) -> bool:
    """Whether a new statement begins between a number and a time after it."""
    between = reading.between(end, time.start)
    if _OWN_AMOUNT.search(between) or _names_amount(reading, time):
        return True
    if _WHERE.search(between) or (time.role == "since" and _SOME_OF.search(between)):
        return True
    if _BREAK.search(between) or _NEW_PLAN.search(between) or _INCLUDED.search(between):
        return True
    if (
        _was_made(reading, between, time)
        or _timed_apart(reading, end, between)
        or (time.day and _SERVING.search(between) is not None)
        or _holds_now(reading, end, between)
        or _ordered(reading, end, between)
    ):
        return True
    has = _HAS.search(reading.document.text, reading.sentence.start, end)
    if has is not None and time.role == "until" and _AND_ELSE.search(between):
        return True
    return has is not None and _RELATIVE.search(between) is not None


def _was_made(reading: Reading, between: str, time: Time) -> bool:
    """Whether an aside tells when what there is now was made."""
    made = _MADE_THEN.search(between) is not None
    return made and _IS.match(reading.document.text, time.end) is not None


def _timed_apart(reading: Reading, end: int, between: str) -> bool:
    """Whether a number stands in an aside that opens with a time of its own."""
    if "," not in between or _RELATIVES.isdisjoint(reading.vocabulary):
        return False
    return _TIMED_ASIDE.search(reading.document.text, reading.sentence.start, end) is not None


def _holds_now(reading: Reading, end: int, between: str) -> bool:
    """Whether a number is of what there is, and what was done follows with its own time."""
    if _AND_DID.search(between) is None:
        return False
    return _HOLDS.search(reading.document.text, reading.sentence.start, end) is not None


def _ordered(reading: Reading, end: int, between: str) -> bool:
    """Whether a time is that of an order, and the number's own verb tells of the delivery."""
    if _ORDERED.search(between) is None:
        return False
    return _DELIVERED.search(reading.document.text, reading.sentence.start, end) is not None


def in_aside(reading: Reading, time: Time, start: int) -> bool:
    """Whether a time before a number stands in a clause that is closed by then.

    "The unit, which was founded in 2014, seized 12 kg" says nothing of when.
    """
    if _SAID_ASIDE.search(reading.document.text, reading.sentence.start, time.start):
        moved = _MOVED.match(reading.document.text, time.end, reading.sentence.end)
        if moved is not None and moved.end() <= start:
            return True
    opened = _ASIDE.search(reading.between(reading.sentence.start, time.start))
    if opened is None or _ASKED.search(opened.string, 0, opened.start()):
        return False
    if _OPERATION.search(opened.string, 0, opened.start()) and not _HAD.search(opened.group()):
        return False
    return "," in reading.between(time.end, start)


def _names_amount(reading: Reading, time: Time) -> bool:
    """Whether a time is part of a name for another amount ("the 2015 total of 20")."""
    lead = reading.between(max(reading.sentence.start, time.start - 24), time.start)
    return (
        lead.rstrip().endswith(_DETERMINERS)
        and _DETERMINED.search(lead) is not None
        and _ITS_NUMBER.match(reading.document.text, time.end, reading.sentence.end) is not None
    )


def _two_clauses(between: str) -> bool:
    """Whether ", and" parts two statements, each with its verb."""
    left, sign, right = between.rpartition(", and ")
    return bool(sign) and _FINITE.search(left) is not None and is_past(right)


def turns_to_now(reading: Reading, lead: Time, start: int) -> bool:
    """Whether a clause of the present begins between a time of the past and a number."""
    if _CITES.search(reading.between(reading.sentence.start, lead.start)):
        return False
    if _STILL.match(reading.document.text, start, reading.sentence.end):
        return True
    turns = list(_TURNS.finditer(reading.document.text, lead.end, start))
    if not turns:
        return False
    clause = reading.between(turns[-1].end(), reading.sentence.end)
    said = reading.between(turns[-1].end(), start)
    return _NOW.search(said) is not None and not is_past(clause)


def leads(reading: Reading, time: Time) -> bool:
    """Whether a time opens a clause ("..., and in 2017, ...")."""
    return _LEAD.search(reading.between(reading.sentence.start, time.start)) is not None


def number_after(reading: Reading, time: Time) -> bool:
    """Whether a number stands between a time and the next one."""
    later = [t.start for t in reading.times if t.start >= time.end]
    limit = later[0] if later else reading.sentence.end
    return any(time.end <= n.start < limit for n in reading.numbers)
