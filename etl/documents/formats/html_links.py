"""Lists of links: menus and indexes that no element name gives away."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from etl.documents.formats.html_walk import walk

MIN_LINKS = 3
MIN_SHARE = 0.7
HOLDERS = frozenset({"div", "ul", "ol", "table", "section", "p", "dl"})


@dataclass(slots=True)
class _Tally:
    """Characters of text, those of them inside links, and links, of one element."""

    text: int = 0
    linked: int = 0
    links: int = 0

    def add(self, other: _Tally) -> None:
        self.text += other.text
        self.linked += other.linked
        self.links += other.links

    @property
    def is_menu(self) -> bool:
        return self.links >= MIN_LINKS and self.linked >= self.text * MIN_SHARE


def link_lists(root: LexborNode) -> list[LexborNode]:
    """The elements below `root` whose text is mostly that of several links.

    One walk counts every element, so the time is linear in the number of nodes.
    """
    found: list[LexborNode] = []
    open_tallies = [_Tally()]
    for node, entering in walk(root):
        if entering:
            open_tallies.append(_Tally())
            continue
        tally = open_tallies.pop()
        if node.tag == "-text":
            tally.text = len((node.text_content or "").strip())
        elif node.tag == "a":
            tally = _Tally(tally.text, tally.text, 1)
        elif node.tag in HOLDERS and tally.is_menu:
            found.append(node)
            continue
        open_tallies[-1].add(tally)
    return found
