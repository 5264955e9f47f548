"""Reads `.txt`: the canonical text is the file's own characters."""

from __future__ import annotations

from etl.documents.formats.content import Content
from etl.documents.formats.encoding import decode


def read(data: bytes, where: str) -> Content:
    """Decode a text file; see `etl.documents.formats.encoding.decode` for what is refused."""
    text, notices = decode(data, where)
    return Content(text=text, media_type="text/plain", notices=notices)
