"""What a report's own words say: its title, and the header of its volume."""

from __future__ import annotations

import re

from etl.documents.identity.areas import area_of
from etl.documents.identity.records import Clues

_HEAD_CHARS = 6_000
_TITLE_CHARS = 1_500
_LONGEST_NAME = 60
_INCSR = re.compile(
    r"(?:INCSR|International\s+Narcotics\s+Control\s+Strategy\s+Report)(?:\s*\(INCSR\))?"
)
_YEAR_AFTER = re.compile(r"\s*[,:–-]?\s*(?:for\s+)?((?:19|20)\d\d)\b")
_YEAR_BEFORE = re.compile(r"\b((?:19|20)\d\d)\s+\Z")
_MEM = re.compile(
    r"Multilateral\s+Evaluation\s+Mechanism|EVALUATION\s+REPORT\s+ON\s+DRUG\s+CONTROL",
    re.IGNORECASE,
)
_MEM_YEAR = re.compile(
    r"Evaluation\s+Report\s+on\s+Drug\s+Control[\s*]+((?:19|20)\d\d)\b", re.IGNORECASE
)
_ROUNDS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_MEM_ROUND = re.compile(rf"\b({'|'.join(_ROUNDS)})\s+(?:Evaluation\s+)?Round\b", re.IGNORECASE)
_LINE = re.compile(r"[^\r\n\f]+")


def clues(text: str, title: str = "") -> Clues:
    """Series, edition and country as title and first page tell them, where they do."""
    head = f"{title}\n{text[:_HEAD_CHARS]}"
    area, name = country_line(f"{title}\n{text[:_TITLE_CHARS]}")
    if _MEM.search(head):
        rounds = {match.casefold() for match in _MEM_ROUND.findall(head)}
        edition = _ROUNDS.index(rounds.pop()) + 1 if len(rounds) == 1 else None
        return Clues("MEM", edition, _only(_MEM_YEAR.findall(head)), area, name)
    years = _incsr_years(head)
    if years or _INCSR.search(head):
        return Clues("INCSR", _only(years), _only(years), area, name)
    return Clues(ref_area=area, title=name)


def _only(years: list[str]) -> int | None:
    """The one year that all of `years` agree on."""
    distinct = set(years)
    return int(distinct.pop()) if len(distinct) == 1 else None


def _incsr_years(head: str) -> list[str]:
    years: list[str] = []
    for match in _INCSR.finditer(head):
        after = _YEAR_AFTER.match(head, match.end())
        before = _YEAR_BEFORE.search(head, max(0, match.start() - 8), match.start())
        years.extend(found.group(1) for found in (after, before) if found)
    return years


def country_line(head: str) -> tuple[str, str]:
    """Code and words of the first line that is a country's name and nothing else."""
    for match in _LINE.finditer(head):
        name = match.group().strip(" \t*#")
        area = area_of(name) if len(name) <= _LONGEST_NAME else ""
        if area:
            return area, name
    return "", ""
