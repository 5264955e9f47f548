"""The lexicon of who counts, and the abbreviations that a document explains."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from etl.documents.model import Document
from etl.extract.context.alternatives import alternation
from etl.extract.lexicon import load

_SHORT = r"[A-Z][A-Za-z/&-]{0,12}[A-Z]|[A-Z]{2,}[a-z]{1,3}"
_EXPLAINED = re.compile(
    rf"\((?:[^()\s]+\s)?[“\"]?(?P<short>{_SHORT})[”\"]?\)(?:\s+(?P<kind>[a-z]+))?"
)
_BOUND = re.compile(r"[^\w’'.\s-]")
_LONGEST_NAME = 14
_KEPT_NAMES = 4096
_REACH = 150
_HEAD_TAIL = re.compile(
    r"(?:['’]s?)?(?:$|\s+(?:of|for|to|against|on|de|del|in|and|under)\b)", re.IGNORECASE
)
_OFFICES = frozenset({"attorney general", "minister", "secretary", "prosecutor", "commissioner"})
_NOT_FIRST = frozenset({"police", "customs", "navy", "army", "guard"})
_OFFICE_OF = re.compile(
    r"\b(?:Ministry|Department|Directorate|Office|Bureau|Secretariat|Institute|Council|Commission|Center|Centre)"
    r"\s+(?:of|for)\s[\w\s,’'-]*?(?:Education|Training|Law|Courts|Operations|Prevention)$"
)
"""What is called by its subject, though the subject alone would be a thing."""
_FOUGHT = frozenset({"armed group", "gang", "trafficking organization"})
_DOES = re.compile(
    rf"\b(?P<short>{_SHORT})"
    r"(?:['’]s\s+(?:annual|latest|most recent|own)"
    r"|\s+(?:also\s+|has\s+|have\s+|\w+ly\s+)?(?:reported|reports|estimates?|estimated|seized|arrested|employs|leads|oversees|operates|maintains|conducts|conducted|runs"
    r"|coordinates|manages|said|announced|is\s+responsible|surveys|investigates|enforces|detained|figures"
    r"|statistics|data|officers|agents|officials|detectives))\b"
)
WITH_COMMAS = re.compile(
    r"\b(?:Ministry|Department|Secretariat|Directorate|Office|Bureau|Agency|Institute|Council|Commission|Service)"
    r"\s(?:of|for|on|to)\s(?:(?:[A-Z][\w’'-]*|of|for|the|and|on|against),?\s+){2,12}\($"
)
"""The name of an agency that holds commas, up to the parenthesis of its abbreviation."""
_NAME_WORDS = re.compile(
    r"(?:(?:of|the|for|and|to|against|on|de|y|del|la|e|da)\s+|[A-ZÀ-Ý][\w’'.-]*\s+)+$"
)


@dataclass(frozen=True, slots=True)
class Organization:
    """A name and the code of the organization; no code for voices that are none."""

    cue: str
    code: str
    example: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word and what it does in naming or quoting an agency."""

    cue: str
    code: str
    example: str


@dataclass(frozen=True, slots=True)
class NoAgency:
    """An abbreviation that is no agency's."""

    cue: str
    note: str


@cache
def organization_codes() -> dict[str, str]:
    """Code of each known name, in lower case."""
    return {row.cue: row.code for row in load("organizations", Organization)}


_AGENCY_CODES = ("head", "weak_head", "public", "not_last", "body", "force", "government")


@cache
def agency_words(code: str) -> frozenset[str]:
    """Words of `agency_words.csv`: its kind by the code."""
    codes = {"code": _AGENCY_CODES}
    rows = load("agency_words", Word, key=("cue", "code"), codes=codes)
    return frozenset(row.cue for row in rows if row.code == code)


@cache
def attributions(code: str) -> frozenset[str]:
    """Words of `attributions.csv`: `reports`, `according`, `data` or `copula`."""
    codes = {"code": ("reports", "according", "data", "copula")}
    rows = load("attributions", Word, key=("cue", "code"), codes=codes)
    return frozenset(row.cue for row in rows if row.code == code)


@cache
def no_agencies() -> frozenset[str]:
    """Abbreviations that are no agency's, in lower case."""
    return frozenset(row.cue for row in load("no_agencies", NoAgency))


def is_armed_group(short: str) -> bool:
    """Whether an abbreviation is that of those whom the agencies fight."""
    return short.lower() in _armed_groups()


@cache
def _armed_groups() -> frozenset[str]:
    return frozenset(r.cue for r in load("no_agencies", NoAgency) if r.note in _FOUGHT)


@cache
def head_pattern() -> re.Pattern[str]:
    """Finds a word that makes a name that of an agency."""
    heads = agency_words("head") | agency_words("weak_head")
    return re.compile(rf"\b(?:{alternation(heads)})\b", re.IGNORECASE)


@lru_cache(maxsize=_KEPT_NAMES)
def holds_agency(name: str) -> bool:
    """Whether a name that is given an abbreviation holds a word for an agency."""
    words = name.lower().split()
    named = bool(words) and (not _is_thing(words[-1]) or _OFFICE_OF.search(name) is not None)
    return named and head_pattern().search(name) is not None


@lru_cache(maxsize=_KEPT_NAMES)
def is_agency_name(name: str) -> bool:
    """Whether a name is that of an agency: its head noun ends it or is followed by "of"."""
    words = name.lower().split()
    if not words or (_is_thing(words[-1]) and not _OFFICE_OF.search(name)):
        return False
    public = not agency_words("public").isdisjoint(words) or "'s" in name.replace("’", "'")
    return any(
        (public or match.group().lower() not in agency_words("weak_head")) and _is_head(name, match)
        for match in head_pattern().finditer(name)
    )


def _is_thing(word: str) -> bool:
    """Whether a name that ends with a word is that of a programme, law or other thing."""
    return word.strip("’'s") in agency_words("not_last")


def _is_head(name: str, match: re.Match[str]) -> bool:
    word = match.group().lower()
    first = not match.start() and word not in _NOT_FIRST
    return first or word in _OFFICES or _HEAD_TAIL.match(name, match.end()) is not None


@dataclass(frozen=True, slots=True)
class Shorts:
    """What a document abbreviates: names of agencies by short form, and the other forms."""

    agencies: Mapping[str, str]
    others: frozenset[str]


def explained(document: Document) -> Shorts:
    """The abbreviations that the document explains in parentheses."""
    agencies: dict[str, str] = {}
    others: set[str] = set()
    acts = cache(partial(_acts, document.text))
    for match in _EXPLAINED.finditer(document.text):
        text, short = document.text, match["short"]
        before = _BOUND.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
        name = " ".join(before.split()[-_LONGEST_NAME:])
        agency = holds_agency(name) or match["kind"] in agency_words("head")
        if not agency and not WITH_COMMAS.search(
            text, max(0, match.start() - _REACH), match.start() + 1
        ):
            agency = acts(short)
        else:
            agency = True
        if short.lower() in no_agencies():
            agency = agency and is_agency_name(_title(name)) and not is_armed_group(short)
        if not agency:
            others.add(short)
            continue
        full = _title(name)
        agencies.setdefault(short, full.removeprefix("the ").removeprefix("The "))
    return Shorts(agencies, frozenset(others - agencies.keys()))


def _acts(text: str, short: str) -> bool:
    """Whether an abbreviation is the subject of what only an agency does."""
    at = text.find(short)
    while at >= 0:
        does = _DOES.match(text, at)
        if does is not None and does["short"] == short:
            return True
        at = text.find(short, at + 1)
    return False


def _title(name: str) -> str:
    """The capital words that a stretch of text ends with."""
    capital = _NAME_WORDS.search(name + " ")
    return capital.group().strip() if capital else name
