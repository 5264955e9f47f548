"""Groups of digits to numbers, and numbers to plain text."""

from __future__ import annotations

import re
from decimal import Decimal

_THOUSANDS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


def digits(text: str) -> Decimal:
    """The value of a group of digits: "1,930", "24.3", "1.234.567,8"."""
    thousands = _THOUSANDS.fullmatch(text)
    if thousands and (thousands[1] == "," or text.count(".") > 1):
        return Decimal(re.sub(r"[.,]", "", text))
    last = max(text.rfind("."), text.rfind(","))
    if last < 0:
        return Decimal(text)
    return Decimal(re.sub(r"[.,]", "", text[:last]) + "." + text[last + 1 :])


def plain(value: Decimal) -> str:
    """A number without exponent and without zeros behind the point that say nothing."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
