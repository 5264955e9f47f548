"""What a layout is: one report family's way of setting out its sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from etl.documents.model import Section
from etl.documents.segmentation.blocks import LINE


class Layout(Protocol):
    """Finds the sections of one report family.

    A layout looks at text alone, whatever format it came in; `etl.documents.layouts`
    registers it by name and offers it the reports of its series.
    """

    name: str
    series: str

    def recognises(self, text: str) -> bool:
        """Whether `text` is set out in this way."""
        ...

    def sections(self, text: str) -> tuple[Section, ...]:
        """The sections in reading order; together they cover the whole text."""
        ...

    def is_heading(self, line: str) -> bool:
        """Whether `line` is a heading of this layout."""
        ...


@dataclass(frozen=True, slots=True)
class Head:
    """Where a section starts, and how it is called."""

    section_id: str
    title: str
    chapter: str
    start: int


def tile(text: str, heads: Sequence[Head], first: str) -> tuple[Section, ...]:
    """Make sections of heads: each ends where the next starts.

    Args:
        text: The whole text.
        heads: Where its sections start, in order.
        first: Name of the section before the first head, where there is text.
    """
    starts = [*heads, Head("", "", "", len(text))]
    found: list[Section] = []
    if text[: starts[0].start].strip() or not heads:
        found.append(Section(first, "", "", 0, starts[0].start))
    elif heads:
        starts[0] = Head(heads[0].section_id, heads[0].title, heads[0].chapter, 0)
    for head, after in pairwise(starts):
        found.append(Section(head.section_id, head.title, head.chapter, head.start, after.start))
    return tuple(found)


def matching_lines(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The lines that `pattern` matches as a whole; spans are offsets into `text`."""
    for line in LINE.finditer(text):
        match = pattern.fullmatch(text, line.start(), line.end())
        if match is not None:
            yield match


def line_pattern(body: str) -> re.Pattern[str]:
    """Compile `body` so that it matches a whole line, whatever ends lines in the text."""
    return re.compile(rf"(?:^|(?<=[\r\n\f]))[ \t]*{body}[ \t]*(?=[\r\n\f]|\Z)")
