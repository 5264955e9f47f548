"""Reads HTML: the report's text without the page around it; canonical text is derived."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from etl.documents import limits
from etl.documents.formats.content import Content
from etl.documents.formats.encoding import decode
from etl.documents.formats.html_blocks import blocks_of
from etl.documents.formats.html_links import link_lists
from etl.errors import DocumentRefused

ARTICLE = ("article", "main", "[role=main]", ".entry-content", "#content", "#main-content", "body")
"""Where a page keeps its article, from the surest place to the page as a whole."""

AROUND = (
    "script, style, noscript, template, svg, iframe, nav, header, footer, aside, form, button, "
    "select, [role=navigation], [role=banner], [role=contentinfo], [role=complementary], "
    "[role=search], [aria-hidden=true], [hidden], .breadcrumb, .breadcrumbs, .share, .social, "
    ".sidebar, .related, .cookie, .menu, .footer, .header, .screen-reader-text"
)
"""What stands around or between an article's text and is none of it."""

MIN_SHARE = 0.5
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*?(/?)>")
_VOID = frozenset(
    b"area base br col embed hr img input link meta param source track wbr p li td tr th dt dd "
    b"option".split()
)


def read(data: bytes, where: str) -> Content:
    """The article's headings, paragraphs, list items and table rows, one block each.

    Args:
        data: The page's bytes.
        where: Its name, for messages.

    Raises:
        DocumentRefused: `too_deep` for a page nested beyond reason, `no_text` for one
            without an article, or as for text.
    """
    _check_depth(data, where)
    text, notices = decode(data, where)
    tree = LexborHTMLParser(text)
    title = _title(tree)
    for node in tree.css(AROUND):
        if node.tag != "header" or not node.css_first("h1"):
            node.decompose()
    article = _article(tree, where)
    for node in link_lists(article):
        node.decompose()
    blocks = blocks_of(article)
    if not blocks:
        raise _no_text("none", where)
    return Content(
        text="\n\n".join(blocks) + "\n", media_type="text/html", title=title, notices=notices
    )


def _check_depth(data: bytes, where: str) -> None:
    """Refuse before parsing what would take a parser's time or stack."""
    depth = deepest = 0
    for match in _TAG.finditer(data):
        if match[3] or match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
        if deepest > limits.MAX_HTML_DEPTH:
            raise DocumentRefused(
                "too_deep",
                expected=f"HTML nested at most {limits.MAX_HTML_DEPTH:,} deep",
                found="more",
                where=f"{where}, byte {match.start()}",
            )


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return " ".join(node.text().split())[:200] if node else ""


def _article(tree: LexborHTMLParser, where: str) -> LexborNode:
    """The surest node that holds at least half of the page's remaining text."""
    body = tree.css_first("body")
    total = len(body.text(separator=" ").strip()) if body else 0
    for selector in ARTICLE:
        nodes = tree.css(selector)
        largest = max(nodes, key=lambda node: len(node.text(separator=" ")), default=None)
        if largest is not None and len(largest.text(separator=" ").strip()) > total * MIN_SHARE:
            return largest
    raise _no_text("an empty page", where)


def _no_text(found: str, where: str) -> DocumentRefused:
    return DocumentRefused(
        "no_text", expected="an article in the page's HTML", found=found, where=where
    )
