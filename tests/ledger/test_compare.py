"""A claim stands only where the words at its place bear it out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from etl.documents.anchor import words
from etl.ledger.compare import Stated, disagreement


def compared(
    sentence: str, number: str, value: str, high: str | None = None, kind: str = "level"
) -> str | None:
    """What is said against a claim about the first word of `number`; None if nothing."""
    start = sentence.index(number)
    word = next(i for i, (_, end) in enumerate(words(sentence)) if end > start)
    stated = Stated(Decimal(value), None if high is None else Decimal(high), kind, number)
    wrong = disagreement(sentence, word, stated)
    return None if wrong is None else wrong.found


@pytest.mark.parametrize(
    ("sentence", "number", "value", "high"),
    [
        ("Between 250 and 400 hectares.", "250", "250", "400"),
        ("From 150 MT up to 180 MT.", "150", "150", "180"),
        ("Some 80,000-90,000 persons.", "80,000", "80000", "90000"),
        ("It cost $2 to $3 million.", "$2", "2000000", "3000000"),
        ("It cost 2-3 million.", "2", "2000000", "3000000"),
        ("It is three to five times higher.", "three", "200", "400"),
    ],
)
def test_ranges_agree(sentence: str, number: str, value: str, high: str) -> None:
    assert compared(sentence, number, value, high) is None


@pytest.mark.parametrize(
    ("sentence", "number", "value", "high"),
    [
        pytest.param("Between 250 and 400 hectares.", "250", "251", "400", id="low end"),
        pytest.param("Between 250 and 400 hectares.", "250", "250", "401", id="high end"),
        pytest.param("They took 1,930 tons.", "1,930", "1931", None, id="last digit"),
        pytest.param("They took 1,930 tons.", "1,930", "193", None, id="lost digit"),
        pytest.param("They spent $11.6 million.", "$11.6", "11.6", None, id="lost magnitude"),
        pytest.param("They spent $11.6.", "$11.6", "11600000", None, id="magnitude made up"),
        pytest.param("The harbor is old.", "harbor", "5", None, id="no number there"),
    ],
)
def test_wrong_figures_are_noticed(
    sentence: str, number: str, value: str, high: str | None
) -> None:
    assert compared(sentence, number, value, high) is not None


@pytest.mark.parametrize(
    ("sentence", "value", "agrees"),
    [
        ("A five percent decrease.", "-5", True),
        ("A five percent decrease.", "5", False),
        ("A five percent increase.", "5", True),
        ("A five percent increase.", "-5", False),
        ("An increase here, a five percent decrease there.", "-5", True),
    ],
)
def test_a_change_needs_words_of_its_direction(sentence: str, value: str, agrees: bool) -> None:  # noqa: FBT001 - expected outcome
    assert (compared(sentence, "five", value, kind="change") is None) == agrees


def test_a_zero_needs_words_that_deny() -> None:
    sentence = "No new laboratories were found."
    assert compared(sentence, "No new laboratories", "0") is None
    assert compared("Some new laboratories were found.", "Some new", "0") is not None
