"""What a body is, told from its bytes: servers' own word for it is often wrong."""

from __future__ import annotations

import re

_HTML = re.compile(
    rb"\s*(<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096
_CONTROL = frozenset(range(32)) - {7, 8, 9, 10, 12, 13, 27}


def media_type(data: bytes) -> str:
    """The media type of a document, or `application/octet-stream` where unknown.

    Args:
        data: The whole body.

    Returns:
        `application/pdf`, `text/html`, `text/plain` or `application/octet-stream`.
    """
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text/plain"
    if not head.strip() or _CONTROL.intersection(head):
        return "application/octet-stream"
    return "text/html" if _HTML.match(head) else "text/plain"
