"""Running headers and footers: lines that come back at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from etl.documents.reflow.pages import Page

EDGE_LINES = 3
FEW_PAGES = 5
MIN_SHARE = 0.4
NAMED = 6
_DIGITS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_NUMBER = re.compile(
    r"(?:page\s+)?[-–—|\s]*(?P<number>\d{1,4})[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE
)

Keep = Callable[[str], bool]
Line = tuple[int, int, str]
"""Edge (0 top, 1 foot), distance from it in lines, and words of a running line."""


def without_furniture(pages: Sequence[Page], keep: Keep) -> tuple[list[Page], tuple[str, ...]]:
    """The pages without running headers, footers and page numbers; and what was left out.

    Lines are peeled off from a page's top and foot inwards, as long as they come back
    at the same distance from the edge on many pages, the same but for a number that
    counts with the pages, or are such a number alone.

    Args:
        pages: All pages of a document.
        keep: Tells the lines that come back because they are headings.

    Returns:
        The pages, and a notice that names the lines with words.
    """
    running = _running(pages, keep)
    offset = _number_offset(pages)
    bare = [_peeled(page, running, offset) for page in pages]
    words = "; ".join(sorted({words for _, _, words in running})[:NAMED])
    return bare, (f"running headers and footers left out: {words}",) if running else ()


def _edges(page: Page) -> Iterator[list[int]]:
    """Places of the lines that hold text, from the top down and from the foot up."""
    filled = [place for place, line in enumerate(page.lines) if line.strip()]
    yield filled[:EDGE_LINES]
    yield filled[: -EDGE_LINES - 1 : -1]


def _keys(line: str, page: int) -> frozenset[str]:
    """The line's words as they are, and with the first or last number as one of pages."""
    words = " ".join(line.split()).casefold()
    numbers = list(_DIGITS.finditer(words))
    counting = (
        f"{words[: match.start()]}#{int(match.group()) - page}{words[match.end() :]}"
        for match in (*numbers[:1], *numbers[-1:])
    )
    return frozenset((words, *counting))


def _running(pages: Sequence[Page], keep: Keep) -> frozenset[Line]:
    """The lines with words that stand at the edge of many pages."""
    counts: Counter[Line] = Counter()
    for page in pages:
        for side, edge in enumerate(_edges(page)):
            for depth, place in enumerate(edge):
                line = page.lines[place].strip()
                if any(map(str.isalpha, line)) and not keep(line):
                    counts.update((side, depth, key) for key in _keys(line, page.number))
    least = max(2, len(pages) if len(pages) < FEW_PAGES else len(pages) * MIN_SHARE)
    return frozenset(key for key, count in counts.items() if count >= least)


def _number_offset(pages: Sequence[Page]) -> int | None:
    """How far the printed page numbers are ahead of the pages; None without numbers."""
    offsets: Counter[int] = Counter()
    for page in pages:
        offsets.update(
            {
                int(match["number"]) - page.number
                for edge in _edges(page)
                for place in edge
                if (match := _NUMBER.fullmatch(page.lines[place].strip()))
            }
        )
    best = offsets.most_common(1)
    return best[0][0] if best and (best[0][1] > 1 or best[0][0] == 0) else None


def _peeled(page: Page, running: frozenset[Line], offset: int | None) -> Page:
    dropped: set[int] = set()
    for side, edge in enumerate(_edges(page)):
        for depth, place in enumerate(edge):
            line = page.lines[place].strip()
            known = any((side, depth, key) in running for key in _keys(line, page.number))
            if not (known or _is_page_number(line, page.number, offset)):
                break
            dropped.add(place)
    kept = (line for place, line in enumerate(page.lines) if place not in dropped)
    return Page(page.number, tuple(kept), page.parted)


def _is_page_number(line: str, page: int, offset: int | None) -> bool:
    match = _NUMBER.fullmatch(line)
    if match and offset is not None:
        return int(match["number"]) - page == offset
    return _ROMAN.fullmatch(line) is not None
