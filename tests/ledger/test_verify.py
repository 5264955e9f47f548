"""Rows are found again by their anchor, and every changed figure is told apart."""

from __future__ import annotations

from decimal import Decimal

import pytest
from samples.arcadia import CHAPTER, document, row_at

from etl.documents import Document
from etl.ledger.row import LedgerRow
from etl.ledger.table import Placed
from etl.ledger.verify import Check, verify


@pytest.fixture
def chapter() -> Document:
    """The invented chapter as read."""
    return document()


def check(report: Document, row: LedgerRow) -> Check:
    return verify(report, [Placed("incsr-2020-ata.csv:2", row)])[0]


def all_rows(report: Document) -> list[LedgerRow]:
    return [
        row_at(report, "1,930", "1930", unit="KG"),
        row_at(report, "24", "24"),
        row_at(report, "31", "31"),
        row_at(report, "250", "250", value_high=Decimal(400), qualifier="range"),
        row_at(report, "five", "-5", kind="change", unit="PT"),
        row_at(report, "third", "33.33333333", kind="share", unit="PT"),
        row_at(report, "No new laboratories", "0"),
        row_at(report, "$11.6", "11600000", unit="USD"),
        row_at(report, "10", "10", after="obtained"),
    ]


def test_sound_rows_are_verified_at_their_exact_spans(chapter: Document) -> None:
    for row in all_rows(chapter):
        result = check(chapter, row)
        assert result.verification == "verified", result
        assert result.span is not None
        assert chapter.text[result.span.start : result.span.end] == row.text


@pytest.mark.parametrize(
    ("old", "new", "text", "found"),
    [
        ("1,930", "1,950", "1,930", "1950"),
        ("1,930", "11,930", "1,930", "11930"),
        ("250", "260", "250", "260"),
        ("400", "500", "250", "500"),
        ("five", "six", "five", "6"),
        ("five percent", "25 percent", "five", "25"),
        ("$11.6", "$11.7", "$11.6", "11700000"),
        ("million", "billion", "$11.6", "11600000000"),
    ],
)
def test_a_changed_figure_is_contradicted(old: str, new: str, text: str, found: str) -> None:
    row = next(row for row in all_rows(document()) if row.text == text)
    result = check(document(CHAPTER.replace(old, new, 1)), row)
    assert (result.verification, result.found) == ("contradicted", found)


def test_a_wrong_digit_in_the_ledger_is_named_with_its_row(chapter: Document) -> None:
    result = check(chapter, row_at(chapter, "1,930", "1980", unit="KG"))
    assert result.problem is not None
    assert str(result.problem) == (
        "incsr-2020-ata.csv:2 (incsr-2020-ata A, sentence 2): expected 1980, found 1930 "
        "[contradicted]"
    )


def test_a_wrong_text_beside_a_right_value_is_contradicted(chapter: Document) -> None:
    row = row_at(chapter, "1,930", "1930", unit="KG")
    wrong = LedgerRow(**{name: getattr(row, name) for name in row.__slots__} | {"text": "1,980"})
    result = check(chapter, wrong)
    assert (result.verification, result.expected, result.found) == (
        "contradicted",
        "'1,980'",
        "'1,930'",
    )


def test_a_removed_sentence_is_not_found(chapter: Document) -> None:
    row = row_at(chapter, "1,930", "1930", unit="KG")
    shorter = document(CHAPTER.replace("Arcadia seized 1,930 kilograms of cocaine in 2019. ", ""))
    assert check(shorter, row).verification == "not_found"


def test_another_wording_is_not_found(chapter: Document) -> None:
    row = row_at(chapter, "1,930", "1930", unit="KG")
    reworded = document(CHAPTER.replace("of cocaine", "of heroin", 1))
    assert check(reworded, row).verification == "not_found"


def test_sentences_that_differ_only_in_their_figures_are_told_apart(chapter: Document) -> None:
    first, second = row_at(chapter, "24", "24"), row_at(chapter, "31", "31")
    assert first.anchor == second.anchor
    assert (first.occurrence, second.occurrence) == (1, 2)
    swapped = document(CHAPTER.replace("24", "99").replace("31", "24").replace("99", "31"))
    assert [check(swapped, row).found for row in (first, second)] == ["31", "24"]


def test_a_sentence_is_found_where_another_was_put_before_it(chapter: Document) -> None:
    row = row_at(chapter, "31", "31")
    longer = document(CHAPTER.replace("Police held 24", "It rained. Police held 24"))
    assert check(longer, row).verification == "verified"


def test_white_space_and_quotes_do_not_matter(chapter: Document) -> None:
    rows = all_rows(chapter)
    wrapped = document(CHAPTER.replace("of cocaine in", "of\ncocaine  in"))
    assert {check(wrapped, row).verification for row in rows} == {"verified"}
