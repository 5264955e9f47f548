"""A text report keeps its own characters, and every part has exact offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from example_files import EXAMPLES, Reader
from hypothesis import given
from hypothesis import strategies as st

from etl.documents.anchor import anchor
from etl.documents.layouts import LAYOUTS
from etl.documents.segmentation.assemble import assemble

LINES = [
    *("A. Introduction", "B. Trends", "1. Law", "RECOMMENDATION 3", "CONTROL MEASURES"),
    *("CONCLUSIONS", "GLOSSARY", "• item", "a\tb", "It rose. It fell.", "", "x", " ", "\f"),
]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "dos", "mac"])
def test_offsets_are_those_of_the_file(read_as: Reader, end: str) -> None:
    text = (EXAMPLES / "incsr-2024-xaa.txt").read_text(encoding="utf-8").replace("\n", end)
    (document,) = read_as("incsr-2024-arm.txt", text.replace("Arcadia\n", "Armenia\n", 1))
    assert document.text == text.replace("Arcadia\n", "Armenia\n", 1)
    sentence = next(s for s in document.sentences if "18.6 MT" in document.quote(s))
    assert text[sentence.start : sentence.end].startswith("During the first ten months of 2023,")
    assert text[sentence.start : sentence.end].endswith("45 kg of opium.")
    assert sentence.section_id == "B.2"


def test_a_byte_order_mark_is_no_character(read_as: Reader) -> None:
    (document,) = read_as("incsr-2018-arm.txt", "Armenia\n\nIt seized 5 kg.\n".encode("utf-8-sig"))
    assert document.text.startswith("Armenia")
    assert document.sentences[1].start == 9


def test_sections_of_a_lettered_chapter(read_as: Reader) -> None:
    text = (EXAMPLES / "incsr-2024-xaa.txt").read_text(encoding="utf-8")
    (document,) = read_as("incsr-2024-arm.txt", text)
    ids = [section.section_id for section in document.sections]
    assert ids == ["front", "A", "B", "B.1", "B.2", "B.3", "B.4", "C", "D"]
    assert document.sections[4].title == "Supply Reduction"
    assert document.layout == "incsr_chapter"
    assert not document.notices


def test_numbers_that_break_the_order_are_no_sections(read_as: Reader) -> None:
    text = (
        "Armenia\n\nA. Introduction\n\nFirst.\n\n7. Not a section\n\nB. Trends\n\n1. Law\n\nLast.\n"
    )
    (document,) = read_as("incsr-2018-arm.txt", text)
    assert [section.section_id for section in document.sections] == ["front", "A", "B", "B.1"]


def test_a_short_chapter_is_one_body(read_as: Reader) -> None:
    (document,) = read_as("incsr-2018-arm.txt", "Armenia\n\nIt seized 5 kg. It lost 2 kg.\n")
    assert [section.section_id for section in document.sections] == ["body"]
    kinds = [document.paragraphs[s.paragraph].kind for s in document.sentences]
    assert kinds == ["heading", "prose", "prose"]
    assert [s.number for s in document.sentences] == [1, 2, 3]


def test_an_unknown_layout_is_read_plainly_and_says_so(read_as: Reader) -> None:
    text = "Armenia\n\nII. Status of Country\n\nIt seized 5 kg.\n\nIII. Actions\n\nIt lost 2 kg.\n"
    (document,) = read_as("incsr-1998-arm.txt", text)
    assert document.layout == "plain"
    assert any("plain sections" in notice for notice in document.notices)


def test_bullets_and_table_rows_are_sentences_of_their_own(read_as: Reader) -> None:
    text = "Armenia\n\nThe list:\n• boats, 14;\n• cars, 9.\n\nYear\tkg\n2012\t1,100\n2013\t1,200\n"
    (document,) = read_as("incsr-2018-arm.txt", text)
    quotes = [document.quote(s) for s in document.sentences]
    assert quotes[2:] == ["• boats, 14;", "• cars, 9.", "Year\tkg", "2012\t1,100", "2013\t1,200"]
    kinds = {document.quote(s): document.paragraphs[s.paragraph].kind for s in document.sentences}
    assert kinds["• cars, 9."] == "bullet"
    assert kinds["2013\t1,200"] == "table"


def test_a_sentence_cut_by_a_page_break_is_one(read_as: Reader) -> None:
    before = (
        "In the area of control, the country counts the laboratories that were found by its police"
    )
    text = f"Armenia\n\n{before}, of which half\n\n\n\nwere in the north. More follow.\n"
    (document,) = read_as("incsr-2018-arm.txt", text)
    cut = document.quote(document.sentences[1])
    assert cut.startswith(before)
    assert cut.endswith("were in the north.")


def test_the_same_anchor_is_counted(read_as: Reader) -> None:
    (document,) = read_as("incsr-2018-arm.txt", "Armenia\n\nIt took 5 kg. It took 7 kg.\n")
    first, second = document.sentences[1:]
    assert first.anchor == second.anchor
    assert (first.occurrence, second.occurrence) == (1, 2)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("It took 5 kg.", "it  took 7,300 KG", True, id="number-case-and-stops"),
        pytest.param("It took six kg.", "It took 7 kg.", True, id="number-word"),
        pytest.param("Peru’s 5 kg", "Peru's 6 kg", True, id="quotes"),
        pytest.param("It took 5 kg.", "It took 5 kg more.", False, id="another-word"),
    ],
)
def test_an_anchor_survives_a_changed_number_alone(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert (anchor(one) == anchor(other)) is same


@given(
    st.lists(st.sampled_from(LINES), max_size=20),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
    st.sampled_from(sorted(LAYOUTS)),
)
def test_parts_cover_the_text_without_overlap(lines: list[str], end: str, name: str) -> None:
    text = end.join(lines)
    if lines.count("RECOMMENDATION 3") > 1:
        return
    layout = LAYOUTS[name]
    sections = layout.sections(text)
    paragraphs, sentences = assemble(text, sections, layout.is_heading)
    assert (sections[0].start, sections[-1].end) == (0, len(text))
    assert all(a.end == b.start for a, b in pairwise(sections))
    held = "".join("".join(text[s.start : s.end].split()) for s in sentences)
    assert held == "".join(text.split())
    for sentence in sentences:
        paragraph = paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert paragraph.section_id == sentence.section_id
