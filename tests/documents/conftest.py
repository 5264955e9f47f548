"""Reads bytes under a name, as documents are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_files import Reader, Refuse

from etl.documents import Document, read
from etl.errors import DocumentRefused


@pytest.fixture
def read_as(tmp_path: Path) -> Reader:
    """Reads `content` as a file called `name`."""

    def reader(name: str, content: str | bytes) -> list[Document]:
        data = content.encode() if isinstance(content, str) else content
        return read(tmp_path / name, data=data)

    return reader


@pytest.fixture
def refusal(read_as: Reader) -> Refuse:
    """The refusal that reading `content` under `name` ends with."""

    def refuse(name: str, content: str | bytes) -> DocumentRefused:
        with pytest.raises(DocumentRefused) as caught:
            read_as(name, content)
        return caught.value

    return refuse
