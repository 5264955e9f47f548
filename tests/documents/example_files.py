"""Where the sample reports are, and the types of the fixtures that read them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from etl.documents import Document
from etl.errors import DocumentRefused

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

Reader = Callable[[str, str | bytes], list[Document]]
Refuse = Callable[[str, str | bytes], DocumentRefused]
