"""Wrapped lines to paragraphs, across the pages of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.documents.reflow.hyphens import Hyphenation
from etl.documents.reflow.pages import Page, Reflowed

FULL_SHARE = 0.8
WIDTH_QUANTILE = 0.9
_BULLET = re.compile(r"[•▪◦‣·●○■]|[-–—*]\s")
_NUMBERED = re.compile(r"\(?[a-z0-9]{1,2}\)\s|(?:[A-Z]|[IVX]{1,4}|\d{1,2})\.\s+[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\Z")
_SPACES = re.compile(r"[^\S\n]+")


def hyphenation(pages: Sequence[Page]) -> Hyphenation:
    """What the lines of all pages tell of hyphens at line ends."""
    return Hyphenation.of([line for page in pages for line in page.lines])


def reflow(pages: Sequence[Page], hyphens: Hyphenation | None = None) -> Reflowed:
    """Undo the wrapping of lines and the breaking of pages.

    A line goes on in the next where its own width shows that the next word did not
    fit; a blank line ends a paragraph, except that a sentence which a page break cuts
    goes on after it.

    Args:
        pages: Pages without running headers and footers, in order.
        hyphens: What is known of hyphens, where the pages are a part of a document.
    """
    builder = _Builder(hyphens or hyphenation(pages), _width(pages))
    for page in pages:
        builder.turn_to(page)
        for line in page.lines:
            builder.add(_SPACES.sub(" ", line).strip())
    return builder.result()


def _width(pages: Sequence[Page]) -> int:
    """Length of a full line: nine in ten lines that hold text are no longer."""
    lengths = sorted(len(line.strip()) for page in pages for line in page.lines if line.strip())
    return lengths[int((len(lengths) - 1) * WIDTH_QUANTILE)] if lengths else 0


class _Builder:
    """Collects lines into paragraphs and notes where pages start."""

    def __init__(self, hyphens: Hyphenation, width: int) -> None:
        self._hyphens = hyphens
        self._width = width
        self._paragraphs: list[list[str]] = []
        self._turns: list[tuple[int, int, int]] = []
        self._blank = True
        self._new_page = False
        self._number = 0
        self._parted = False

    def turn_to(self, page: Page) -> None:
        """Begin a page."""
        self._new_page = True
        self._number = page.number
        self._parted = page.parted

    def add(self, line: str) -> None:
        """Add one line; an empty one ends the paragraph."""
        if not line:
            self._blank = True
            return
        if not self._paragraphs or self._starts_paragraph(line):
            self._paragraphs.append([])
        paragraph = self._paragraphs[-1]
        if self._new_page:
            self._turns.append((self._number, len(self._paragraphs) - 1, len(paragraph)))
        paragraph.append(line)
        self._blank = self._new_page = False

    def _starts_paragraph(self, line: str) -> bool:
        last = self._paragraphs[-1][-1]
        if _BULLET.match(line) or (_NUMBERED.match(line) and _ends(last)):
            return True
        if self._new_page:
            return _ends(last) or not (self._is_full(last, line) or line[0].islower())
        return self._blank or not (self._parted or self._is_full(last, line))

    def _is_full(self, line: str, following: str) -> bool:
        """Whether the first word of the next line would not have fitted on this one."""
        word = following.split(" ", 1)[0]
        return len(line) + 1 + len(word) > self._width * FULL_SHARE

    def result(self) -> Reflowed:
        """Join what was added."""
        starts: list[list[int]] = []
        parts: list[str] = []
        offset = 0
        for lines in self._paragraphs:
            text, places = self._joined(lines)
            starts.append([offset + place for place in places])
            parts.append(text)
            offset += len(text) + 2
        text = "\n\n".join(parts) + ("\n" if parts else "")
        return Reflowed(text, tuple(_page_starts(self._turns, starts)))

    def _joined(self, lines: Sequence[str]) -> tuple[str, list[int]]:
        """The paragraph's text, and where each of its lines starts in it.

        Only the seam of two lines is looked at, so the time is linear in their length.
        """
        pieces = [lines[0]]
        places, length = [0], len(lines[0])
        for line in lines[1:]:
            tail = pieces[-1]
            seam = self._hyphens.join(tail, line)
            length += len(seam) - len(line) - len(tail)
            pieces[-1] = seam[: len(seam) - len(line)]
            pieces.append(line)
            places.append(length)
            length += len(line)
        return "".join(pieces), places


def _ends(line: str) -> bool:
    return _SENTENCE_END.search(line) is not None


def _page_starts(
    turns: Sequence[tuple[int, int, int]], starts: Sequence[Sequence[int]]
) -> Iterator[int]:
    """One offset for every page from 1 to the last."""
    done = 0
    for number, paragraph, line in turns:
        offset = starts[paragraph][line]
        for _ in range(done, number):
            yield offset
        done = max(done, number)
