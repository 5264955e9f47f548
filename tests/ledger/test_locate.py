"""A number is found at its own characters, also where a space is missing."""

from __future__ import annotations

import pytest
from samples.arcadia import CHAPTER, document

from etl.ledger.locate import Hint, Sentences, number_word, span_of


@pytest.mark.parametrize(
    ("sentence", "word", "text", "shown"),
    [
        pytest.param("They took 1,930 kilos.", 2, "1,930", "1,930", id="digits"),
        pytest.param("They paid $11.6 million.", 2, "$11.6", "$11.6", id="sign in front"),
        pytest.param("They are 5% of all.", 2, "5%", "5%", id="sign behind"),
        pytest.param("They took approximately1.9 tons.", 2, "1.9", "1.9", id="glued in front"),
        pytest.param("They held 51major men.", 2, "51", "51", id="glued behind"),
        pytest.param("No new  harbors opened.", 0, "No new harbors", "No new  harbors", id="words"),
    ],
)
def test_the_span_is_the_number(sentence: str, word: int, text: str, shown: str) -> None:
    report = document(CHAPTER.replace("The harbor is old.", sentence))
    place = next(s for s in report.sentences if report.quote(s) == sentence)
    span = span_of(report, place, word, text)
    assert span is not None
    assert span.as_printed
    assert report.text[span.start : span.end] == shown


@pytest.mark.parametrize("text", ["930", "1", "1,93", "1,9301", "1.930", "1,930kg"])
def test_a_part_of_a_number_is_not_the_number(text: str) -> None:
    report = document()
    span = span_of(report, report.sentences[2], 2, text)
    assert report.quote(report.sentences[2]).startswith("Arcadia seized 1,930")
    assert span is None or not span.as_printed


@pytest.mark.parametrize(
    ("sentence", "number", "word"),
    [("It cost $5 there.", "$5", 2), ("It took10 men.", "10", 1), ("Half of it.", "Half", 0)],
)
def test_the_number_s_word(sentence: str, number: str, word: int) -> None:
    assert number_word(sentence, sentence.index(number)) == word


def test_nothing_is_behind_the_last_word() -> None:
    assert number_word("It is.", 5) is None


def test_equal_anchors_of_which_none_is_meant_are_not_guessed() -> None:
    report = document(CHAPTER.replace("July. The", "July. Police held 7 persons in July. The"))
    sentences = Sentences(report)
    anchor = next(s.anchor for s in report.sentences if "Police held" in report.quote(s))
    assert sentences.find(Hint(anchor, 9, "B", 9)) is None
    assert sentences.find(Hint("0" * 16, 1, "A", 1)) is None
