"""The running header of a volume's pages, and the pages that it parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.documents.reflow.pages import Page

MIN_HEADERS = 5
_HEADER = re.compile(r"INCSR\s+(?P<year>(?:19|20)\d\d)\s+Volume\s+(?:[12]|I{1,2})")
_NUMBER = re.compile(r"(?P<arabic>\d{1,4})|[ivxlc]{1,7}")
_HEADER_DEPTH = 3


@dataclass(frozen=True, slots=True)
class VolumePage:
    """A page of a volume: the part of the volume that its header names, and its body."""

    edition: int
    part: str
    page: Page


def pages_of_text(text: str) -> tuple[Page, ...]:
    """Cut text at the lines that are a volume's running header; none where there are few.

    What stands before the first header is page 0.
    """
    lines = text.split("\n")
    starts = [place for place, line in enumerate(lines) if _HEADER.fullmatch(line.strip())]
    if len(starts) < MIN_HEADERS:
        return ()
    ends = [*starts, len(lines)]
    first = Page(0, tuple(lines[: starts[0]]))
    rest = (Page(0, tuple(lines[a:b])) for a, b in zip(starts, ends[1:], strict=True))
    return (first, *rest)


def is_volume(pages: Sequence[Page]) -> bool:
    """Whether enough pages begin with a volume's running header."""
    return sum(_edition(page) is not None for page in pages) >= MIN_HEADERS


def _edition(page: Page) -> int | None:
    first = next((line.strip() for line in page.lines if line.strip()), "")
    match = _HEADER.fullmatch(first)
    return int(match["year"]) if match else None


def read_headers(pages: Sequence[Page]) -> Iterator[VolumePage]:
    """Take each page's header off and keep what it says.

    The header is the volume's name, the part's name and the page number, in this
    order and each on its own line; pages without one belong to the part before.
    """
    part, number, edition = "", 0, 0
    for page in pages:
        filled = [place for place, line in enumerate(page.lines) if line.strip()]
        found = _edition(page)
        taken = 0
        if found is not None:
            edition, part, taken = found, "", 1
            for place in filled[1:_HEADER_DEPTH]:
                line = page.lines[place].strip()
                match = _NUMBER.fullmatch(line)
                part, taken = part if match else line, taken + 1
                if match:
                    number = int(match["arabic"] or 0)
                    break
        body = page.lines[filled[taken - 1] + 1 :] if taken else page.lines
        yield VolumePage(edition, part, Page(number, body, page.parted))
