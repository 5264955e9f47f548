"""The verifier's own reading of numbers, one place at a time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.documents.anchor import words
from etl.ledger.figures import digits
from etl.ledger.numeral import read


def first_values(sentence: str, number: str) -> tuple[str, ...]:
    """What the number that starts with the word `number` reads as."""
    places = [sentence[start:end].casefold() for start, end in words(sentence)]
    numeral = read(sentence, places.index(number))
    return () if numeral is None else tuple(f"{value.normalize():f}" for value in numeral.values)


@pytest.mark.parametrize(
    ("sentence", "number", "value"),
    [
        ("They took 1,930 kilograms.", "1,930", "1930"),
        ("They took 24.3 tons.", "24.3", "24.3"),
        ("They took 24.3MT.", "24.3mt", "24.3"),
        ("They spent $11.6 million.", "11.6", "11600000"),
        ("They spent $9.7bn.", "9.7bn", "9700000000"),
        ("Six runways.", "six", "6"),
        ("Twenty-five runways.", "twenty", "25"),
        ("Twenty, five and one.", "twenty", "20"),
        ("Two hundred and fifty men.", "two", "250"),
        ("Two hundred thousand men.", "two", "200000"),
        ("Three hundred, fifty of them old.", "three", "300"),
        ("A hundred men.", "a", "100"),
        ("Zero men.", "zero", "0"),
        ("A single load.", "single", "1"),
        ("Dozens of men.", "dozens", "12"),
        ("They obtained10 convictions.", "obtained10", "10"),
        ("They took approximately1.9 tons.", "approximately1", "1.9"),
    ],
)
def test_cardinals(sentence: str, number: str, value: str) -> None:
    assert first_values(sentence, number)[0] == value


@pytest.mark.parametrize(
    ("sentence", "number", "percent"),
    [
        ("Half of it.", "half", "50"),
        ("One quarter of it.", "one", "25"),
        ("Three-quarters of it.", "three", "75"),
        ("One in five men.", "one", "20"),
        ("Eight out of 10 men.", "eight", "80"),
        ("It doubled.", "doubled", "100"),
        ("A six-fold rise.", "six", "500"),
        ("A two-fold decrease.", "two", "50"),
        ("It is three times as high.", "three", "200"),
    ],
)
def test_fractions_and_multiples_as_percent(sentence: str, number: str, percent: str) -> None:
    assert percent in first_values(sentence, number)


def test_half_a_million_is_a_number() -> None:
    assert first_values("Half a million men.", "half")[0] == "500000"


def test_a_third_is_not_rounded() -> None:
    numeral = read("A third of it.", 0)
    assert numeral is not None
    assert any(abs(value - Decimal(100) / 3) < Decimal("1e-20") for value in numeral.values)


@pytest.mark.parametrize("sentence", ["The harbor.", "Of it.", ""])
def test_words_that_are_no_number(sentence: str) -> None:
    assert read(sentence, 0) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,930", "1930"),
        ("1,930.5", "1930.5"),
        ("1.234,56", "1234.56"),
        ("1.234.567", "1234567"),
        ("24,3", "24.3"),
        ("0.001", "0.001"),
        ("12,34,567", "1234.567"),
    ],
)
def test_separators(text: str, value: str) -> None:
    assert digits(text) == Decimal(value)
