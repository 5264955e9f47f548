"""What a format's reader makes of bytes."""

from __future__ import annotations

from dataclasses import dataclass

from etl.documents.reflow.pages import Page


@dataclass(frozen=True, slots=True)
class Content:
    """Canonical text before anything is known of its report.

    Attributes:
        text: The canonical text; for `text/plain` the file's own characters.
        media_type: `text/plain`, `text/html` or `application/pdf`.
        title: The title that the file itself carries outside its text, or empty.
        pages: The printed pages with their headers and line ends, where the format has any.
        page_starts: Offset of each page's first character; empty without pages.
        notices: What the reader had to assume or leave out, in plain words.
    """

    text: str
    media_type: str
    title: str = ""
    pages: tuple[Page, ...] = ()
    page_starts: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()
