"""Tokens keep their place; phrases are found word by word, longest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract.view import Phrases, tokens, vocabulary


def words_of(text: str) -> list[str]:
    return [token.word for token in tokens(text, 0, len(text))]


def test_words_numbers_and_signs_are_tokens() -> None:
    assert words_of("The U.S. DEA’s unit took 1,930.5 kg of coca-leaf (e.g. here).") == [
        *("the", "u.s.", "dea", "'s", "unit", "took", "1,930.5", "kg", "of", "coca", "-", "leaf"),
        *("(", "e.g.", "here", ")", "."),
    ]


@pytest.mark.parametrize("opening", ["Police in Ankara", "İncirlik in İstanbul"])
def test_tokens_are_those_of_the_text_where_lower_case_is_longer(opening: str) -> None:
    text = f"{opening}’s port took 12 KG"
    found = tokens(text, 0, len(text))
    written = [text[token.start : token.end] for token in found]
    assert written == [*opening.split(), "’s", "port", "took", "12", "KG"]
    assert [token.word for token in found[-5:]] == ["'s", "port", "took", "12", "kg"]
    assert vocabulary(text, 0, len(text)) == {token.word for token in found}


@given(st.text(max_size=120))
def test_tokens_cover_all_but_white_space_in_order(text: str) -> None:
    found = tokens(text, 0, len(text))
    covered = "".join(text[token.start : token.end] for token in found)
    assert covered == "".join(text.split())
    assert [token.start for token in found] == sorted({token.start for token in found})


def test_the_longest_cue_wins() -> None:
    phrases = Phrases([("drug", 1), ("drug law", 2), ("law", 3)])
    text = "drug law and law on a drug"
    hits = [(hit.row, hit.first) for hit in phrases.all(tokens(text, 0, len(text)))]
    assert hits == [(2, 0), (3, 3), (1, 6)]


def test_a_star_stands_for_any_ending() -> None:
    phrases = Phrases([("seiz*", "act"), ("seizure price", "price")])
    text = "seized, seizing; seizure price; size"
    assert [hit.row for hit in phrases.all(tokens(text, 0, len(text)))] == ["act", "act", "price"]


def test_a_cue_is_found_just_before_a_place() -> None:
    phrases = Phrases([("more than", 1), ("than", 2)])
    found = tokens("more than five", 0, 14)
    hit = phrases.before(found, 2)
    assert hit is not None
    assert (hit.row, hit.first) == (1, 0)
    assert phrases.before(found, 1) is None


@pytest.mark.parametrize(
    ("cues", "text", "row"),
    [
        pytest.param(("invest*", "investigat*"), "investigators", "investigat*", id="stem"),
        pytest.param(("drug lab*", "drug labs"), "drug labs", "drug labs", id="phrase"),
        pytest.param(("drug labs", "drug lab*"), "drug labs", "drug labs", id="other_order"),
        pytest.param(("drug*", "drug lab*"), "drug labs", "drug lab*", id="longer"),
    ],
)
def test_the_most_particular_cue_is_found(cues: tuple[str, ...], text: str, row: str) -> None:
    hit = Phrases((cue, cue) for cue in cues).at(tokens(text, 0, len(text)), 0)
    assert hit is not None
    assert hit.row == row
