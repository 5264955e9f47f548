"""Names of agencies as a sentence writes them, with or without their abbreviation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.extract.context.agencies import (
    WITH_COMMAS,
    agency_words,
    is_agency_name,
    is_armed_group,
    no_agencies,
    organization_codes,
)
from etl.extract.context.areas import PLACES
from etl.extract.context.scene import Actor, Scene, government_of
from etl.extract.context.starts import Starting

_CAP = r"[A-ZÀ-Ý][\w’'&-]*"
_NAME = re.compile(
    rf"(?!According\b|In\b|During\b|Since\b|While\b)(?:{_CAP})"
    rf"(?:\s+(?:(?:of|for|to|against|on|and|de|del|y|la|the)\s+){{0,3}}{_CAP})*"
)
_NAME_IN = re.compile(_NAME.pattern.replace("|the)", "|the|in)"))
"""With "in" too, where the abbreviation behind it shows that it is one name."""
_SHORT = re.compile(
    r"(?<![\w(/-])[A-Z][A-Z/&]{1,12}[A-Z](?:-[A-Z])?(?!-(?!led\b|run\b|operated\b)[a-z])(?=['’]s\b|(?!['’\w/]))"
)
_PAIR = 2
_PAIR_SHORT = re.compile(r"(?<![\w(/-])[A-Z]{2}(?![\w/-])")
_AMOUNT = re.compile(r"\s?[\d.,]*\d")
_MIXED = re.compile(r"(?<![\w(/-])[A-Z]+[a-z]+[A-Z][A-Za-z]*\b|(?<![\w(/-])[A-Z]{2,}[a-z]{1,3}\b")
_IN_PAREN = re.compile(r"(?<=\()[“\"]?([A-Z][A-Za-z/&-]{1,13})[”\"]?(?=\))")
_PAREN_SHORT = re.compile(r"\s*\([“\"]?([A-Z][A-Za-z/&-]{1,13})[”\"]?\)")
_OF_SHORT = re.compile(r"\s+(?:of|within|at)\s+(?:the\s+)?([A-Z][A-Z/&]{1,12}[A-Z])\b")
_SHORT_S = re.compile(r"\b([A-Z][A-Z/&]{1,12}[A-Z])['’]s\s+$")
_CALLED = Starting(
    re.compile(r"[Tt]he ([A-Z][a-z]+)(?=\s+(?:\w+ly\s+)?[a-z]+(?:ed|s)\b)"), ("the",)
)
_MEANT = Starting(
    re.compile(
        r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?:latter\s+)?(?P<noun>force|agency|directorate|secretariat|bureau|service"
        r"|council|commission|committee|institute|ministry|department|office|unit|authority|administration"
        r"|observatory|board|squad|brigade|task\s+force)(?:['’]s)?"
        r"(?!\s+(?:of|for|to|in|on|that|which|within|responsible|charged|under|at)\b)\b"
    ),
    ("the", "this", "that"),
)
_POSSESSOR = re.compile(r"^.*'s\s+")


def explained_here(scene: Scene) -> Iterator[Actor]:
    """Names with their abbreviation in parentheses, and such abbreviations alone."""
    known = scene.shorts.agencies
    if scene.text.find("(", scene.start, scene.end) < 0:
        return
    for match in _NAME_IN.finditer(scene.text, scene.start, scene.end):
        short = _PAREN_SHORT.match(scene.text, match.end(), scene.end)
        if short and short[1] in known:
            yield Actor(match.start(), short.end(), _code_of(short[1]), "agency")
    for match in _IN_PAREN.finditer(scene.text, scene.start, scene.end):
        if match[1] in known:
            long = WITH_COMMAS.search(scene.text, scene.start, match.start())
            start = long.start() if long else match.start()
            yield Actor(start, match.end(), _code_of(match[1]), "agency")


def abbreviated(scene: Scene) -> Iterator[Actor]:
    """Abbreviations that are an agency's as far as the document tells."""
    shorts = scene.shorts
    if any(not short.isupper() for short in shorts.agencies):
        for match in _MIXED.finditer(scene.text, scene.start, scene.end):
            if match.group() in shorts.agencies:
                yield Actor(*match.span(), _code_of(match.group()), "agency")
    pairs = [short for short in shorts.agencies if len(short) == _PAIR]
    for match in _PAIR_SHORT.finditer(scene.text, scene.start, scene.end) if pairs else ():
        if match.group() in pairs:
            yield Actor(*match.span(), match.group(), "agency")
    for match in _SHORT.finditer(scene.text, scene.start, scene.end):
        short = match.group()
        known = any(part in shorts.agencies for part in (short, *short.split("/")))
        if not known and _AMOUNT.match(scene.text, match.end()):
            continue  # a unit or currency
        if known or (short not in shorts.others and short.lower() not in no_agencies()):
            yield Actor(*match.span(), short, "agency")


def named(scene: Scene) -> Iterator[Actor]:
    """Names that hold a word for an agency, with the abbreviation the document gives them."""
    by_name: dict[str, str] = {}
    for start, end in _name_spans(scene):
        name = scene.text[start:end]
        if " " not in name or not is_agency_name(name):
            continue
        armed = _PAREN_SHORT.match(scene.text, end, scene.end)
        if armed and is_armed_group(armed[1]):
            yield Actor(start, armed.end(), "", "body")
            continue
        inside = [a for a in scene.areas if a.start < end and start <= a.end]
        if any(area.kind in PLACES for area in inside):
            if "department" not in name.lower():
                yield Actor(start, end, "", "body")
            continue
        by_name = by_name or {_plain(full): short for short, full in scene.shorts.agencies.items()}
        short = next((by_name[key] for key in _endings(name.lower()) if key in by_name), None)
        short = short or _owner_of(scene, start, end)
        code = short or government_of(inside[0].code if inside else scene.home)
        yield Actor(start, end, code, "agency" if short else "government")


def _name_spans(scene: Scene) -> Iterator[tuple[int, int]]:
    """Runs of capital words; for two joined by "and" also the first of them."""
    for match in _NAME.finditer(scene.text, scene.start, scene.end):
        yield match.span()
        first, joined, _ = match.group().partition(" and ")
        if joined:
            yield match.start(), match.start() + len(first)


def called_short(scene: Scene) -> Iterator[Actor]:
    """An agency called by its last word alone ("the Council"), once its name is known."""
    for match in scene.found(_CALLED):
        word = match[1]
        if word.lower() not in agency_words("head"):
            continue
        known = [s for s, name in scene.shorts.agencies.items() if name.split()[-1:] == [word]]
        code = known[0] if len(known) == 1 else government_of(scene.home)
        yield Actor(*match.span(), code, "agency" if len(known) == 1 else "government")


def meant(scene: Scene) -> Iterator[Actor]:
    """An agency meant by its noun alone ("the force"), the one of that kind named last."""
    heads = agency_words("head") | agency_words("weak_head")
    for match in scene.found(_MEANT):
        noun = match["noun"].lower()
        if noun not in heads and noun != "agency":
            continue
        codes = [
            (scene.text.rfind(short, 0, match.start()), short)
            for short, name in scene.shorts.agencies.items()
            if _is_called(noun, name)
        ]
        place, short = max(codes, default=(-1, ""))
        if place >= 0:
            yield Actor(*match.span(), _code_of(short), "agency")
        elif noun == "ministry" and "Ministry of" in scene.text[: match.start()]:
            yield Actor(*match.span(), government_of(scene.home), "government")


def _is_called(noun: str, name: str) -> bool:
    """Whether a noun may stand for an agency of that name."""
    words = re.findall(r"[a-z]+", name.lower())
    return noun in words or noun == "agency"


def _owner_of(scene: Scene, start: int, end: int) -> str | None:
    """The agency that a unit is part of ("ABC's Special Unit", "the Special Unit of ABC")."""
    last = scene.text[start:end].rsplit(" ", 1)[-1]
    if last in scene.shorts.agencies:
        return last
    owner = _OF_SHORT.match(scene.text, end, scene.end)
    owner = owner or _SHORT_S.search(scene.text, scene.start, start)
    return owner[1] if owner and owner[1] in scene.shorts.agencies else None


def _code_of(short: str) -> str:
    return organization_codes().get(short.lower(), short.upper())


def _plain(name: str) -> str:
    """A name in lower case without the country's name in front ("Peru's ...")."""
    return _POSSESSOR.sub("", name.lower().replace("’", "'"))


def _endings(name: str) -> Iterator[str]:
    words = name.split()
    for place in range(len(words)):
        yield " ".join(words[place:])
