"""Running headers and footers: lines that come back at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from etl.documents.reflow.pages import Page

EDGE_LINES = 3
MIN_PAGES = 3
MIN_SHARE = 0.4
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?:page\s+)?[-–—\s|]*(?:\d{1,4}|[ivxlc]{1,7})[-–—\s|]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)


def is_page_number(line: str) -> bool:
    """Whether a line holds a page number and nothing else."""
    return _PAGE_NUMBER.fullmatch(line.strip()) is not None


def _key(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()).casefold())


def _edges(page: Page) -> list[int]:
    """Places of the first and last lines that hold text."""
    filled = [place for place, line in enumerate(page.lines) if line.strip()]
    return sorted({*filled[:EDGE_LINES], *filled[-EDGE_LINES:]})


def running_lines(pages: Sequence[Page]) -> frozenset[str]:
    """Keys of the lines (digits masked) that stand at the edge of many pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(page.lines[place]) for place in _edges(page)})
    least = max(MIN_PAGES, len(pages) * MIN_SHARE)
    return frozenset(key for key, count in counts.items() if count >= least)


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """The pages without running headers and footers and bare page numbers.

    A line counts as furniture only among the first or last lines of its page.
    """
    running = running_lines(pages)
    return [_stripped(page, running) for page in pages]


def _stripped(page: Page, running: frozenset[str]) -> Page:
    edges = _edges(page)
    outermost = {*edges[:1], *edges[-1:]}
    dropped = {
        place
        for place in edges
        if _key(page.lines[place]) in running
        or (place in outermost and is_page_number(page.lines[place]))
    }
    kept = (line for place, line in enumerate(page.lines) if place not in dropped)
    return Page(page.number, tuple(kept))
