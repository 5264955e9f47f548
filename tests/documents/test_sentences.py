"""Sentences end where they end, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.documents.segmentation.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text))]


@pytest.mark.parametrize(
    "whole",
    [
        pytest.param("The U.S. Coast Guard seized 3 MT.", id="country-before-a-name"),
        pytest.param("Arcadia signed the U.S.-U.K. Treaty in 1931.", id="joined-countries"),
        pytest.param("Sr. Gen. Lara Ortiz met Dr. Roe.", id="ranks"),
        pytest.param("Police of St. Kitts and Mt. Arca met.", id="places"),
        pytest.param("They met at No. 8 Harbour Street.", id="house-number"),
        pytest.param("It lost approx. Two hectares.", id="approximately"),
        pytest.param("Some drugs, e.g. Ecstasy, are rare.", id="for-example"),
        pytest.param("Seizures fell to 3.5 MT in 2013.", id="decimal"),
        pytest.param("Acme Ltd. Ships carried 4 kg.", id="company-before-a-name"),
        pytest.param("1. Institutional Development", id="numbered-heading"),
        pytest.param("The law (Art. 12) names J. Roe as judge.", id="article-and-initial"),
        pytest.param("It seized heroin... and 4 kg of opium.", id="ellipsis"),
    ],
)
def test_stays_one_sentence(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("It was shipped to the U.S.", "In 2013, less was.", id="country-at-the-end"),
        pytest.param("They took 115 MT.", "Roughly a third was base.", id="metric-tons"),
        pytest.param("It rose in 2016.", "2017 saw a fall.", id="year-after-year"),
        pytest.param("He said “no.”", "She said yes.", id="closing-quote"),
        pytest.param("It seized 4 kg.¹", "Police found more.", id="footnote-mark"),
        pytest.param("Did it fall?", "It did!", id="question"),
        pytest.param("The answer was no.", "The police left.", id="the-word-no"),
        pytest.param("It was sold (at $5.)", "Prices rose.", id="closing-bracket"),
        pytest.param("Boats came from Ácoda.", "Águila seized two.", id="accented-capital"),
    ],
)
def test_ends_after_the_first(first: str, second: str) -> None:
    assert sentences(f"{first} {second}") == [first, second]
    assert sentences(f"{first}  \n{second}\n") == [first, second]


@given(st.text(alphabet="aA. \n5,;()“”U.S!?…-¹é", max_size=200))
def test_holds_every_character_once(text: str) -> None:
    spans = split(text, 0, len(text))
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    assert kept == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param("." * 400_000, id="stops"),
        pytest.param(".)" * 200_000, id="closed-stops"),
        pytest.param(". " * 200_000, id="spaced-stops"),
        pytest.param("No. " * 100_000, id="abbreviations"),
        pytest.param("." + " " * 400_000, id="spaces"),
        pytest.param("A. (" * 100_000, id="brackets"),
    ],
)
def test_reads_bombs_in_one_pass(bomb: str) -> None:
    assert "".join(sentences(bomb)).count(".") == bomb.count(".")
