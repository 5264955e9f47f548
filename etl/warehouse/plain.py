"""Values as people read them: no idle zeros, no character that a terminal or a page obeys."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

_OBEYED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def plain(value: Any) -> Any:
    """Nothing for NULL, numbers without idle zeros, everything else as it is."""
    if isinstance(value, Decimal):
        return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 # exact so far
        return str(int(value))
    return "" if value is None else value


def shown(value: Any) -> str:
    """A value as text in which control and direction marks are replaced."""
    return _OBEYED.sub("\N{REPLACEMENT CHARACTER}", str(plain(value)))


def one_line(value: Any, limit: int | None = None) -> str:
    """`shown`, on one line, cut at `limit` characters."""
    text = " ".join(shown(value).split())
    return text if limit is None or len(text) <= limit else text[: limit - 1] + "…"
