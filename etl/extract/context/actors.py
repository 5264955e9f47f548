"""Those whom a sentence names as counting or doing: agencies, governments, bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from etl.extract.context.agencies import agency_words, head_pattern, organization_codes
from etl.extract.context.alternatives import alternation, any_of
from etl.extract.context.areas import PLACES
from etl.extract.context.names import abbreviated, called_short, explained_here, meant, named
from etl.extract.context.scene import Actor, Scene, government_of
from etl.extract.context.starts import Starting

_OF = re.compile(r"\bgovernment\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_HOME_GOVERNMENT = Starting(
    re.compile(
        r"\b[Tt]he (?:[Gg]overnment\b(?! of)(?:’s|'s)?"
        r"|[A-Z][\w-]+ (?:[Aa]dministration|government)\b)"
        r"|(?:^|(?<=\s))[Gg]overnment(?=\s(?:figures|statistics|data|estimates|records|reports|sources|registers?|registr(?:y|ies)|tallies|counts?|rolls|bulletins?"
        r"|forces|surveys?|study|studies|census)\b)|(?<![a-z]\s)\bGovernment(?=\sofficials\b)"
    ),
    ("the", "government"),
)
_BODY_IN = re.compile(
    r"\b(?:[Aa]uthorities|[Pp]olice|[Oo]fficials|[Aa]gencies|[Ll]aw\s+enforcement(?:\s+\w+)?)\s+(?:in|of)\s+(?:the\s+)?$"
)
_LOWER = Starting(
    re.compile(
        r"\b[Tt]he\s+(?:(?!government)[a-z][\w-]*\s+){1,2}(?:directorate|ministry|service|authority|commission|bureau"
        r"|secretariat|department|observatory|agency)\b(?!\s+(?:of|for))"
        r"|\b[Tt]he\s+(?:president|prime\s+minister|attorney\s+general|(?:interior|health|justice|defense)\s+minister)\b"
        r"(?!\s+of)|(?<!U\.S\.\s)(?<![A-Z]\s)\bPresident\s+(?!of\b|[A-Z]\w+\s+of\b)(?:[A-Z][\w’-]+\s+){0,2}[A-Z][\w-]+"
        r"|\b(?:[Oo]fficial|[Mm]inistry|[Nn]ational|[Ss]tate)(?=\s+(?:[A-Z][\w-]+\s+)?(?:crime\s+|drug\s+|health\s+|police\s+)?"
        r"(?:figures|statistics|data|records|tallies|counts|estimates|registers)\b)"
    ),
    ("the", "president", "official", "ministry", "national", "state"),
)
_JOINT = re.compile(r"(?:\band|\bor|[-–/])\s*(?:the\s+)?$", re.IGNORECASE)
_REACH = 60
_LONGEST_WORD = 3


def find_actors(scene: Scene) -> list[Actor]:
    """The actors of a sentence, in order, none inside another."""
    found: list[Actor] = []
    for source in (
        explained_here,
        _known,
        _governments,
        abbreviated,
        named,
        called_short,
        meant,
        _bodies,
        _bodies_in,
        _lower,
        _countries,
    ):
        for actor in source(scene):
            if all(actor.end <= other.start or other.end <= actor.start for other in found):
                found.append(actor)
    return sorted(found, key=lambda actor: actor.start)


@cache
def _organizations() -> Starting:
    return any_of(organization_codes(), r"(?<![\w.-])", r"(?![\w-])")


@cache
def _after_demonym() -> re.Pattern[str]:
    government = alternation(agency_words("government"))
    body = alternation(agency_words("body"))
    force = alternation(agency_words("force"))
    return re.compile(
        rf"(?:['’]s)?\s+(?:\w+\s+){{0,2}}?(?:(?P<government>{government})|(?P<body>{body})|(?P<force>{force}))\b"
    )


def _known(scene: Scene) -> Iterator[Actor]:
    for match in scene.found(_organizations()):
        words = " ".join(match.group().lower().split())
        code = organization_codes()[words]
        if code and not any(char.isupper() for char in match.group()):
            continue
        if len(words) <= _LONGEST_WORD and not match.group().isupper():
            continue  # "who", "un" and the like in lower case are words
        yield Actor(*match.span(), code, "government" if code == "US_GOV" else "agency")


def _governments(scene: Scene) -> Iterator[Actor]:
    text = scene.text
    for area in scene.areas:
        if area.kind in PLACES:
            continue
        of = _OF.search(text, max(scene.start, area.start - 24), area.start)
        if of:
            yield Actor(of.start(), area.end, government_of(area.code), "government")
            continue
        after = _after_demonym().match(text, area.end, min(scene.end, area.end + _REACH))
        if after and after["government"]:
            yield Actor(area.start, after.end(), government_of(area.code), "government")
    for match in scene.found(_HOME_GOVERNMENT):
        if scene.home and not head_pattern().search(match.group().rsplit(" ", 1)[0]):
            yield Actor(*match.span(), government_of(scene.home), "government")


def _bodies(scene: Scene) -> Iterator[Actor]:
    text, areas = scene.text, scene.areas
    for place, area in enumerate(areas):
        if area.kind in PLACES:
            continue
        after = _after_demonym().match(text, area.end, area.end + _REACH)
        if after and (after["body"] or after["force"]):
            joint = place > 0 and bool(_JOINT.search(text, max(0, area.start - 12), area.start))
            joint = joint and areas[place - 1].end + 12 > area.start
            code = "" if joint else government_of(area.code)
            kind = "body"
            yield Actor(area.start, after.end(), code, kind)


def _bodies_in(scene: Scene) -> Iterator[Actor]:
    """A country's bodies that are called by where they are ("police in Peru")."""
    for area in scene.areas:
        if area.kind != "name":
            continue
        body = _BODY_IN.search(scene.text, max(scene.start, area.start - _REACH), area.start)
        if body:
            yield Actor(body.start(), area.end, government_of(area.code), "body")


def _lower(scene: Scene) -> Iterator[Actor]:
    """The home state's offices without a name of their own ("the prison directorate")."""
    for match in scene.found(_LOWER):
        yield Actor(*match.span(), government_of(scene.home), "body")


def _countries(scene: Scene) -> Iterator[Actor]:
    for area in scene.areas:
        if area.kind == "name" and not scene.text.startswith(("-", "–"), area.end):
            yield Actor(area.start, area.end, government_of(area.code), "country")
