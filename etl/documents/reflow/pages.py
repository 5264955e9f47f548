"""A printed page as lines, and the text that pages make together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number and its lines from top to bottom, blank ones too.

    `parted` says that blank lines part all its paragraphs, so that the length of lines
    need not be looked at.
    """

    number: int
    lines: tuple[str, ...]
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Reflowed:
    """Running text of several pages.

    Attributes:
        text: Paragraphs parted by blank lines.
        page_starts: Offset of the first character of each page from page 1 on; a page
            that is not there starts where the next one does.
    """

    text: str
    page_starts: tuple[int, ...]
