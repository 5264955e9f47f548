"""The lines of PDF pages, with a blank line wherever a new paragraph begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2 as pdfium

GAP = 1.25
"""How many times the usual distance of lines makes a paragraph's distance."""
SLACK = 1.5
"""How much wider than usual the letters of a word that did not fit may have been."""
FULL_QUANTILE = 0.95
FULL_SHARE = 0.8
_CUT = "\ufffe"
"""What pdfium puts in place of a hyphen at a line's end and of the line's end itself."""
_LINE = re.compile(rf"[^\r\n{_CUT}]+{_CUT}?")


@dataclass(frozen=True, slots=True)
class PdfLine:
    """One printed line with its place on the page in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document's text is set: usual distance of lines, and right end of full ones."""

    pitch: float
    right: float


def lines_of(text_page: pdfium.PdfTextPage) -> tuple[PdfLine, ...]:
    """The page's lines that hold text, in the file's reading order.

    Args:
        text_page: The page's text as pdfium reads it.
    """
    found = _LINE.finditer(text_page.get_text_range())
    return tuple(_line(text_page, match) for match in found if match[0].strip())


def _line(text_page: pdfium.PdfTextPage, match: re.Match[str]) -> PdfLine:
    text = match.group()
    first = match.start() + len(text) - len(text.lstrip())
    last = match.start() + len(text.rstrip()) - 1
    left, bottom, _, _ = text_page.get_charbox(first, loose=True)
    _, _, right, _ = text_page.get_charbox(last, loose=True)
    text = text.replace(_CUT, "-")
    return PdfLine(text, float(left), float(right), float(bottom))


def setting_of(pages: Sequence[Sequence[PdfLine]]) -> Setting:
    """How the pages are set, taken from long lines: few of them end a paragraph."""
    rights = sorted(line.right for page in pages for line in page)
    right = rights[int((len(rights) - 1) * FULL_QUANTILE)] if rights else 0.0
    steps = [
        above.bottom - below.bottom
        for page in pages
        for above, below in pairwise(page)
        if above.right >= right * FULL_SHARE and above.bottom > below.bottom
    ]
    return Setting(median(steps) if steps else 0.0, right)


def with_blank_lines(page: Sequence[PdfLine], setting: Setting) -> Iterator[str]:
    """The page's lines as text, a blank one before each that begins a paragraph.

    It does where it stands farther from the last than lines do, or where its first word
    would have fitted on the last.
    """
    previous: PdfLine | None = None
    for line in page:
        if previous is not None and _parted(previous, line, setting):
            yield ""
        yield line.text
        previous = line


def _parted(above: PdfLine, below: PdfLine, setting: Setting) -> bool:
    step = above.bottom - below.bottom
    if step < 0 or step > setting.pitch * GAP:
        return True
    first_word = len(below.text.split(maxsplit=1)[0]) + 1
    width = (below.right - below.left) / max(1, len(below.text)) * first_word * SLACK
    return above.right + width < setting.right
