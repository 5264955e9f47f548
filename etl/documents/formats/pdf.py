"""Reads PDF with a text layer; the canonical text is derived page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdfium2 as pdfium

from etl.documents import limits
from etl.documents.formats.content import Content
from etl.documents.formats.pdf_lines import PdfLine, lines_of, setting_of, with_blank_lines
from etl.documents.layouts import LAYOUTS
from etl.documents.reflow.furniture import without_furniture
from etl.documents.reflow.pages import Page
from etl.documents.reflow.paragraphs import reflow
from etl.errors import DocumentRefused

MIN_CHARS_A_PAGE = 20
_NO_PASSWORD = "password"  # noqa: S105 - the word in the library's message


def read(data: bytes, where: str) -> Content:
    """Text of a PDF without running headers and footers, with lines unwrapped.

    Args:
        data: The file's bytes.
        where: Its name, for messages.

    Raises:
        DocumentRefused: `encrypted`, `damaged`, `too_many_pages`, `too_large`, or
            `no_text_layer` for a scan.
    """
    with _opened(data, where) as document:
        _check_page_count(len(document), where)
        read_pages = list(_pages(document, where))
    _check_text_layer(read_pages, where)
    setting = setting_of(read_pages)
    pages = tuple(
        Page(number, tuple(with_blank_lines(lines, setting)), parted=True)
        for number, lines in enumerate(read_pages, start=1)
    )
    bare, furniture = without_furniture(pages, keep=_is_layout_heading)
    text = reflow(bare)
    return Content(
        text=text.text,
        media_type="application/pdf",
        pages=pages,
        page_starts=text.page_starts,
        notices=(*_without_text(read_pages), *furniture),
    )


def _is_layout_heading(line: str) -> bool:
    """Whether a line may stand at the top of many pages and yet be a heading."""
    return any(layout.is_heading(line.strip()) for layout in LAYOUTS.values())


@contextmanager
def _opened(data: bytes, where: str) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = _NO_PASSWORD in str(error).casefold()
        raise DocumentRefused(
            "encrypted" if locked else "damaged",
            expected="a PDF that opens without a password" if locked else "a whole PDF",
            found=str(error),
            where=where,
        ) from error
    try:
        yield document
    finally:
        document.close()


def _check_page_count(count: int, where: str) -> None:
    if not 0 < count <= limits.MAX_PDF_PAGES:
        raise DocumentRefused(
            "too_many_pages",
            expected=f"1 to {limits.MAX_PDF_PAGES:,} pages",
            found=f"{count:,} pages",
            where=where,
        )


def _pages(document: pdfium.PdfDocument, where: str) -> Iterator[tuple[PdfLine, ...]]:
    total = 0
    for index in range(len(document)):
        lines = _lines(document, index, where)
        total += sum(len(line.text) for line in lines)
        if total > limits.MAX_TEXT_CHARS:
            raise DocumentRefused(
                "too_large",
                expected=f"text of at most {limits.MAX_TEXT_CHARS:,} characters",
                found="more",
                where=f"{where}, page {index + 1}",
            )
        yield lines


def _lines(document: pdfium.PdfDocument, index: int, where: str) -> tuple[PdfLine, ...]:
    try:
        page = document[index]
        text_page = page.get_textpage()
        lines = lines_of(text_page)
    except pdfium.PdfiumError as error:
        raise DocumentRefused(
            "damaged",
            expected="a whole PDF",
            found=str(error),
            where=f"{where}, page {index + 1}",
        ) from error
    text_page.close()
    page.close()
    return lines


def _check_text_layer(pages: Sequence[Sequence[PdfLine]], where: str) -> None:
    chars = sum(len(line.text.strip()) for lines in pages for line in lines)
    if chars < MIN_CHARS_A_PAGE * len(pages):
        raise DocumentRefused(
            "no_text_layer",
            expected="a PDF with a text layer (run text recognition on a scan first)",
            found=f"{chars} characters on {len(pages)} pages: scanned images",
            where=where,
        )


def _without_text(pages: Sequence[Sequence[PdfLine]]) -> tuple[str, ...]:
    empty = [str(number) for number, lines in enumerate(pages, start=1) if not lines]
    return (f"pages without text, left out: {', '.join(empty[:20])}",) if empty else ()
