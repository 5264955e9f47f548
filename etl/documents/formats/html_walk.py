"""Walks an HTML tree without recursion, however deep it is."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode


def walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below `root` when it is entered (True), and again when it is left."""
    path: list[LexborNode] = []
    node = root.child
    while node is not None or path:
        if node is None:
            node = path.pop()
            yield node, False
            node = node.next
            continue
        yield node, True
        path.append(node)
        node = node.child
