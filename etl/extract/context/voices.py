"""By which words a sentence lets somebody speak, and points back at who spoke before."""

from __future__ import annotations

import re
from functools import cache

from etl.extract.context.agencies import attributions
from etl.extract.context.alternatives import alternation
from etl.extract.context.citing import cites
from etl.extract.context.reading import Reading
from etl.extract.context.scene import Actor
from etl.extract.context.starts import Starting
from etl.extract.context.subjects import is_adjunct
from etl.extract.view import vocabulary

_CITE = 70
_CLOSE = 24
_LINKS = frozenset({"from", "by", "of", "and"})
_OF_SURVEY = Starting(re.compile(r"\bthe (?:survey|study|report)\b", re.IGNORECASE), ("the",))
_OF_SUPPORT = re.compile(r"(?:support|assistance|as part of (?:the|this))\b", re.IGNORECASE)
_OPENING = (
    r"^(?:(?:In|On|During|By|Over|Between|From|Since|As|Through|Within|At|With|Having"
    r"|Despite|According\s+to)\b[^;.]{0,60}?,?\s)?"
)
_OWN_DATA = (
    r"\b(?:its|their|the\s+(?:agency|ministry|bureau|institute|council|commission|office)[’']s)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:survey|study|studies|poll|census|figures|statistics|data|records|estimates?|reports?|bulletin)\b"
)
_SAME_SOURCE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+same\s+(?:source|report|survey|study|data|statistics|agency|document|figures|bulletin)\b"
    r"|^(?:The|These|Those|Such)\s+(?:figures|statistics|data|numbers|records|findings|results|tallies)\b"
    r"|^Th(?:is|at)\s+(?:source|tally|count|estimate|survey|study|report|register|database)\b",
)
_AGAIN = (
    r"also|other|another|additional|further|remaining|remainder|same|corresponding|of\s+(?:this|that|these|those"
    r"|them|which|the\s+(?:total|latter|former|\d[\d,.]*))|among\s+(?:these|those|them|the)"
    r"|in\s+addition|in\s+(?:all|total)|all\s+told|altogether|moreover|furthermore|additionally|similarly|likewise"
    r"|these|those|thus|nonetheless|on\s+the\s+other\s+hand|combined|this\s+(?:was|is|total|amount|figure)"
)
_POINTS_BACK = re.compile(
    r"^(?:.{0,40}?,\s)?(?:this|the)\s+(?:\w+\s+)?(?:unit|team|council|department|agency|commission"
    r"|force|directorate|office|ministry|case|survey|study|report|bureau|service|secretariat)\b"
    rf"|(?i:{_OPENING}(?:it|they|its|their)\b(?!\s+(?:was|is|has\s+been)\b))|\bthe agency[’']s\b"
    r"|^this (?:included|brought|represents?)\b|\b(?:reportedly|the survey)\b"
    r"|^(?:support|assistance|as part of (?:the|this))\b"
    r"|^(?:these|overall|another|of the)\b"
    r"|^th(?:is|at)\s+(?:was|is|compare[sd]|represent(?:s|ed)|marks|marked|exceed(?:s|ed)|includes|brings)\b"
    r"|^the\s+(?:(?:19|20)\d\d\s+(?:figure|total|number)s?|(?:previous|prior|preceding)\s+year|year\s+before"
    r"|figure)\b|^.{0,40}?\bof (?:these|those|them|which)\b",
    re.IGNORECASE,
)
_TELLS_MORE = re.compile(
    rf"(?i:according\s+to\s+|^(?:in|by|per|from)\s+|^){_OWN_DATA}"
    r"|,\s(?:he|she|they|it|[A-Z][\w’-]+)\s(?:said|asserted|claimed|stated|reported|added|noted|maintained|announced|declared|explained"
    r"|insisted|contended|affirmed|told\s+\w+),"
    r"|^The\s+(?:latest|last|most\s+recent|first|second|third|next),?\s[^.;]{0,60}?\b(?:found|showed|put)\b"
)
_GOES_ON = re.compile(
    rf"\b(?:{_AGAIN})\b|^(?:most|the\s+bulk|half|part)\s+of\s+(?:it|them|this)\b", re.IGNORECASE
)
_MEN = frozenset(
    "officers agents inspectors investigators detectives personnel troops patrols police"
    " soldiers crews teams eradicators workers brigades staff divers".split()
)
_OWN_MEN = re.compile(
    r"^(?:(?:In|On|During|By|Over|Between|From|Since|Through)\b[^;.,]{0,60}?,\s)?"
    r"(?:its\s+|their\s+|the\s+)?(?:officers|agents|inspectors|investigators|detectives"
    r"|personnel|troops|patrols|(?:(?:field|ground|eradication|search)\s+)?(?:crews|teams|workers|brigades|staff)|eradicators|(?:police|soldiers)\s+(?:also|further|additionally))\b",
    re.IGNORECASE,
)


@cache
def _words(code: str) -> str:
    return alternation(attributions(code))


@cache
def _openers(code: str) -> frozenset[str]:
    """The words that such words begin with."""
    return frozenset(cue.split()[0] for cue in attributions(code))


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(
        r"\)?(?:['’]s)?(?:\s*\([^)]*\))?(?:,[^,]{2,140},)?"
        r"(?:\s+and\s+(?:(?:[A-Z][\w’'.-]*|of|the)\s+){1,7})?"
        rf"\s*(?:[\w’'.-]+\s+){{0,4}}?(?i:{_words('reports')})\b"
    )


@cache
def _data() -> re.Pattern[str]:
    return re.compile(
        rf"(?:['’]s)?\s+(?:(?!(?:on|in|with|for|at|to|by|under|during|through|from|and)\b)[\w’'.-]+\s+){{0,5}}?"
        rf"(?:{_words('data')})\b",
        re.IGNORECASE,
    )


@cache
def _data_of() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{_words('data')})\s+(?:\w+\s+)?(?:from|by|of)\s+(?:the\s+)?(?:(?:[A-Z][\w’'-]+\s+){{1,4}}(?:of|and)\s+(?:the\s+)?)?$"
        rf"|\b(?:{_words('data')})\b[^;.]{{0,60}}?\s(?:provided|published|released|conducted|compiled"
        r"|collected|produced|issued|gathered|supplied|furnished|prepared|commissioned|done"
        r"|carried\s+out|undertaken|made(?:\s+\w+)?|kept|maintained|cited|quoted)\s+(?:\w+ly\s+)?by\s+(?:the\s+)?(?:[^;.]{0,40}\s(?:of|and)\s+(?:the\s+)?)?$"
        r"|\b(?:put|placed|set|pegged|estimated|assessed|valued|reported|counted|recorded|measured"
        r"|calculated|gauged|reckoned|registered|tallied|confirmed|verified|announced|given|quoted)"
        r"\s+by\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


@cache
def _said_again() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[\w’'.-]+\s+){{1,3}}?(?:also\s+|further\s+)?(?:{_words('reports')})\b", re.IGNORECASE
    )


@cache
def _unnamed() -> re.Pattern[str]:
    return re.compile(
        r"(?:the\s+)?(?:law enforcement|police|authorities|officials|customs|prosecutors"
        r"|(?:security|armed|public)\s+forces|military|army)"
        rf"(?:\s+(?:agencies|officials|sources|authorities))?\s+(?:also\s+)?(?:{_words('reports')})\b",
        re.IGNORECASE,
    )


@cache
def _says() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:has\s+|have\s+)?(?:{_words('reports')}|maintains|insists|holds|adds|argues)(?=\s+(?:in|on|at)\b|[.;]|$)"
    )


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*\([^)]*\))?\s+(?:{_words('copula')})\b", re.IGNORECASE)


def with_voice(text: str, start: int, end: int, actor: Actor) -> Actor:
    """An actor of the sentence `text[start:end]`, with the part it has there."""
    adjunct = is_adjunct(text, start, actor)
    words = vocabulary(text, start, end)
    speaks = _speaks(text, start, actor, words, adjunct=adjunct)
    cited = cites(text, start, actor)
    return Actor(actor.start, actor.end, actor.code, actor.kind, cited, speaks, adjunct)


def _speaks(text: str, start: int, actor: Actor, words: frozenset[str], *, adjunct: bool) -> bool:
    """Whether an actor reports, or is the one whose survey or data are told of."""
    before = max(start, actor.start - _CITE)
    told = not _openers("data").isdisjoint(words)
    owns = told and actor.kind != "country" and _data().match(text, actor.end) is not None
    if owns or (_is_led(text, before, actor) and _data_of().search(text, before, actor.start)):
        return True
    if adjunct or _openers("reports").isdisjoint(words):
        return False
    return _reports().match(text, actor.end) is not None


def _is_led(text: str, start: int, actor: Actor) -> bool:
    """Whether one of the words that let data be somebody's stands right before an actor."""
    words = text[max(start, actor.start - _CLOSE) : actor.start].lower().split()
    last = words[-2:-1] if words[-1:] == ["the"] else words[-1:]
    return not _LINKS.isdisjoint(last)


def speaks_last(text: str, start: int, actor: Actor) -> bool:
    """Whether an actor is named behind what it says (", the ministry said")."""
    behind = text[start : actor.start].rstrip().removesuffix("the").rstrip().endswith(",")
    return behind and _says().match(text, actor.end) is not None


def only_is(text: str, actor: Actor) -> bool:
    """Whether an actor only is or has something, and does nothing."""
    return _copula().match(text, actor.end) is not None


def told_before(text: str, start: int, subject: Actor) -> bool:
    """Whether somebody unknown to the lexicon speaks before `subject` ("She claimed that ...")."""
    told = _said_again().match(text, start)
    return told is not None and told.end() <= subject.start


def points_back(reading: Reading) -> bool:
    """Whether a sentence speaks of the one that the sentence before named."""
    if "points_back" not in reading.memo:
        text = reading.between(reading.sentence.start, reading.sentence.end)
        reading.memo["points_back"] = _POINTS_BACK.search(text) is not None
    return reading.memo["points_back"]


def tells_more(reading: Reading) -> bool:
    """Whether a sentence quotes the data of the one named before ("according to its survey")."""
    if "tells_more" not in reading.memo:
        text = reading.between(reading.sentence.start, reading.sentence.end)
        reading.memo["tells_more"] = _TELLS_MORE.search(text) is not None
    return reading.memo["tells_more"]


def same_source(reading: Reading) -> bool:
    """Whether a sentence goes on with the source that was named ("the same source")."""
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _SAME_SOURCE.search(text) is not None


def goes_on(reading: Reading) -> bool:
    """Whether a sentence adds to what the one before counted ("also", "other", "of this")."""
    if "goes_on" not in reading.memo:
        text = reading.between(reading.sentence.start, reading.sentence.end)
        reading.memo["goes_on"] = _GOES_ON.search(text) is not None
    return reading.memo["goes_on"]


def own_men(reading: Reading) -> bool:
    """Whether a sentence opens with the men of an agency that was named ("Officers ...")."""
    if _MEN.isdisjoint(reading.vocabulary):
        return False
    text = reading.between(reading.sentence.start, reading.sentence.end)
    return _OWN_MEN.search(text) is not None


def says_again(reading: Reading) -> bool:
    """Whether a sentence opens with somebody who goes on reporting ("She also claimed")."""
    told = _said_again().match(reading.document.text, reading.sentence.start)
    return told is not None and "also" in told.group().lower().split()


def of_survey(reading: Reading) -> bool:
    """Whether a sentence goes on with the survey that was spoken of."""
    return any(reading.found(_OF_SURVEY))


def of_support(reading: Reading) -> bool:
    """Whether a sentence goes on with support that was spoken of."""
    return _OF_SUPPORT.match(reading.document.text, reading.sentence.start) is not None


def unnamed_reports(reading: Reading) -> bool:
    """Whether a sentence opens with a force of no named country that reports."""
    return _unnamed().match(reading.document.text, reading.sentence.start) is not None
