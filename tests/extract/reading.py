"""Makes a document of a few sentences, for tests of extraction."""

from __future__ import annotations

from pathlib import Path

from etl.documents import Document, read
from etl.extract.model import Mention, Quantity
from etl.extract.quantities import find


def document_of(text: str, report_id: str = "incsr-2018-per") -> Document:
    """A report whose body is `text`."""
    return read(Path(f"{report_id}.txt"), data=text.encode())[0]


def quantities_of(text: str, report_id: str = "incsr-2018-per") -> list[Quantity]:
    """The quantities that `text` states."""
    return find(document_of(text, report_id))[0]


def mentions_of(text: str, report_id: str = "incsr-2018-per") -> list[Mention]:
    """Every number of `text` and what became of it."""
    return find(document_of(text, report_id))[1]
