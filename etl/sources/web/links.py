"""The links of an index page."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser

LONGEST = 2000


def links_of(page: bytes, base: str) -> list[str]:
    """The whole addresses that a page links to, sorted, each once, without fragments.

    Args:
        page: The HTML.
        base: Address of the page.
    """
    found: set[str] = set()
    for node in LexborHTMLParser(page).css("a[href]"):
        href = (node.attributes.get("href") or "").strip()
        try:
            found.add(urldefrag(urljoin(base, href)).url.replace(" ", "%20"))
        except ValueError:
            continue
    return sorted(link for link in found if link.startswith(("http://", "https://")))


def matching(links: list[str], pattern: str) -> list[str]:
    """Those of `links` in which `pattern` is found; none for an empty pattern."""
    if not pattern:
        return []
    expression = re.compile(pattern)
    return [link for link in links if len(link) <= LONGEST and expression.search(link)]
