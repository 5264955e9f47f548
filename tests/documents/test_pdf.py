"""A PDF gives running text with page numbers; what cannot be read is refused."""

from __future__ import annotations

import io

import pytest
from example_files import EXAMPLES, Reader, Refuse
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from etl.documents import Document, read
from etl.extract.mem import read_assessments, read_tally

NAMES = ["incsr-2024-xaa", "mem-6-xab"]


def _furniture(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.drawString(72, A5[1] - 40, "Sample of a report")
    canvas.drawRightString(A5[0] - 72, 30, str(template.page))


def typeset(text: str) -> bytes:
    """`text` as a PDF with a running header, page numbers and wrapped lines."""
    style = getSampleStyleSheet()["Normal"]
    flow: list[object] = []
    for block in text.replace("\t", " ").split("\n\n"):
        for line in block.strip().split("\n"):
            flow += [Paragraph(line, style), Spacer(1, 8)]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A5).build(flow, _furniture, _furniture)
    return buffer.getvalue()


def drawn(pages: list[list[str]], encrypt: str | None = None) -> bytes:
    """Pages of lines; a page without lines gets a drawing."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A5, encrypt=encrypt)
    for lines in pages:
        canvas.rect(10, 10, 50, 50)
        for place, line in enumerate(lines):
            canvas.drawString(60, A5[1] - 60 - 14 * place, line)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def printed(name: str) -> Document:
    """A sample report after it was printed as PDF, under its own identity."""
    path = EXAMPLES / f"{name}.txt"
    return read(path.with_suffix(".pdf"), data=typeset(path.read_text(encoding="utf-8")))[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_printed_report_has_the_sentences_of_its_text(name: str) -> None:
    (text,) = read(EXAMPLES / f"{name}.txt")
    document = printed(name)
    found = {s.anchor for s in document.sentences}
    prose = [s for s in text.sentences if s.section_id != "summary"]
    lost = [text.quote(s) for s in prose if s.anchor not in found]
    assert not lost
    assert [s.section_id for s in document.sections] == [s.section_id for s in text.sections]


def test_pages_are_kept_and_furniture_is_not() -> None:
    document = printed("incsr-2024-xaa")
    pages = [sentence.page for sentence in document.sentences]
    assert pages == sorted(pages)
    assert (pages[0], pages[-1]) == (1, len(document.page_starts))
    assert len(document.page_starts) > 2
    assert "Sample of a report" not in document.text
    assert any("sample of a report" in notice for notice in document.notices)


def test_ratings_and_tally_of_a_printed_evaluation() -> None:
    document = printed("mem-6-xab")
    (text,) = read(EXAMPLES / "mem-6-xab.txt")
    expected = [(a.recommendation, a.rating_body, a.rating_summary) for a in read_assessments(text)]
    found = [
        (a.recommendation, a.rating_body, a.rating_summary) for a in read_assessments(document)
    ]
    assert found == expected
    tally = read_tally(document)
    assert tally is not None
    assert tally.counts["complete"] == 21


def test_words_cut_at_line_ends_are_whole(read_as: Reader) -> None:
    lines = [
        "Armenia fights the traffick-",
        "ing of drugs; trafficking fell by 5",
        "percent in 2013.",
    ]
    (document,) = read_as("incsr-2014-arm.pdf", drawn([lines]))
    assert (
        "fights the trafficking of drugs; trafficking fell by 5 percent in 2013." in document.text
    )


def test_a_page_without_text_is_named(read_as: Reader) -> None:
    line = "Armenia seized 5 kg of cocaine in the first half of the year 2013."
    (document,) = read_as("incsr-2014-arm.pdf", drawn([[line], []]))
    assert any("without text" in notice and "2" in notice for notice in document.notices)


def test_a_printed_volume_is_split(read_as: Reader) -> None:
    def page(part: str, number: str, *lines: str) -> list[str]:
        return ["INCSR 2018 Volume 1", part, number, *lines]

    pages = [
        page(
            "Table of Contents", "i", "Country Reports .... 91", "Armenia .... 92", "Belize .... 94"
        ),
        page("Introduction", "1", "This is what the law asks for in each year of the report."),
        page(
            "Country Reports", "92", "Armenia", "Police seized 5 kg of cocaine, 7 kg of opium and"
        ),
        page("Country Reports", "93", "12 kg of heroin in the year 2017. Less was found before."),
        page("Country Reports", "94", "Belize", "Police seized 3 kg of cocaine in the year 2017."),
    ]
    front, armenia, belize = read_as("volume.pdf", drawn(pages))
    assert front.identity.report_id == "incsr-2018-front"
    assert armenia.identity.report_id == "incsr-2018-arm"
    quotes = [armenia.quote(sentence) for sentence in armenia.sentences]
    assert quotes == [
        "Armenia",
        "Police seized 5 kg of cocaine, 7 kg of opium and 12 kg of heroin in the year 2017.",
        "Less was found before.",
    ]
    assert [sentence.page for sentence in armenia.sentences] == [92, 92, 93]
    assert belize.text == "Belize\n\nPolice seized 3 kg of cocaine in the year 2017.\n"


WHOLE = drawn([["Armenia seized 5 kg of cocaine in 2013."] * 3] * 4)


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        pytest.param(drawn([[], [], []]), "no_text_layer", "text recognition", id="scan"),
        pytest.param(
            drawn([["x" * 60]], encrypt="secret"), "encrypted", "password", id="encrypted"
        ),
        pytest.param(WHOLE[: len(WHOLE) // 2], "damaged", "whole PDF", id="cut-in-half"),
        pytest.param(b"%PDF-1.7\n" + b"0 obj " * 9_000, "damaged", "whole PDF", id="nonsense"),
        pytest.param(b"plain words in a file called pdf", "damaged", "whole PDF", id="no-pdf"),
        pytest.param(drawn([["x"]] * 5_000), "too_many_pages", "3,000", id="5000-pages"),
    ],
)
def test_what_cannot_be_read_is_refused(refusal: Refuse, data: bytes, code: str, says: str) -> None:
    error = refusal("incsr-2018-arm.pdf", data)
    assert error.code == code
    assert says in str(error)
    assert error.where.startswith("incsr-2018-arm.pdf")
