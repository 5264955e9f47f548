"""A volume is split into its country chapters, as its contents list them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from example_files import Reader, Refuse

from etl.documents import Document, read

LONG = "The police of the country seized more cocaine in this year than in any other before it, and"
OVER = "seventy of the boats were fast. At the end of this page goes the"
TWICE = ["Armenia", "Benin", "Armenia"]
CHAPTERS: dict[str, list[list[str]]] = {
    "Armenia": [
        ["Armenia", "", LONG, "five kilograms of it were pure. Courts sent 11 men to", "prison."]
    ],
    "The Bahamas": [
        ["The Bahamas", "", "A.  Introduction", "", LONG, OVER],
        ["sentence on with 12 boats.", "", "D.  Conclusion", "", "It ends."],
    ],
    "Benin": [["Benin", "", "Benin seized 3 kg."]],
}


def page(part: str, number: str, lines: list[str]) -> str:
    return "\n".join(["INCSR 2018 Volume 1 ", " ", part, number, " ", *lines, "", ""])


def volume(listed: list[str], chapters: dict[str, list[list[str]]] = CHAPTERS) -> str:
    contents = ["Table of Contents", "Country Reports ........ 91"]
    contents += [f"{name} ...... {92 + n}" for n, name in enumerate(listed)]
    parts = ["International Narcotics Control\nStrategy Report\n\nVolume I\n\n"]
    parts += [page("Table of Contents", "i", contents)]
    parts += [
        page("Chemical Controls", str(n), ["Armenia", "", f"Year {n}."]) for n in range(50, 54)
    ]
    number = 92
    for bodies in chapters.values():
        for body in bodies:
            parts.append(page("Country Reports", str(number), body))
            number += 1
    return "".join(parts)


def by_id(documents: list[Document]) -> dict[str, Document]:
    return {document.identity.report_id: document for document in documents}


def test_chapters_and_front_matter_are_documents(read_as: Reader) -> None:
    documents = read_as("volume.txt", volume(["Armenia", "The Bahamas", "Benin"]))
    ids = [document.identity.report_id for document in documents]
    assert ids == ["incsr-2018-front", "incsr-2018-arm", "incsr-2018-bhs", "incsr-2018-ben"]
    front = documents[0]
    assert front.identity.ref_area == ""
    assert "Year 50." in front.text
    assert all("INCSR" not in document.text for document in documents)


def test_a_chapter_reads_like_its_own_file(read_as: Reader) -> None:
    chapter = by_id(read_as("volume.txt", volume(["Armenia", "The Bahamas"])))["incsr-2018-bhs"]
    assert [section.section_id for section in chapter.sections] == ["front", "A", "D"]
    cut = next(s for s in chapter.sentences if "goes the" in chapter.quote(s))
    assert chapter.quote(cut) == "At the end of this page goes the sentence on with 12 boats."
    assert cut.page == 93
    assert chapter.sentences[-1].page == 94
    assert chapter.layout == "incsr_chapter"


def test_a_chapter_that_the_contents_forgot_is_found_and_named(read_as: Reader) -> None:
    documents = read_as("volume.txt", volume(["Armenia", "The Bahamas", "Cuba"]))
    assert "incsr-2018-ben" in by_id(documents)
    assert any("not in the table of contents: BEN" in notice for notice in documents[0].notices)
    assert any("not in the text: Cuba" in notice for notice in documents[0].notices)


def test_a_country_as_sub_heading_starts_no_chapter(read_as: Reader) -> None:
    inside = {
        "Armenia": [
            ["Armenia", "", "A.  Introduction", "", "It rose."],
            ["Belize", "", "It fell in this part."],
            ["D.  Conclusion", "", "It ends."],
        ]
    }
    documents = by_id(read_as("volume.txt", volume(["Armenia"], inside)))
    assert list(documents) == ["incsr-2018-front", "incsr-2018-arm"]
    assert "It fell in this part." in documents["incsr-2018-arm"].text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(volume(["Armenia", "Atlantis"]), "unknown_country", id="unknown-country"),
        pytest.param(volume(["Armenia"], {"x": [["It rose."]]}), "no_chapters", id="no-chapters"),
        pytest.param(
            volume(["Armenia", "Benin"], {str(n): CHAPTERS[name] for n, name in enumerate(TWICE)}),
            "duplicate_chapter",
            id="twice",
        ),
        pytest.param(
            volume(["Armenia"]).replace("2018", "2019", 1), "several_editions", id="two-editions"
        ),
    ],
)
def test_a_broken_volume_is_refused(refusal: Refuse, text: str, code: str) -> None:
    assert refusal("volume.txt", text).code == code


def squeezed(text: str) -> str:
    return "".join(text.replace("-", "").split())


@pytest.mark.corpus
@pytest.mark.parametrize("edition", [2018, 2019])
def test_real_volumes_hold_the_words_of_their_chapters(corpus: Path, edition: int) -> None:
    path = corpus / "volumes" / f"incsr-{edition}-vol1.txt"
    if not path.is_file():
        fail: Callable[[str], object] = (
            pytest.fail if os.environ.get("DCW_REQUIRE_CORPUS") == "1" else pytest.skip
        )
        fail(f"no volume at {path}")
    documents = by_id(read(path))
    singles = sorted(corpus.glob(f"incsr-{edition}-*.txt"))
    assert len(singles) > 30
    for single in singles:
        (alone,) = read(single)
        chapter = documents[alone.identity.report_id]
        assert squeezed(chapter.text) == squeezed(alone.text)
        assert [s.anchor for s in chapter.sentences] == [s.anchor for s in alone.sentences]
        assert [s.section_id for s in chapter.sections] == [s.section_id for s in alone.sections]
