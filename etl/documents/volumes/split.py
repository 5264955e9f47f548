"""Cuts a volume into its country chapters and its front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.documents.identity.areas import area_of, folded
from etl.documents.reflow.pages import Page, Reflowed
from etl.documents.reflow.paragraphs import hyphenation, reflow
from etl.documents.volumes.contents import COUNTRY_PART, listed_areas
from etl.documents.volumes.header import VolumePage, read_headers
from etl.errors import DocumentRefused

CONTENTS_PART = "Table of Contents"
LAST_LETTER = "D"
_LETTERED = re.compile(r"\s*(?P<letter>[A-H])\.\s+[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Chapter:
    """One part of a volume as running text; `ref_area` is empty for the front matter."""

    edition: int
    ref_area: str
    text: Reflowed
    notices: tuple[str, ...] = ()


@dataclass(slots=True)
class _Parts:
    """The pages of the front matter and of each chapter, in order of appearance."""

    front: list[Page] = field(default_factory=list)
    chapters: dict[str, list[Page]] = field(default_factory=dict)


def split(pages: Sequence[Page], where: str) -> list[Chapter]:
    """The front matter, then the country chapters in the volume's order.

    A chapter starts on the page whose first line is a name that the table of contents
    lists, or that of another known country in its place of the alphabet after a chapter
    that is complete. The text of each part is derived: lines unwrapped, running headers
    left out.

    Args:
        pages: The volume's pages with their headers.
        where: Its file name, for messages.

    Raises:
        DocumentRefused: Where its pages are of several editions, its contents name an
            unknown country, a chapter comes twice, or there is none.
    """
    read = list(read_headers(pages))
    edition = _edition(read, where)
    contents = [line for item in read if item.part == CONTENTS_PART for line in item.page.lines]
    areas = listed_areas(contents, where)
    parts = _parts(read, areas, where)
    if not parts.chapters:
        raise _refused("no_chapters", "country chapters", "none that the contents list", where)
    known = hyphenation(pages)
    front = Chapter(edition, "", reflow(parts.front, known), _differences(areas, parts))
    chapters = [Chapter(edition, area, reflow(own, known)) for area, own in parts.chapters.items()]
    return [front, *chapters]


def _parts(read: Sequence[VolumePage], areas: dict[str, str], where: str) -> _Parts:
    parts = _Parts()
    listed = {folded(name): code for name, code in areas.items()}
    current, own = "", parts.front
    for item in read:
        name = folded(_first_line(item.page))
        if item.part != COUNTRY_PART:
            parts.front.append(item.page)
            continue
        area = listed.get(name) or (area_of(name) if _may_follow(name, current, own) else "")
        if area and name != current:
            if area in parts.chapters:
                raise _refused("duplicate_chapter", "each country once", f"{area} twice", where)
            current, own = name, parts.chapters.setdefault(area, [])
        own.append(item.page)
    return parts


def _may_follow(name: str, current: str, own: Sequence[Page]) -> bool:
    """Whether a name that the contents do not list may start a chapter after `current`.

    It may not inside a chapter in lettered sections that lacks its conclusion: there a
    country's name is a sub-heading.
    """
    if not current or not name or name < current:
        return False
    letters = [m["letter"] for page in own for line in page.lines if (m := _LETTERED.match(line))]
    return not letters or letters[-1] >= LAST_LETTER


def _first_line(page: Page) -> str:
    return next((line.strip() for line in page.lines if line.strip()), "")


def _edition(read: Sequence[VolumePage], where: str) -> int:
    editions = sorted({item.edition for item in read if item.edition})
    if len(editions) != 1:
        raise _refused("several_editions", "headers of one edition", f"{editions}", where)
    return editions[0]


def _differences(areas: dict[str, str], parts: _Parts) -> tuple[str, ...]:
    """Notices on chapters that only the contents or only the text have."""
    absent = [name for name, code in areas.items() if code not in parts.chapters]
    unlisted = [code for code in parts.chapters if code not in areas.values()]
    both = (
        ("chapters in the table of contents but not in the text: ", absent),
        ("chapters in the text but not in the table of contents: ", unlisted),
    )
    return tuple(words + ", ".join(names) for words, names in both if names)


def _refused(code: str, expected: str, found: str, where: str) -> DocumentRefused:
    return DocumentRefused(code, expected=expected, found=found, where=where)
