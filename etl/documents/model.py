"""What a read document is: its identity, its canonical text, and the spans within it.

Every `start` and `end` is an offset into `Document.text` in Unicode code points,
0-based, end exclusive. For a `.txt` report that text is the file's own characters. For
HTML, PDF and the chapters of a volume it is derived: what stands around the report is
left out, wrapped lines and hyphens at line ends are undone.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """Which report a document is.

    Attributes:
        report_id: `incsr-<edition year>-<iso3>` or `mem-<round>-<iso3>`, lower case.
        series: `INCSR` or `MEM`.
        edition: Edition year of the INCSR, round of the MEM.
        edition_year: Calendar year in which the edition appeared.
        reference_year: Year that an undated figure is about: the year before an
            INCSR edition, the year of a MEM evaluation.
        ref_area: ISO 3166-1 alpha-3 of the country; empty for front matter.
    """

    report_id: str
    series: str
    edition: int
    edition_year: int
    reference_year: int
    ref_area: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report with a heading of its own.

    Attributes:
        section_id: Short stable name within the report: `A`, `B.2`, `R14` (MEM
            recommendation 14), `conclusions`, `summary`, `glossary`, `front`, `body`.
        title: The heading as printed, without its number; empty where there is none.
        chapter: CICAD chapter code for MEM sections, otherwise empty.
    """

    section_id: str
    title: str
    chapter: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text. `kind` is `prose`, `heading`, `bullet` or `table`."""

    index: int
    section_id: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and its stable address.

    Attributes:
        index: 0-based position in the document.
        section_id: Section that holds it.
        number: 1-based position within its section.
        paragraph: Index of its paragraph.
        anchor: Hash of its normalized words (`etl.documents.anchor`).
        occurrence: 1-based count of this anchor so far in the document.
        page: 1-based page of its first character; 0 where the format has no pages.
    """

    index: int
    section_id: str
    number: int
    paragraph: int
    start: int
    end: int
    anchor: str
    occurrence: int
    page: int


@dataclass(frozen=True, slots=True)
class Document:
    """A report as read: identity, canonical text and its parts in reading order.

    Attributes:
        sha256: Hex digest of the bytes the document came in.
        media_type: `text/plain`, `text/html` or `application/pdf`.
        layout: Name of the layout that read it, such as `incsr_chapter`.
        page_starts: Offset of each page's first character; empty without pages. Pages
            that the text lacks (those of a volume before a chapter) have no length.
        notices: What the reader had to assume or could not use, in plain words.
    """

    identity: Identity
    text: str
    sha256: str
    media_type: str
    layout: str
    title: str
    file_name: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    page_starts: tuple[int, ...] = ()
    notices: tuple[str, ...] = ()

    def quote(self, sentence: Sentence) -> str:
        """The sentence's own characters."""
        return self.text[sentence.start : sentence.end]
