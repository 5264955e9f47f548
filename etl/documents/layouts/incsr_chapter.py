"""A country chapter of the INCSR: lettered and numbered sections, or none."""

from __future__ import annotations

import re

from etl.documents.layouts.base import Head, matching_lines, tile
from etl.documents.model import Section

_TITLE = r"[^\W\d_a-zß-ÿ][^\r\n\f;]{1,90}[^\r\n\f.;:,\s]"
_HEAD = re.compile(rf"\s*(?P<mark>[A-H]|\d{{1,2}})\.[ \t\xa0]+(?P<title>{_TITLE})\s*")
_OTHER_HEAD = re.compile(rf"\s*(?:[IVX]+|\d{{1,2}}(?:\.\d)*|[A-Z])[.)][ \t\xa0]+{_TITLE}\s*")

MAX_SKIP = 3
"""How far a letter may be from the one before: a heading may be lost or misspelt."""


class IncsrChapter:
    """`A. Introduction`, `B. …`, `2. Supply Reduction` under B as `B.2`; else one `body`."""

    name = "incsr_chapter"
    series = "INCSR"

    def recognises(self, text: str) -> bool:
        """True with lettered sections from A on, or with prose alone under a short title."""
        return bool(_heads(text)) or not any(matching_lines(_OTHER_HEAD, text))

    def sections(self, text: str) -> tuple[Section, ...]:
        """The sections; a short chapter without any is one section `body`."""
        heads = _heads(text)
        return tile(text, heads, "front" if heads else "body")

    def is_heading(self, line: str) -> bool:
        """True for a line such as `B. Drug Control Accomplishments` or `4. Corruption`."""
        return _HEAD.fullmatch(line) is not None


def _heads(text: str) -> list[Head]:
    """The headings in order, letters from A and numbers from 1 within a letter.

    A line that breaks the order is a list item or an initial, not a heading.
    """
    heads: list[Head] = []
    letter, number = "", 0
    for match in matching_lines(_HEAD, text):
        mark, title = match["mark"], match["title"].strip()
        if mark == "A" if not letter else letter < mark <= chr(ord(letter) + MAX_SKIP):
            letter, number = mark, 0
            heads.append(Head(letter, title, "", match.start("mark")))
        elif letter and mark == str(number + 1):
            number += 1
            heads.append(Head(f"{letter}.{number}", title, "", match.start("mark")))
    return heads
