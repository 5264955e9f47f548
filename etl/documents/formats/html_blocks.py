"""The blocks of an HTML article in reading order: one string a paragraph or table row."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from etl.documents.formats.html_walk import walk

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre "
    "section summary table tbody tfoot thead tr ul".split()
)
CELLS = frozenset({"td", "th"})
BULLET = "• "
_SPACES = re.compile(r"\s+")


def blocks_of(root: LexborNode) -> list[str]:
    """Text of `root`, cut wherever a block element starts or ends; `<br>` cuts too.

    Cells of a table row are parted by tabs, list items begin with a bullet. The time is
    linear in the number of nodes, however deep they are nested.
    """
    blocks: list[str] = []
    pieces: list[str] = []
    row = 0
    for node, entering in walk(root):
        tag = node.tag
        if tag == "-text" and entering:
            pieces.append(_SPACES.sub(" ", node.text_content or ""))
        elif tag == "tr":
            row += 1 if entering else -1
            _flush(pieces, blocks)
        elif tag in CELLS and entering and "".join(pieces).strip():
            pieces.append("\t")
        elif tag == "br" or tag in BLOCKS:
            if not row:
                _flush(pieces, blocks)
            pieces.append(BULLET if tag == "li" and entering and not row else " ")
    _flush(pieces, blocks)
    return blocks


def _flush(pieces: list[str], blocks: list[str]) -> None:
    cells = "".join(pieces).split("\t")
    block = "\t".join(_SPACES.sub(" ", cell).strip() for cell in cells).strip()
    if block and block != BULLET.strip():
        blocks.append(block)
        pieces.clear()
    else:
        pieces[:] = [BULLET] if BULLET in pieces else []
