"""Amounts at which a law draws a line, and amounts that look like such."""

from __future__ import annotations

import pytest

from tests.extract.reading import mentions_of, quantities_of

LIMITS = [
    pytest.param("Each family may grow up to four plants.", "four", id="may_grow"),
    pytest.param("Patients can buy 30 grams at a pharmacy.", "30", id="can_buy"),
    pytest.param("Residents are allowed to keep six plants.", "six", id="allowed"),
    pytest.param("Selling 100 grams or more brings a death sentence.", "100", id="selling"),
    pytest.param("Carrying under five grams is a misdemeanor.", "five", id="carrying"),
    pytest.param("Courts gave up to two years for as little as nine grams.", "nine", id="little"),
    pytest.param(
        "It tries those whose load meets the statutory minimum of 3 kg.", "3", id="statutory"
    ),
    pytest.param("Cash above $9,000 must be declared.", "9,000", id="cash"),
    pytest.param(
        "Death is the penalty for possession of more than 70 grams of opium or six grams of it.",
        "six",
        id="or_another_drug",
    ),
    pytest.param(
        "The penalty for selling two kilograms or more is life in prison.", "two", id="life"
    ),
    pytest.param("Travelers may bring up to $8,000 in cash.", "8,000", id="may_bring"),
    pytest.param("Possession of two ounces or less is no crime.", "two", id="ounces"),
]


@pytest.mark.parametrize(("text", "number"), LIMITS)
def test_an_amount_in_a_law(text: str, number: str) -> None:
    start = text.rindex(number)
    assert [m.disposition for m in mentions_of(text) if m.start == start] == ["penalty"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Guards discovered opium weighing nearly 610 kg in a barn.", "610"),
        ("The plants pulled up in the first nine months came to 7,100.", "7,100"),
        ("Coca spread: from 310 ha to 470 ha in the delta.", "470"),
        ("Police found two men in possession of over 3 kg of heroin.", "3"),
        ("A pilot was sentenced for smuggling more than 500 kg of cocaine.", "500"),
        ("Guards seized drugs with a declared value of over $7 million.", "$7"),
        ("Labs may have produced up to 300 kg of it.", "300"),
        ("Each boat can carry 900 kg.", "900"),
    ],
    ids=[
        "weighing",
        "came_to",
        "spread",
        "in_possession",
        "sentenced",
        "declared_value",
        "may_have",
        "boat",
    ],
)
def test_an_amount_that_only_looks_like_a_limit(text: str, number: str) -> None:
    assert number in [one.text for one in quantities_of(text)]
