"""A country's MEM evaluation report: recommendations, conclusions, summary, glossary."""

from __future__ import annotations

import re

from etl.documents.layouts.base import Head, line_pattern, tile
from etl.documents.model import Section
from etl.errors import DocumentRefused

CHAPTERS = {
    "INSTITUTIONAL STRENGTHENING": "institutional_strengthening",
    "DEMAND REDUCTION": "demand_reduction",
    "SUPPLY REDUCTION": "supply_reduction",
    "CONTROL MEASURES": "control_measures",
    "INTERNATIONAL COOPERATION": "international_cooperation",
}
"""CICAD's chapters as the reports print them, and their codes."""

_CHAPTER_LINE = "|".join(CHAPTERS)
_RECOMMENDATION = re.compile(
    line_pattern(rf"(?P<chapter>(?i:{_CHAPTER_LINE}))").pattern
    + r"\s+"
    + line_pattern(r"(?i:RECOMMENDATION)[ \t]+(?P<number>\d{1,3})").pattern
)
_BARE_RECOMMENDATION = line_pattern(r"(?i:RECOMMENDATION)[ \t]+(?P<number>\d{1,3})")
_END_PARTS = {
    "conclusions": line_pattern(r"(?P<title>(?i:CONCLUSIONS?))"),
    "summary": line_pattern(r"(?P<title>(?i:SUMMARY OF THE STATUS OF)[^\r\n\f]{1,80})"),
    "glossary": line_pattern(r"(?P<title>(?i:GLOSSARY)[^\r\n\f]{0,60})"),
}
_TITLE = re.compile(r"\s*([^\r\n\f](?:[^\r\n\f]|\r?\n(?![ \t]*\r?\n))*)")
_HEADINGS = line_pattern(
    rf"(?i:{_CHAPTER_LINE}|RECOMMENDATION[ \t]+\d{{1,3}}|CONCLUSIONS?|GLOSSARY)"
)


class MemEvaluation:
    """`front`, `R1` … `R27`, `conclusions`, `summary`, `glossary`, with CICAD's chapters."""

    name = "mem_evaluation"
    series = "MEM"

    def recognises(self, text: str) -> bool:
        """True where the text has a line `RECOMMENDATION <number>`."""
        return _BARE_RECOMMENDATION.search(text) is not None

    def sections(self, text: str) -> tuple[Section, ...]:
        """The sections; each recommendation starts at the chapter's name above it."""
        heads = _recommendations(text)
        return tile(text, heads + _end_parts(text, heads[-1].start if heads else 0), "front")

    def is_heading(self, line: str) -> bool:
        """True for chapter names, recommendation numbers and the names of end parts."""
        return _HEADINGS.fullmatch(line) is not None


def _recommendations(text: str) -> list[Head]:
    with_chapter = {match.start("number"): match for match in _RECOMMENDATION.finditer(text)}
    heads: list[Head] = []
    chapter = ""
    seen: set[int] = set()
    for bare in _BARE_RECOMMENDATION.finditer(text):
        _check_new(int(bare["number"]), seen)
        named = with_chapter.get(bare.start("number"))
        chapter = CHAPTERS[named["chapter"].upper()] if named else chapter
        start = named.start("chapter") if named else bare.start()
        heads.append(Head(f"R{int(bare['number'])}", _title(text, bare.end()), chapter, start))
    return heads


def _check_new(number: int, seen: set[int]) -> None:
    if number in seen:
        raise DocumentRefused(
            "duplicate_recommendation",
            expected="each recommendation once",
            found=f"recommendation {number} twice",
            where=f"RECOMMENDATION {number}",
        )
    seen.add(number)


def _title(text: str, start: int) -> str:
    """The recommendation's own words: the first block after its number."""
    match = _TITLE.match(text, start)
    return " ".join(match.group(1).split()) if match else ""


def _end_parts(text: str, start: int) -> list[Head]:
    heads: list[Head] = []
    for name, pattern in _END_PARTS.items():
        match = pattern.search(text, start)
        if match:
            heads.append(Head(name, match["title"].strip(), "", match.start("title")))
            start = match.end()
    return heads
