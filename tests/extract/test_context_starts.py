"""A pattern tried at known words finds what a search at every letter finds."""

from __future__ import annotations

import re

import pytest

from etl.extract.context.numbers import find_numbers
from etl.extract.context.starts import Starting
from etl.extract.context.tables import comparison_openers, giving_words, relative_periods
from etl.extract.view import tokens

TEXTS = {
    "comparison": "Police in Zed held 12 men, compared with 20 in 2016 and up from 9 before.",
    "relative": "In the same period of the previous year, 30; this year and last year, none.",
    "glued": "Over-the-counter pills (over 40) fell year-over-year, More than twice, to 3 from 12.",
}


def found(pattern: Starting, text: str, start: int, end: int) -> list[tuple[int, int]]:
    words = tokens(text, 0, len(text))
    return [match.span() for match in pattern.all(words, text, start, end)]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(
    "pattern", [comparison_openers(), relative_periods()], ids=["base", "year"]
)
def test_finds_what_a_search_finds(pattern: Starting, text: str) -> None:
    for start in (0, 10, 30):
        for end in (len(text), len(text) - 12):
            searched = [m.span() for m in pattern.pattern.finditer(text, start, end)]
            assert found(pattern, text, start, end) == searched


def test_matches_do_not_overlap() -> None:
    pattern = Starting(re.compile(r"more than (?:more than )?"), ("more than",))
    text = "more than more than more than 5"
    assert found(pattern, text, 0, len(text)) == [(0, 20), (20, 30)]


def test_may_begin_with_digits_only_where_told() -> None:
    pattern, text = re.compile(r"\d+ kg|half"), "half of 20 kg"
    assert found(Starting(pattern, ("half",)), text, 0, len(text)) == [(0, 4)]
    assert found(Starting(pattern, ("half",), numbers=str.isdecimal), text, 0, len(text)) == [
        (0, 4),
        (8, 13),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (
            "US$ 5 or $ 1,200.50, one-third of X-1,234 and two-fold",
            ["5", "$ 1,200.50", "one", "234", "two"],
        ),
        ("half of the 12kg, 3-ton, 4-5 and 1,234kg", ["1"]),
        ("a dozen of these and Hundreds", ["Hundreds"]),
    ],
    ids=["signs", "glued", "counted"],
)
def test_numbers_of_a_sentence(text: str, numbers: list[str]) -> None:
    spans = find_numbers(text, 0, len(text), ())
    assert [text[number.start : number.end] for number in spans] == numbers


def test_words_of_giving_have_their_parts() -> None:
    assert "donated" in giving_words("gives") & giving_words("given")
    assert giving_words("aid").isdisjoint(giving_words("receives"))
