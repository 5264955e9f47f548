"""From a file to documents: format, identity, layout, sentences."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from etl.documents.formats import read_content
from etl.documents.formats.content import Content
from etl.documents.identity.records import chapter_of_volume
from etl.documents.identity.resolve import resolve
from etl.documents.layouts import PLAIN, layout_of
from etl.documents.limits import MAX_TEXT_CHARS
from etl.documents.model import Document, Identity
from etl.documents.reflow.pages import Page
from etl.documents.segmentation.assemble import assemble
from etl.documents.volumes import Chapter, split
from etl.documents.volumes.header import is_volume, pages_of_text
from etl.errors import DocumentRefused


def read(path: Path, *, data: bytes | None = None) -> list[Document]:
    """Read a report, or the front matter and country chapters of a volume.

    Args:
        path: The file; its name and a sidecar beside it may tell its identity.
        data: Its bytes, where they do not lie at `path` (an archive).

    Returns:
        One document, or several of a volume, in reading order.

    Raises:
        DocumentRefused: Where it cannot be read, or is not known to be which report.
    """
    raw = _bytes(path) if data is None else data
    content = read_content(path.name, raw)
    _check_text(content, path.name)
    sha256 = hashlib.sha256(raw).hexdigest()
    pages = content.pages or pages_of_text(content.text)
    if is_volume(pages):
        return _volume(pages, content, path.name, sha256)
    identity, title = resolve(path, content)
    return [_document(replace(content, title=title), identity, path.name, sha256)]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentRefused(
            "unreadable", expected="a file", found=error.strerror or str(error), where=path.name
        ) from error


def _check_text(content: Content, where: str) -> None:
    found = "" if content.text.strip() else "no text at all"
    if len(content.text) > MAX_TEXT_CHARS:
        found = f"{len(content.text):,} characters"
    if found:
        expected = f"text of at most {MAX_TEXT_CHARS:,} characters"
        raise DocumentRefused("no_text", expected=expected, found=found, where=where)


def _volume(
    pages: tuple[Page, ...], content: Content, file_name: str, sha256: str
) -> list[Document]:
    """The documents of a volume; what concerns the file is a notice of its front matter."""
    front, *chapters = split(pages, file_name)
    first = replace(front, notices=content.notices + front.notices)
    return [
        _document(_content(chapter, content.media_type), identity, file_name, sha256)
        for chapter in (first, *chapters)
        for identity in (chapter_of_volume(chapter.edition, chapter.ref_area),)
    ]


def _content(chapter: Chapter, media_type: str) -> Content:
    return Content(
        text=chapter.text.text,
        media_type=media_type,
        page_starts=chapter.text.page_starts,
        notices=chapter.notices,
    )


def _document(content: Content, identity: Identity, file_name: str, sha256: str) -> Document:
    layout = layout_of(content.text, identity.series) if identity.ref_area else PLAIN
    sections = layout.sections(content.text)
    paragraphs, sentences = assemble(
        content.text, sections, layout.is_heading, content.page_starts, file_name
    )
    fallback = (f"no layout of {identity.series} fits: read as plain sections",)
    return Document(
        identity=identity,
        text=content.text,
        sha256=sha256,
        media_type=content.media_type,
        layout=layout.name,
        title=content.title or _first_line(content.text),
        file_name=file_name,
        sections=sections,
        paragraphs=paragraphs,
        sentences=sentences,
        page_starts=content.page_starts,
        notices=content.notices + (fallback if layout is PLAIN and identity.ref_area else ()),
    )


def _first_line(text: str) -> str:
    """The first line that holds text, without emphasis marks, at most 200 characters."""
    return text.lstrip().partition("\n")[0].strip(" \t\r*#")[:200]
