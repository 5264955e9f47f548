"""Readers by media type: bytes to canonical text. One module a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from etl.documents import limits
from etl.documents.formats import html, pdf, plain_text
from etl.documents.formats.content import Content
from etl.errors import DocumentRefused


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how its files are called and begin, how much is read, and the reader."""

    media_type: str
    suffixes: frozenset[str]
    beginnings: tuple[bytes, ...]
    max_bytes: int
    read: Callable[[bytes, str], Content]


TEXT = Format(
    "text/plain", frozenset({".txt", ".text"}), (), limits.MAX_TEXT_BYTES, plain_text.read
)
PDF = Format("application/pdf", frozenset({".pdf"}), (b"%pdf-",), limits.MAX_PDF_BYTES, pdf.read)
HTML = Format(
    "text/html",
    frozenset({".html", ".htm", ".xhtml"}),
    (b"<!doctype html", b"<html"),
    limits.MAX_HTML_BYTES,
    html.read,
)
FORMATS: tuple[Format, ...] = (PDF, HTML, TEXT)
"""Every known format, in the order in which they are tried."""


def format_of(name: str, data: bytes) -> Format:
    """The format of a file: by its first bytes, else by its suffix.

    Raises:
        DocumentRefused: `unknown_format` where neither tells.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    suffix = PurePath(name).suffix.lower()
    for known in FORMATS:
        if head.startswith(known.beginnings):
            return known
    for known in FORMATS:
        if suffix in known.suffixes:
            return known
    suffixes = sorted(suffix for known in FORMATS for suffix in known.suffixes)
    raise DocumentRefused(
        "unknown_format",
        expected=f"a report as {', '.join(suffixes)}",
        found=f"the suffix {suffix!r}" if suffix else "no suffix",
        where=name,
    )


def read_content(name: str, data: bytes) -> Content:
    """Canonical text of a file's bytes.

    Raises:
        DocumentRefused: `empty`, `too_large`, `unknown_format`, or as the format's reader says.
    """
    if not data.strip():
        raise DocumentRefused("empty", expected="a report", found="an empty file", where=name)
    known = format_of(name, data)
    if len(data) > known.max_bytes:
        raise DocumentRefused(
            "too_large",
            expected=f"{known.media_type} of at most {known.max_bytes:,} bytes",
            found=f"{len(data):,} bytes",
            where=name,
        )
    return known.read(data, name)
