"""A text of no known layout: one section."""

from __future__ import annotations

from etl.documents.layouts.base import tile
from etl.documents.model import Section


class Plain:
    """One section `body`; the fallback where no layout recognises the text."""

    name = "plain"
    series = ""

    def recognises(self, text: str) -> bool:
        """True for every text that is not empty."""
        return bool(text.strip())

    def sections(self, text: str) -> tuple[Section, ...]:
        """The whole text as `body`."""
        return tile(text, [], "body")

    def is_heading(self, line: str) -> bool:  # noqa: ARG002 - no line is one by its wording
        """No line is known to be a heading."""
        return False
