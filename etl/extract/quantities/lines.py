"""Which sentences of a document may hold a number, and how long ones are cut."""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from etl.documents.model import Document
from etl.extract.quantities.line import Line
from etl.extract.quantities.numerals import number_words

_ASCII_LOWER = {ord(letter): letter.lower() for letter in string.ascii_uppercase}
LONGEST = 20_000
"""Longer sentences are cut at white space: no memory grows with one long line."""


@cache
def trigger() -> re.Pattern[str]:
    """What a lower-case sentence holds if it may state a number or deny one."""
    words = _alternatives(
        {*number_words(), "no", "none", "neither", "nobody", "nor has", "nor have", "failed to"}
    )
    denied = r"(?:did|do|does|ha[sd]|have|was|were|is|are) not"
    one = r"a (?:metric )?(?:ton|kilo|hectare)"
    return re.compile(rf"\d|\b(?:{one}|(?:{words}|{denied})\b)|fold\b")


def _alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words` that looks at each letter once, however many there are."""
    by_letter: dict[str, set[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1], set()).add(word[1:])
    ends = by_letter.pop("", None) is not None
    if not by_letter:
        return ""
    parts = [re.escape(letter) + _alternatives(rest) for letter, rest in sorted(by_letter.items())]
    return f"(?:{'|'.join(parts)})" + ("?" if ends else "")


def _lower(text: str) -> str:
    """`text` in lower case, offsets kept: where one capital becomes two letters, ASCII only."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_ASCII_LOWER)


def lines(document: Document) -> Iterator[tuple[int, Line]]:
    """The sentences that may hold a number, each once, in pieces where very long."""
    starts = [sentence.start for sentence in document.sentences]
    headings = {p.index for p in document.paragraphs if p.kind == "heading"}
    pattern, text, place = trigger(), _lower(document.text), 0
    while (hit := pattern.search(text, place)) is not None:
        index = bisect_right(starts, hit.start()) - 1
        inside = index >= 0 and hit.start() < document.sentences[index].end
        if not inside:
            start, end, index, heading = *_outside(document, starts, hit.start()), -1, True
        else:
            sentence = document.sentences[index]
            start, end = sentence.start, sentence.end
            heading = sentence.paragraph in headings
        for first, last in _pieces(document.text, start, end):
            yield index, Line(document.text, first, last, document.identity.ref_area, heading)
        place = max(end, hit.end())


def _outside(document: Document, starts: list[int], at: int) -> tuple[int, int]:
    """The stretch between two sentences that holds offset `at`."""
    index = bisect_right(starts, at)
    start = document.sentences[index - 1].end if index else 0
    end = starts[index] if index < len(starts) else len(document.text)
    return start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end
