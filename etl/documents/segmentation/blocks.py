"""Lines to blocks: headings, bullets, table rows and paragraphs of prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from etl.documents.segmentation import sentences

Span = tuple[int, int]
IsHeading = Callable[[str], bool]

LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BULLET = re.compile(r"\s*(?:[•▪◦‣·∙●○■□➢✓*–—-]\s|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)")
_TERMINAL = re.compile(r"[.!?:;,…][\"'”’»)\]*¹²³]*\Z")
_GOES_ON = re.compile(r"[a-zß-öø-ÿ(]")
MAX_HEADING = 100


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its kind, and the span of each of its lines.

    A block that a page break cuts in two has lines from both sides of it.
    """

    kind: str
    lines: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.lines[0][0]

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.lines[-1][1]


def _trimmed(text: str, start: int, end: int) -> Span:
    raw = text[start:end]
    return start + len(raw) - len(raw.lstrip()), end - (len(raw) - len(raw.rstrip()))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """Spans of the lines that hold text, and whether a blank line stands before each."""
    previous_end = start
    for match in LINE.finditer(text, start, end):
        span = _trimmed(text, *match.span())
        if span[0] >= span[1]:
            continue
        gap = text[previous_end : span[0]].replace("\r\n", "\n")
        yield span, sum(gap.count(mark) for mark in "\n\f\u2029") > 1
        previous_end = span[1]


def _kind(line: str, is_heading: IsHeading) -> str:
    if "\t" in line:
        return "table"
    if is_heading(line):
        return "heading"
    return "bullet" if _BULLET.match(line) else "prose"


def _joins(kind: str, previous: str, *, blank: bool) -> bool:
    """Whether a line of `kind` belongs to the block of kind `previous` before it."""
    if blank or "heading" in (kind, previous):
        return False
    return kind == previous == "table" or (kind == "prose" and previous != "table")


def _looks_like_heading(text: str, block: Block) -> bool:
    if block.kind != "prose" or block.end - block.start > MAX_HEADING:
        return False
    words = text[block.start : block.end]
    return not (_TERMINAL.search(words) or words[0].islower())


def _cut_by_page(text: str, before: Block, after: Block) -> bool:
    """Whether `after` goes on with the sentence in which `before` stops."""
    return (
        before.kind in {"prose", "bullet"}
        and after.kind == "prose"
        and before.end - before.start > MAX_HEADING
        and not _TERMINAL.search(text, before.end - 1, before.end)
        and text[before.end - 1].isalpha()
        and _GOES_ON.match(text, after.start) is not None
    )


def blocks(text: str, start: int, end: int, is_heading: IsHeading) -> list[Block]:
    """The blocks of `text[start:end]` in reading order.

    Args:
        text: The whole text.
        start: Where to begin.
        end: Where to stop.
        is_heading: Tells whether a line is a heading of the layout; a short block of
            its own that ends without a stop is one in every layout.
    """
    found: list[Block] = []
    open_lines: list[Span] = []
    open_kind = ""

    def close() -> None:
        if open_lines:
            _append(text, found, Block(open_kind, tuple(open_lines)))

    for span, blank in _lines(text, start, end):
        kind = _kind(text[span[0] : span[1]], is_heading)
        if open_lines and not _joins(kind, open_kind, blank=blank):
            close()
            open_lines = []
        open_kind = open_kind if open_lines else kind
        open_lines.append(span)
    close()
    return found


def _append(text: str, found: list[Block], block: Block) -> None:
    if _looks_like_heading(text, block):
        found.append(Block("heading", block.lines))
    elif found and _cut_by_page(text, found[-1], block):
        found[-1] = Block(found[-1].kind, found[-1].lines + block.lines)
    else:
        found.append(block)


def sentence_spans(text: str, block: Block) -> list[Span]:
    """Spans of the block's sentences: a heading is one, each row of a table is one."""
    if block.kind == "heading":
        return [(block.start, block.end)]
    if block.kind == "table":
        return list(block.lines)
    return sentences.split(text, block.start, block.end)
