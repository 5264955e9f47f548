"""Those whom a sentence names as counting or doing: agencies, governments, bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from etl.extract.context.agencies import (
    Shorts,
    agency_words,
    head_pattern,
    is_agency_name,
    no_agencies,
    organization_codes,
)
from etl.extract.context.areas import AreaMention
from etl.extract.context.tables import alternation

_CAP = r"[A-ZÀ-Ý][\w’'&-]*"
_NAME = re.compile(
    rf"(?!According\b|In\b|During\b|Since\b|While\b)(?:{_CAP})(?:\s+(?:(?:of|for|to|against|on|and|de|del|y|la|the)\s+){{0,3}}{_CAP})*"
)
_SHORT = re.compile(
    r"(?<![\w(/-])[A-Z][A-Z/&]{1,12}[A-Z](?:-[A-Z])?(?!-[a-z])(?=['’]s\b|(?!['’\w/]))"
)
_IN_PAREN = re.compile(r"(?<=\()[“\"]?([A-Z][A-Z/&-]{1,13})[”\"]?(?=\))")
_PAREN_SHORT = re.compile(r"\s*\([“\"]?([A-Z][A-Z/&-]{1,13})[”\"]?\)")
_OF = re.compile(r"\bgovernment\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_HOME_GOVERNMENT = re.compile(
    r"\b[Tt]he (?:[Gg]overnment\b(?! of)(?:’s|'s)?|[A-Z][\w-]+ (?:[Aa]dministration|government)\b)"
)
_POSSESSOR = re.compile(r"^.*'s\s+")
_JOINT = re.compile(r"(?:\band|\bor|[-–/])\s*(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who may have counted or done what a number says.

    Attributes:
        code: Estimator code; empty for a voice that has none.
        kind: `agency` or `government` (theirs is what they do and say), `body` (an
            unnamed body of a country: theirs is only what they report), `country`.
    """

    start: int
    end: int
    code: str
    kind: str


@cache
def _organizations() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.-]){'(?:' + alternation(organization_codes()) + ')'}(?![\w-])", re.IGNORECASE
    )


@cache
def _after_demonym() -> re.Pattern[str]:
    government = alternation(agency_words("government"))
    body = alternation(agency_words("body"))
    return re.compile(
        rf"(?:['’]s)?\s+(?:\w+\s+){{0,2}}?(?:(?P<government>{government})|(?P<body>{body}))\b"
    )


def find_actors(
    text: str,
    start: int,
    end: int,
    areas: Sequence[AreaMention],
    home: str,
    shorts: Shorts,
) -> list[Actor]:
    """The actors of `text[start:end]`, in order, none inside another.

    Args:
        text: The document's text.
        start: Where the sentence starts.
        end: Where it ends.
        areas: Places that it names.
        home: Country of the report.
        shorts: Abbreviations that the document explains.
    """
    found: list[Actor] = []
    for source in (
        _explained_here(text, start, end, shorts),
        _known(text, start, end),
        _governments(text, start, end, areas, home),
        _abbreviated(text, start, end, shorts),
        _named(text, start, end, areas, home, shorts),
        _bodies(text, areas),
        _countries(text, areas),
    ):
        for actor in source:
            if all(actor.end <= other.start or other.end <= actor.start for other in found):
                found.append(actor)
    return sorted(found, key=lambda actor: actor.start)


def _explained_here(text: str, start: int, end: int, shorts: Shorts) -> Iterator[Actor]:
    """Names with their abbreviation in parentheses, and such abbreviations alone."""
    for match in _NAME.finditer(text, start, end):
        short = _PAREN_SHORT.match(text, match.end(), end)
        if short and short[1] in shorts.agencies:
            yield Actor(match.start(), short.end(), _code_of(short[1]), "agency")
    for match in _IN_PAREN.finditer(text, start, end):
        if match[1] in shorts.agencies:
            yield Actor(*match.span(), _code_of(match[1]), "agency")


def _code_of(short: str) -> str:
    return organization_codes().get(short.lower(), short)


def _known(text: str, start: int, end: int) -> Iterator[Actor]:
    for match in _organizations().finditer(text, start, end):
        words = " ".join(match.group().lower().split())
        code = organization_codes()[words]
        if code and not any(char.isupper() for char in match.group()):
            continue
        if len(words) <= 3 and not match.group().isupper():  # noqa: PLR2004 -- "who", "un", "oas" in lower case are words
            continue
        yield Actor(*match.span(), code, "government" if code == "US_GOV" else "agency")


def _governments(
    text: str, start: int, end: int, areas: Sequence[AreaMention], home: str
) -> Iterator[Actor]:
    for area in areas:
        if area.kind == "part":
            continue
        of = _OF.search(text, max(start, area.start - 24), area.start)
        if of:
            yield Actor(of.start(), area.end, _government(area.code), "government")
            continue
        after = _after_demonym().match(text, area.end, min(end, area.end + 60))
        if after and after["government"]:
            yield Actor(area.start, after.end(), _government(area.code), "government")
    for match in _HOME_GOVERNMENT.finditer(text, start, end):
        if home and not head_pattern().search(match.group().rsplit(" ", 1)[0]):
            yield Actor(*match.span(), _government(home), "government")


def _abbreviated(text: str, start: int, end: int, shorts: Shorts) -> Iterator[Actor]:
    for match in _SHORT.finditer(text, start, end):
        short = match.group()
        known = short in shorts.agencies or _of_agencies(short, shorts)
        if known or (short not in shorts.others and short.lower() not in no_agencies()):
            yield Actor(*match.span(), short, "agency")


def _of_agencies(short: str, shorts: Shorts) -> bool:
    return "/" in short and any(part in shorts.agencies for part in short.split("/"))


def _named(
    text: str,
    start: int,
    end: int,
    areas: Sequence[AreaMention],
    home: str,
    shorts: Shorts,
) -> Iterator[Actor]:
    by_name = {_plain(name): short for short, name in shorts.agencies.items()}
    for match in _NAME.finditer(text, start, end):
        name = match.group()
        if " " not in name or not is_agency_name(name):
            continue
        short = next((by_name[key] for key in _endings(name.lower()) if key in by_name), None)
        inside = [a for a in areas if a.start < match.end() and match.start() <= a.end]
        if any(a.kind == "part" for a in inside):
            continue
        own = [a for a in inside if a.kind != "part"]
        code = short or _government(own[0].code if own else home)
        yield Actor(*match.span(), code, "agency" if short else "government")


def _plain(name: str) -> str:
    """A name in lower case without the country's name in front ("Peru's ...")."""
    return _POSSESSOR.sub("", name.lower().replace("’", "'"))


def _endings(name: str) -> Iterator[str]:
    words = name.split()
    for place in range(len(words)):
        yield " ".join(words[place:])


def _bodies(text: str, areas: Sequence[AreaMention]) -> Iterator[Actor]:
    for place, area in enumerate(areas):
        if area.kind == "part":
            continue
        after = _after_demonym().match(text, area.end, area.end + 60)
        if after and after["body"]:
            joint = place > 0 and bool(_JOINT.search(text, max(0, area.start - 12), area.start))
            joint = joint and areas[place - 1].end + 12 > area.start
            yield Actor(area.start, after.end(), "" if joint else _government(area.code), "body")


def _countries(text: str, areas: Sequence[AreaMention]) -> Iterator[Actor]:
    for area in areas:
        if area.kind == "name" and not text.startswith(("-", "–"), area.end):
            yield Actor(area.start, area.end, _government(area.code), "country")


def _government(country: str) -> str:
    if country == "USA":
        return "US_GOV"
    return f"{country[:3]}_GOV" if country else ""
