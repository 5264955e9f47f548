"""The places that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from etl.extract.context.gazetteer import countries, folded, members_of, part_code, parts_of
from etl.extract.view import Found, Phrases, Row, Token

_TYPES = (
    "province|provinces|department|departments|state|states|region|regions|district|districts"
    "|municipality|municipalities|governorate|governorates|prefecture|prefectures|parish|oblast"
    "|county|city|town|port|ports|valley|island|islands|seaport|airport|village|villages"
)
_GENERIC = frozenset(
    "central northern southern eastern western capital north south east west centre center bay "
    "center-south coast littoral nord sud ouest est".split()
)
_NAME = r"[A-ZÀ-Ý][\w’'-]+(?:\s+(?:de|del|la|las|los|el|al|do|da|dos|of)?\s?[A-ZÀ-Ý][\w’'-]+){0,3}"
_TYPED = re.compile(
    rf"\b(?:[Pp]ort|[Ss]eaport|[Mm]unicipality|[Cc]ity|[Tt]own|[Pp]rovince|[Vv]illage|[Gg]overnorate"
    rf"|[Dd]istrict) of (?P<of>{_NAME})"
    rf"|\b(?!(?:At|In|The|From|Near|On)\s)(?P<named>{_NAME}?)(?:\s+International)?\s+(?:Seaport|Province|Governorate"
    r"|Municipality|Oblast|province|governorate|municipality)\b"
)
_LOOSE = re.compile(
    rf"\b(?:near|outside|close to|off|north of|south of|east of|west of)\s+(?P<near>{_NAME})"
    rf"|\b(?:at|in)\s+(?:the\s+)?(?P<at>{_NAME}?)(?:\s+International)?(?:\s+[Cc]ontainer)?"
    rf"\s+(?:[Pp]ort|[Hh]arbor|[Dd]istrict|[Cc]ounty|[Pp]refecture|[Dd]epartment|[Rr]egion|[Bb]order\s+[Cc]rossing)\b"
    rf"|\b(?:at|in)\s+(?P<of>{_NAME})['’]s\s+(?:[\w-]+\s+){{0,2}}(?:port|airport|harbor|terminal|docks|waterfront|seaport)\b"
)
_KINDS = frozenset(
    "port seaport airport harbor terminal docks waterfront municipality city town village district"
    " province governorate oblast county prefecture department region border near outside close off"
    " north south east west".split()
)
"""Words without one of which no place is named by its kind or by what it lies near."""

_TYPE_AFTER = re.compile(rf"\s+(?:{_TYPES})\b", re.IGNORECASE)
_TYPE_BEFORE = re.compile(rf"\b(?:{_TYPES}) of (?:the )?$", re.IGNORECASE)
_OWNED = re.compile(r"['’]s$")
_NO_NAMES = frozenset("the this that international in at each every another".split())

PLACES = frozenset({"part", "city"})
"""Kinds of mentions that are no country, whose police is not its government."""


class AreaMention(NamedTuple):
    """A place as named.

    Attributes:
        code: ISO 3166-1 alpha-3, or a part's code.
        kind: `name`, `demonym`, `part`, or `city` of another country than the report's.
        typed: Whether the words say what kind of place it is ("Department of ...").
    """

    start: int
    end: int
    code: str
    kind: str
    typed: bool = False


def find_areas(
    text: str, start: int, end: int, words: Sequence[Token], home: str
) -> list[AreaMention]:
    """The places that `text[start:end]` names, in order.

    Args:
        text: The document's text.
        start: Where the sentence starts.
        end: Where it ends.
        words: Its tokens.
        home: Country of the report, whose parts are looked for.
    """
    found = [*_parts(text, words, home)]
    for mention in _countries(text, words):
        if mention.kind != "city" or not (
            mention.code in members_of(home) or any(_meet(mention, other) for other in found)
        ):
            found.append(mention)
    for mention in _typed(text, start, end, words, home):
        if not any(_meet(mention, other) for other in found):
            found.append(mention)
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def _meet(one: AreaMention, other: AreaMention) -> bool:
    """Whether two mentions overlap."""
    return one.end > other.start and other.end > one.start


def only_country(mentions: Sequence[AreaMention]) -> str:
    """The one country that is named; empty where none is, or several are."""
    codes = {mention.code[:3] for mention in mentions if mention.kind != "part"}
    return codes.pop() if len(codes) == 1 else ""


def _countries(text: str, words: Sequence[Token]) -> Iterator[AreaMention]:
    for hit in _capital(countries(), text, words):
        if not hit.row.code:
            continue
        yield AreaMention(
            words[hit.first].start, words[hit.last - 1].end, hit.row.code, hit.row.kind
        )


def _parts(text: str, words: Sequence[Token], home: str) -> Iterator[AreaMention]:
    for hit in _capital(parts_of(home), text, words):
        first, last = words[hit.first].start, words[hit.last - 1].end
        typed = bool(
            _TYPE_AFTER.match(text, last) or _TYPE_BEFORE.search(text, max(0, first - 24), first)
        )
        if typed or folded(text[first:last]) not in _GENERIC:
            yield AreaMention(first, last, hit.row, "part", typed)


def _capital(names: Phrases[Row], text: str, words: Sequence[Token]) -> Iterator[Found[Row]]:
    """The names that begin with a capital letter, none overlapping another."""
    behind = 0
    for place, (start, _, _) in enumerate(words):
        if not text[start].isupper() or place < behind:
            continue
        hit = names.at(words, place)
        if hit is not None:
            yield hit
            behind = hit.last


def _typed(
    text: str, start: int, end: int, words: Sequence[Token], home: str
) -> Iterator[AreaMention]:
    if _KINDS.isdisjoint([word.word for word in words]):
        return
    for match in (*_TYPED.finditer(text, start, end), *_LOOSE.finditer(text, start, end)):
        group = match.lastgroup or ""
        name = _OWNED.sub("", (match[group] or "").strip())
        if home and name and name.split()[0].lower() not in _NO_NAMES:
            yield AreaMention(*match.span(group), part_code(home, name), "part", typed=True)
