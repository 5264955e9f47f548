"""Bytes to characters, without guessing where a guess could change a figure."""

from __future__ import annotations

import codecs
import re

from etl.errors import DocumentRefused

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASCII = bytes(range(128))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.01
_MAX_FOREIGN_SHARE = 0.1


def decode(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    """Decode `data` as Unicode, or as Windows-1252 where it is mostly ASCII.

    Args:
        data: The whole file.
        where: Its name, for messages.

    Returns:
        The characters, line ends as they are and without a byte order mark, and
        notices on what was assumed.

    Raises:
        DocumentRefused: `binary` for what is no text, `encoding` for text in an
            encoding that cannot be told.
    """
    text, notices = _decoded(data, where)
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls > max(8, len(text) * _MAX_CONTROL_SHARE):
        raise DocumentRefused(
            "binary",
            expected="text",
            found=f"{controls} control characters in {len(text)} (a binary file?)",
            where=where,
        )
    return text, notices


def _decoded(data: bytes, where: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, where), ()
    silent = _silent_utf16(data)
    if silent:
        return _strict(data, silent, where), (f"no byte order mark: read as {silent}",)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _western(data, error, where)


def _silent_utf16(data: bytes) -> str:
    """Name of the UTF-16 that `data` is in without saying so, or empty."""
    sample = data[:4000]
    if not sample or len(data) % 2:
        return ""
    most = len(sample) // 2 * 0.8
    if sample[1::2].count(0) > most and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > most and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return ""


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_encoded(encoding, error, where) from error


def _western(data: bytes, error: UnicodeDecodeError, where: str) -> tuple[str, tuple[str, ...]]:
    """Read as Windows-1252, where few enough bytes depend on that being right."""
    foreign = len(data.translate(None, delete=_ASCII))
    if foreign > len(data) * _MAX_FOREIGN_SHARE:
        raise _not_encoded("UTF-8", error, where) from error
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as second:
        raise _not_encoded("UTF-8", second, where) from second
    return text, (f"not UTF-8 (byte {error.start}): read as Windows-1252",)


def _not_encoded(encoding: str, error: UnicodeDecodeError, where: str) -> DocumentRefused:
    return DocumentRefused(
        "encoding",
        expected=f"text in {encoding} (save the file as UTF-8)",
        found=f"{error.reason} at byte {error.start}",
        where=where,
    )
