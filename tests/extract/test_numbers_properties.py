"""Whatever is written: numbers read back to their value, spans are those of the text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.documents.model import Document, Identity, Sentence
from etl.extract.quantities import find
from etl.extract.quantities.numbers import read_numbers
from etl.extract.quantities.numerals import read_digits
from etl.extract.view import tokens

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_words(number: int) -> str:
    """An English cardinal below a million."""
    if number >= 1000:
        rest = f" {in_words(number % 1000)}" if number % 1000 else ""
        return f"{in_words(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    if number >= 20:
        rest = f"-{ONES[number % 10]}" if number % 10 else ""
        return TENS[number // 10 - 2] + rest
    return ONES[number]


def sentence_document(text: str) -> Document:
    """A document of one sentence, made without any reader."""
    sentence = Sentence(0, "body", 1, 0, 0, len(text), "0" * 16, 1, 0)
    identity = Identity("incsr-2018-per", "INCSR", 2018, 2018, 2017, "PER")
    return Document(
        identity, text, "0" * 64, "text/plain", "plain", "", "x.txt", (), (), (sentence,)
    )


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False))
def test_grouped_digits_read_back(value: Decimal) -> None:
    assert read_digits(f"{value:,}") == value


@given(st.integers(min_value=0, max_value=10**15))
def test_plain_digits_read_back(value: int) -> None:
    assert read_digits(str(value)) == value


@given(st.integers(min_value=0, max_value=999))
def test_words_below_a_thousand_read_back(value: int) -> None:
    text = in_words(value)
    (number,) = read_numbers(tokens(text, 0, len(text)))
    assert (number.value, number.start, number.stop) == (value, 0, len(text))


@given(st.integers(min_value=1, max_value=999), st.sampled_from(["thousand", "million", "billion"]))
def test_magnitudes_are_written_out(value: int, magnitude: str) -> None:
    factor = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[magnitude]
    for text in (f"{value} {magnitude}", f"{in_words(value)} {magnitude}"):
        (number,) = read_numbers(tokens(text, 0, len(text)))
        assert number.value == value * factor


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from("٠۰०০０"))
def test_digits_of_other_scripts_read_back(value: int, zero: str) -> None:
    written = "".join(chr(ord(zero) + int(digit)) for digit in str(value))
    assert read_digits(written) == value


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=10**6))
def test_mixed_scripts_are_refused(one: int, other: int) -> None:
    arabic = "".join(chr(0x0660 + int(digit)) for digit in str(other))
    assert read_digits(f"{one}{arabic}") is None


@given(st.integers(min_value=1, max_value=999), st.integers(0, 999), st.integers(0, 99))
def test_european_separators_are_never_guessed(high: int, low: int, cents: int) -> None:
    assert read_digits(f"{high}.{low:03},{cents:02}") is None


@given(
    st.lists(
        st.sampled_from(
            "seized 1,930 MT of 12 kg ( 5 in 2016 ) , $ 4.5 million no arrests half a third two "
            "-fold 10-14 aged between and to from 7% per 100,000 ؐ ١٢ \x00 \u200f . ; “x” did not "
            "eradicate one 1.234,56 doubled 18th MS-13 respectively".split(" ")
        ),
        max_size=30,
    )
)
def test_spans_are_those_of_the_text_and_nothing_is_lost(parts: list[str]) -> None:
    text = " ".join(parts)
    quantities, mentions = find(sentence_document(text))
    for quantity in quantities:
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.start < quantity.end <= quantity.mentions_end <= len(text)
        assert quantity.value_high is None or quantity.value_high > quantity.value
    covered = {place for m in mentions for place in range(m.start, m.end)}
    assert {i for i, char in enumerate(text) if char.isdecimal()} <= covered
    assert all(text[m.start : m.end] == m.text for m in mentions)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    document = sentence_document(text)
    assert find(document) == find(document)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 400 + " kg were seized",
        "1," * 5000,
        "1.1." * 5000,
        "and " * 20_000 + "5",
        "two hundred and " * 5000,
        "(" * 5000 + "5" + ")" * 5000,
        "1-2-3-" * 500,
        "a half of a third of " * 3000,
        "\x00" * 5000 + "5 kg",
        "\u202e5\u200f kg\u202c of it",
    ],
    ids=[
        "400_digits",
        "commas",
        "dots",
        "many_words",
        "hundreds",
        "brackets",
        "hyphens",
        "fractions",
        "nuls",
        "right_to_left",
    ],
)
def test_hostile_text_is_read_and_covered(text: str) -> None:
    _, mentions = find(sentence_document(text))
    covered = {place for m in mentions for place in range(m.start, m.end)}
    assert {i for i, char in enumerate(text) if char.isdecimal()} <= covered


def test_a_number_of_400_digits_is_no_figure() -> None:
    quantities, mentions = find(sentence_document("9" * 400 + " kg were seized"))
    assert quantities == []
    assert [m.disposition for m in mentions] == ["ambiguous_format"]


def test_a_very_long_line_is_read_whole() -> None:
    text = "They seized 5 kg of it and 7 plants, " * 4000
    quantities, _ = find(sentence_document(text))
    assert [q.value for q in quantities] == [5, 7] * 4000
