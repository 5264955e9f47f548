"""What is no report is refused with its reason; what can be read is read right."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from example_files import Reader, Refuse
from hypothesis import given
from hypothesis import strategies as st

from etl.documents import Document, read
from etl.errors import DocumentRefused

NAME = "incsr-2018-per.txt"
TEXT = "Perú\n\nIt seized 5 kg of cocaine – in 2017.\n"


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        pytest.param(TEXT.encode(), "", id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), "", id="utf-8-with-mark"),
        pytest.param(TEXT.encode("utf-16"), "", id="utf-16-with-mark"),
        pytest.param("\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be"), "", id="big-endian"),
        pytest.param(TEXT.encode("utf-32"), "", id="utf-32"),
        pytest.param(TEXT.encode("cp1252"), "Windows-1252", id="windows-1252"),
    ],
)
def test_encodings(read_as: Reader, data: bytes, notice: str) -> None:
    (document,) = read_as(NAME, data)
    assert document.text == TEXT
    assert notice in " ".join(document.notices)


def test_utf_16_without_a_mark(read_as: Reader) -> None:
    (document,) = read_as(NAME, ("Peru. It seized 5 kg in 2017. " * 9).encode("utf-16-le"))
    assert document.text.startswith("Peru. It seized 5 kg")
    assert "utf-16-le" in document.notices[0]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \r\n\t\n", "empty", id="white-space"),
        pytest.param(b"\xef\xbb\xbf", "no_text", id="mark-alone"),
        pytest.param(b"Peru seized\x00 5 kg.", "binary", id="nul"),
        pytest.param(b"\x01\x02\x03" * 999, "binary", id="control-characters"),
        pytest.param(bytes(range(256)) * 40, "encoding", id="random-bytes"),
        pytest.param("Конфисковано 5 кг".encode("cp1251") * 9, "encoding", id="cyrillic"),
        pytest.param("Peru".encode("utf-16") + b"x", "encoding", id="odd-utf-16"),
        pytest.param(b"x" * 6_000_000, "too_large", id="too-many-bytes"),
        pytest.param(b"x" * 4_500_000, "no_text", id="too-many-characters"),
        pytest.param(b"x" * 3_000_000, "no_prose", id="one-long-line"),
        pytest.param(b"x " * 1_500_000, "no_prose", id="one-long-sentence"),
        pytest.param(b"A. " * 300_000, "no_prose", id="too-many-sentences"),
    ],
)
def test_refused(refusal: Refuse, data: bytes, code: str) -> None:
    error = refusal(NAME, data)
    assert error.code == code
    assert NAME in error.where


@pytest.mark.parametrize("name", ["report.docx", "report", "incsr-2018-per.xlsx"])
def test_an_unknown_format_is_refused(refusal: Refuse, name: str) -> None:
    assert refusal(name, "It seized 5 kg.").code == "unknown_format"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentRefused) as caught:
        read(tmp_path / NAME)
    assert caught.value.code == "unreadable"


def test_a_repeated_recommendation_is_refused(refusal: Refuse) -> None:
    part = "CONTROL MEASURES\n\nRECOMMENDATION 16\n\nSTOP IT.\n\nEvaluation: Complete\n\nDone.\n\n"
    text = "Evaluation Report on Drug Control\n2014\n\n" + part + part
    assert refusal("mem-6-per.txt", text).code == "duplicate_recommendation"


@pytest.mark.parametrize("mark", ["\u200f", "\u202e", "\u2066", "\x07", "\u200b", "٣", "𝟓"])
def test_odd_characters_keep_their_places(read_as: Reader, mark: str) -> None:
    text = f"Peru\n\nIt seized {mark}5 kg. It fell.\n"
    (document,) = read_as(NAME, text)
    assert document.text == text
    assert [document.quote(s) for s in document.sentences[1:]] == [
        f"It seized {mark}5 kg.",
        "It fell.",
    ]


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for name in (NAME, "incsr-2018-per.html", "incsr-2018-per.pdf"):
        found: list[Document] = []
        with suppress(DocumentRefused):
            found = read(Path(name), data=data)
        assert {document.identity.report_id for document in found} <= {"incsr-2018-per"}
