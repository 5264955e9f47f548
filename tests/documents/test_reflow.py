"""Printed pages become running text again."""

from __future__ import annotations

import pytest

from etl.documents.reflow.furniture import without_furniture
from etl.documents.reflow.hyphens import Hyphenation
from etl.documents.reflow.pages import Page
from etl.documents.reflow.paragraphs import reflow

WRAPPED = (
    "In the first ten months of the year the police of the country seized",
    "more cocaine than in any other year before, and the navy took part in",
    "it.",
)


def never(line: str) -> bool:
    return not line


def test_wrapped_lines_become_one_paragraph() -> None:
    lines = (*WRAPPED, "", "A. Introduction", "", *WRAPPED)
    text = reflow([Page(1, lines)]).text
    paragraph = " ".join(WRAPPED)
    assert text == f"{paragraph}\n\nA. Introduction\n\n{paragraph}\n"


def test_short_lines_stay_apart() -> None:
    lines = (*WRAPPED, "Country", "Peru", "41,000", "40,000")
    assert reflow([Page(1, lines)]).text.endswith("it.\n\nCountry\n\nPeru\n\n41,000\n\n40,000\n")


def test_a_sentence_goes_on_over_the_page() -> None:
    first, second = WRAPPED[:1], WRAPPED[1:]
    result = reflow([Page(1, first), Page(2, second)])
    assert result.text == " ".join(WRAPPED) + "\n"
    assert result.page_starts == (0, len(WRAPPED[0]) + 1)


def test_pages_that_are_not_there_start_where_the_next_does() -> None:
    result = reflow([Page(3, ("It rose.",)), Page(5, ("It fell.",))])
    assert result.text == "It rose.\n\nIt fell.\n"
    assert result.page_starts == (0, 0, 0, 10, 10)


def test_a_number_at_a_line_start_is_no_list_item_inside_a_sentence() -> None:
    lines = (
        "The country held its yearly campaign from the first of May to October",
        "20. During the first nine months the police reported 1,571 of the sites",
    )
    assert "October 20. During" in reflow([Page(1, lines)]).text


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        pytest.param(["of traffick-", "ing is trafficking"], "of trafficking is", id="known-whole"),
        pytest.param(
            ["the eight-", "month time in an eight-month"], "eight-month time", id="known-hyphen"
        ),
        pytest.param(
            ["a drug-", "free town, no drug is ever free"], "drug-free town", id="known-halves"
        ),
        pytest.param(["since 2007-", "2010 it rose"], "2007-2010 it", id="years"),
        pytest.param(["the Inter-", "American Convention"], "Inter-American", id="names"),
        pytest.param(["the word traf\u00ad", "ficking here"], "trafficking here", id="soft-hyphen"),
        pytest.param(["between – ", "and after"], "– and after", id="dash"),
    ],
)
def test_hyphens_at_line_ends(lines: list[str], joined: str) -> None:
    bare = [line.strip() for line in lines]
    assert joined in Hyphenation.of(bare).join(*bare)


def test_an_unknown_hyphen_follows_the_document() -> None:
    cut = ["the traffick-", "ing of trafficking and produc-", "tion or production"]
    whole = ["the eight-", "month of eight-month and go-", "fast or go-fast"]
    assert Hyphenation.of(cut).join("un-", "known") == "unknown"
    assert Hyphenation.of(whole).join("un-", "known") == "un-known"


def pages_with(header: str, bodies: list[str], footer: str) -> list[Page]:
    return [
        Page(n, (header.format(n=n), "", body, "", footer.format(n=n)))
        for n, body in enumerate(bodies, start=1)
    ]


def test_running_lines_and_page_numbers_are_left_out_and_named() -> None:
    pages = pages_with("Sample Report | {n}", ["It rose.", "It fell.", "It held."], "{n}")
    bare, notices = without_furniture(pages, never)
    assert [[line for line in page.lines if line] for page in bare] == [
        ["It rose."],
        ["It fell."],
        ["It held."],
    ]
    assert "sample report" in notices[0]


def test_figures_at_the_edge_of_pages_stay() -> None:
    bodies = ["It seized 7 kg.", "It seized 31 kg.", "It seized 12 kg."]
    bare, _ = without_furniture(pages_with("", bodies, ""), never)
    assert [[line for line in page.lines if line] for page in bare] == [[body] for body in bodies]


def test_a_number_that_does_not_count_with_the_pages_stays() -> None:
    pages = [Page(n, ("It rose.", value)) for n, value in enumerate(["41", "17", "2"], start=1)]
    bare, _ = without_furniture(pages, never)
    assert [page.lines[-1] for page in bare] == ["41", "17", "2"]


def test_headings_that_come_back_stay() -> None:
    pages = pages_with("CONTROL MEASURES", ["It rose.", "It fell.", "It held."], "")
    bare, _ = without_furniture(pages, lambda line: line == "CONTROL MEASURES")
    assert all(page.lines[0] == "CONTROL MEASURES" for page in bare)
