"""Which country or part of it a number is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.extract.context.abroad import abroad
from etl.extract.context.areas import AreaMention, only_country
from etl.extract.context.clauses import NEW_CLAUSE, opens_sentence
from etl.extract.context.nations import counts_countries
from etl.extract.context.reading import Reading
from etl.extract.context.scenery import STOP, acts_there, beside, grown
from etl.extract.context.tables import event_indicators, local_indicators, national_indicators
from etl.extract.model import Concept, Quantity

_CLAUSE_ENDS = ("; ", ", while ", ", whereas ")
_KINDS = (
    r"(?:(?:ports?|cit(?:y|ies)|towns?|municipalit(?:y|ies)|provinces?|departments?|districts?"
    r"|states?|regions?|valleys?|islands?)\s+(?:of\s+)?(?:the\s+)?)?"
)
_IN = re.compile(
    r"\b(?:in|at|near|throughout|within|across|around|outside|inside|(?:confined|limited|restricted)\s+to)\s+(?:the\s+)?"
    rf"(?:(?:north|south|east|west|central)\w*\s+)?{_KINDS}$",
    re.IGNORECASE,
)
_KIND_OF = re.compile(rf"(?:\bthe\s+)?{_KINDS}$", re.IGNORECASE)
_JOIN = re.compile(
    rf"\s*(?:,\s*(?:and\s+)?|\band\s+|\bor\s+)(?:in\s+)?(?:the\s+)?{_KINDS}", re.IGNORECASE
)
_SAME_PLACE = re.compile(
    r"\bin (?:the|that|this) (?:province|region|department|state|valley|city|port|area|district)\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"\s*,\s*(?:an?|the|which|where|acting|working|using)\b", re.IGNORECASE)
_AND_FOUND = re.compile(
    r"(?:['’]s\s+(?:[A-ZÀ-Ý][\w’'-]*\s+){1,2}\w+)?(?:,?\s+and|,)\s+(?:\w+ly\s+)?(?:found|discovered|recovered"
    r"|seized|uncovered|confiscated|arrested|detained|intercepted|took|removed|captured)\b[^;]*$"
)
_SOME = re.compile(
    r"\b(?:most(?:ly)?|both|all|each|principally|predominantly|notably|chiefly|mainly|largely|primarily|especially|particularly|in\s+particular"
    r"|the\s+(?:bulk|majority|last|latest|first|largest|biggest)|half|some)\b[^,;]*$",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r",\s+(?:the\s+latter\s+)?(?:an?\s+)?(?:\w+\s+)?(?:reminder|sign|proof|evidence|indication|testimony|reflection|symptom|result)\b"
)
_PART_OF = re.compile(
    r"\b(?:of\s+(?:which|whom|these|those|them)|including|among\s+(?:which|whom|them))\b|:\s",
    re.IGNORECASE,
)
_PRICED = re.compile(r"\s+(?:for|at)\s+(?:[a-z]+\s+){0,4}$")
_BY_THE_WAY = re.compile(
    r"^\s*,\s*(?:acting|working|using|who|which|having|on|with|following|assisted|led|responding|searching|tipped|supported|aided"
    r"|joined|helped|together|along)\b[^;]*?,\s+(?=(?:\w+ly\s+)?(?:\w+ed|found|took|came|made)\b)",
    re.IGNORECASE,
)
_AND_DID = re.compile(
    r"\band\s+(?:\w+ly\s+)?(?=(?:found|discovered|recovered|seized|uncovered|confiscated|arrested|detained|intercepted"
    r"|took|removed|captured|came\s+upon)\b)"
)
_OPENING_DEED = re.compile(
    r"(?:In|During|After|Following)\s+(?:an?|one|the|another|two|three|separate|several)\s+(?:[\w-]+\s+){0,3}"
    r"(?:raid|operation|case|incident|seizure|search|ambush|sweep|inspection|stop|bust|sting)s?\s+"
)
_SEAT = re.compile(
    r",\s*(?:which\s+(?:is|was)\s+)?(?:based|located|headquartered|stationed|living|operating|assigned)\s*$"
)
_WHEN = re.compile(r"\b(?:when|where|after|as)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
_TAKEN_UP = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had)\b)")
_ASIDE = re.compile(r"[A-Z][^,;\d]{0,80},\s+(?:[\w’'-]+\s+){0,3}")
_CLAUSE_NEXT = re.compile(r";|,\s*(?:while|whereas)\s+(?:in\s+)?[A-ZÀ-Ý]")
_EVENT = re.compile(
    r"\w+ed\s*$|\b(?:sold|bought|held|found|caught)\s*$"
    r"|\b(?:stopped|searched|intercepted|raided|inspected|boarded|opened|halted|checked|entered|stormed|examined|scanned|over)"
    r"\s+(?:an?|the|one|two)\s+(?:[\w-]+\s+){1,3}$"
)
_VERB_NEXT = re.compile(
    r"(?:,\s+(?:where|which)\s[^,;]{2,60},)?\s+(?:\w+ly\s+)?[a-z]+\b(?!\s+[A-ZÀ-Ý])"
)
_BODY = re.compile(
    r"(?:[\w’'-]+\s+){0,5}(?P<body>officials|authorities|police|courts?|centers?|clinics?|hospitals?|prisons?|jails?|prosecutors|judges|residents"
    r"|facility|facilities|growers|farmers|patients|laboratory|campus|officers|customs|agents|soldiers|forces|inspectors|patrol|patrols|troops|guards|squad|unit|team"
    r"|detectives|investigators)\s+$",
    re.IGNORECASE,
)


def area_of(
    quantity: Quantity,
    concept: Concept,
    reading: Reading,
    home: str,
    mentions: Sequence[AreaMention],
) -> str:
    """The code of the area that a quantity is about; empty for several countries.

    Args:
        quantity: The number.
        concept: What it measures.
        reading: Its sentence.
        home: Country of the report; empty for a report on many.
        mentions: Places that the sentence names.
    """
    end = max(quantity.end, quantity.mentions_end)
    if counts_countries(concept, reading, end):
        return ""
    if not mentions:
        return home
    if not home:
        return only_country(mentions)
    local = concept.indicator in local_indicators()
    elsewhere = abroad(reading, quantity.start, end, home, mentions) if local else ""
    if elsewhere:
        return elsewhere
    runs = list(_runs(reading, [mention for mention in mentions if mention.kind == "part"]))
    national = concept.indicator in national_indicators()
    made = concept.indicator in event_indicators() and grown(reading, runs, end)
    ways = [_in_paren, beside, _precedes]
    if not national:
        ways[2:2] = [_there, acts_there] if made else [_there, _follows, acts_there]
    for holds in ways:
        for run in runs:
            if holds(reading, run, quantity.start, end):
                return ";".join(sorted(_of_number(reading, run, quantity.start)))
    return home


def _of_number(reading: Reading, run: Sequence[AreaMention], start: int) -> set[str]:
    """The places of a run; of as many numbers "respectively", only the number's own."""
    codes = {mention.code for mention in run}
    after = reading.between(run[-1].end, reading.sentence.end)
    if "respectively" not in after:
        return codes
    places = [n.start for n in reading.numbers if n.start >= run[-1].end]
    alike = len(places) == len(run) and start in places
    return {run[places.index(start)].code} if alike else codes


def _in_paren(reading: Reading, run: Sequence[AreaMention], start: int, end: int) -> bool:
    """Whether a number stands in parentheses right behind the places."""
    return run[-1].end <= start and end > run[0].start and _in_own_paren(reading, run[-1], start)


def _there(reading: Reading, run: Sequence[AreaMention], start: int, end: int) -> bool:
    """Whether "there" takes the places up again before a number of their own."""
    if "there" not in reading.vocabulary or not run[-1].end <= start < end:
        return False
    return _TAKEN_UP.search(reading.document.text, run[-1].end, start) is not None


def _runs(reading: Reading, parts: Sequence[AreaMention]) -> Iterator[list[AreaMention]]:
    """Places joined by commas and "and", each group with nothing else between."""
    run: list[AreaMention] = []
    for part in parts:
        if run and not _JOIN.fullmatch(reading.document.text, run[-1].end, part.start):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _follows(reading: Reading, run: Sequence[AreaMention], start: int, end: int) -> bool:
    """Whether "in" these places stands after the number, in its own clause."""
    first = run[0]
    if first.start < end:
        return False
    inside = _IN.search(reading.between(reading.sentence.start, first.start))
    level = reading.scopes_at(first.start) == reading.scopes_at(start)
    between = reading.between(end, first.start)
    return (
        inside is not None
        and level
        and not (NEW_CLAUSE.search(between) or _SOME.search(between) or _PART_OF.search(between))
        and not _COMMENT.search(between)
    )


def _precedes(reading: Reading, run: Sequence[AreaMention], start: int, end: int) -> bool:
    """Whether the places before a number are those that it is about."""
    first, last = run[0], run[-1]
    if last.end > start or end <= first.start:
        return False
    after = reading.between(last.end, start)
    if after.rstrip().endswith("(") or _in_own_paren(reading, last, start):
        return True
    if _SAME_PLACE.search(reading.between(last.end, reading.sentence.end)):
        return True
    lead = reading.between(reading.sentence.start, first.start)
    inside, kind = _IN.search(lead), _KIND_OF.search(lead)
    opening = inside or kind
    place = reading.sentence.start + opening.start() if opening else first.start
    before = reading.between(reading.sentence.start, place)
    opens = opens_sentence(reading, place) or before.endswith(_CLAUSE_ENDS)
    if opens or _OPENING_DEED.fullmatch(before):
        named = inside is not None or first.typed or _VERB_NEXT.match(after) is not None
        return named and after != " and " and not _CLAUSE_NEXT.search(after)
    return inside is not None and _placed(reading, place, after)


def _placed(reading: Reading, place: int, after: str) -> bool:
    """Whether "in" a place before the number belongs to the number's own event."""
    after = _BY_THE_WAY.sub(" ", after)
    if _APPOSED.match(after):
        return not NEW_CLAUSE.search(after)
    return _PRICED.fullmatch(after) is not None or _by_deed(reading, place, after)


def _by_deed(reading: Reading, place: int, after: str) -> bool:
    """Whether who acted at a place, or what was done there, leads on to the number."""
    if _SEAT.search(reading.between(reading.sentence.start, place)):
        return False
    if _AND_FOUND.match(after):
        return True
    if STOP.search(_AND_DID.sub(" ", after)):
        return False
    before = reading.between(reading.sentence.start, place)
    if _EVENT.search(before):
        return True
    body = _BODY.search(before)
    return body is not None and _acts(reading, before, body)


def _acts(reading: Reading, before: str, body: re.Match[str]) -> bool:
    """Whether a body with its place is the one whose deed a clause tells."""
    opens = opens_sentence(reading, reading.sentence.start + body.start())
    lead = before[: body.start("body")]
    return opens or _WHEN.search(lead) is not None or _ASIDE.fullmatch(lead) is not None


def _in_own_paren(reading: Reading, place: AreaMention, start: int) -> bool:
    return any(
        scope.kind == "paren" and not reading.between(place.end, scope.start).strip()
        for scope in reading.scopes_at(start)
    )
