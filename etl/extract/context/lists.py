"""Lists under an introduction: their items go on with what it says of time and source."""

from __future__ import annotations

import re

from etl.documents.model import Document

_LONGEST_ITEM = 400
_ITEM = re.compile(r"\s*(?:[-–—•*·▪●o]\s|\(?[a-z0-9]{1,3}[.)]\s|[A-Z][^.;]{0,60}?:\s|[^.]*$)")
_FIGURE = re.compile(r"[A-Z][^.;:]{0,60}:\s[^:]*\d")
"""An item that looks like a heading: what is counted, and how much."""


def list_heads(document: Document) -> dict[int, int]:
    """The paragraph that introduces each item, by the index of the item's own.

    A list is what follows a paragraph that ends with a colon, as long as paragraphs are
    marked, named or short as items are.
    """
    heads: dict[int, int] = {}
    head = -1
    for paragraph in document.paragraphs:
        text = document.text[paragraph.start : paragraph.end].rstrip()
        short = len(text) <= _LONGEST_ITEM and paragraph.kind in {"prose", "bullet"}
        short = short or (paragraph.kind == "heading" and _FIGURE.match(text) is not None)
        if head >= 0 and short and _ITEM.match(text) and not text.endswith(":"):
            heads[paragraph.index] = head
            continue
        introduces = paragraph.kind == "prose" and text.endswith(":")
        head = paragraph.index if introduces else -1
    return heads
