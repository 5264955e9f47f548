"""Sections, paragraphs and sentences of one text, numbered and anchored."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from etl.documents.anchor import anchor
from etl.documents.limits import MAX_SENTENCE_CHARS, MAX_SENTENCES
from etl.documents.model import Paragraph, Section, Sentence
from etl.documents.segmentation.blocks import IsHeading, blocks, sentence_spans
from etl.errors import DocumentRefused

Parts = tuple[tuple[Paragraph, ...], tuple[Sentence, ...]]


class _Numbering:
    """Collects paragraphs and sentences and counts sections' sentences and anchors."""

    def __init__(self, text: str, page_starts: Sequence[int], where: str) -> None:
        self.paragraphs: list[Paragraph] = []
        self.sentences: list[Sentence] = []
        self._text = text
        self._page_starts = page_starts
        self._where = where
        self._in_section: Counter[str] = Counter()
        self._anchors: Counter[str] = Counter()

    def add_paragraph(self, section_id: str, kind: str, start: int, end: int) -> None:
        self.paragraphs.append(Paragraph(len(self.paragraphs), section_id, kind, start, end))

    def add_sentence(self, section_id: str, start: int, end: int) -> None:
        if end - start > MAX_SENTENCE_CHARS or len(self.sentences) >= MAX_SENTENCES:
            raise self._refused(section_id, start, end)
        name = anchor(self._text[start:end])
        self._in_section[section_id] += 1
        self._anchors[name] += 1
        self.sentences.append(
            Sentence(
                index=len(self.sentences),
                section_id=section_id,
                number=self._in_section[section_id],
                paragraph=len(self.paragraphs) - 1,
                start=start,
                end=end,
                anchor=name,
                occurrence=self._anchors[name],
                page=bisect_right(self._page_starts, start),
            )
        )

    def _refused(self, section_id: str, start: int, end: int) -> DocumentRefused:
        return DocumentRefused(
            "no_prose",
            expected=f"at most {MAX_SENTENCES:,} sentences of at most {MAX_SENTENCE_CHARS:,} "
            "characters",
            found=f"sentence {len(self.sentences) + 1:,} of {end - start:,} characters",
            where=f"{self._where}, section {section_id}, offset {start}",
        )


def assemble(
    text: str,
    sections: Sequence[Section],
    is_heading: IsHeading,
    page_starts: Sequence[int] = (),
    where: str = "document",
) -> Parts:
    """Cut each section into paragraphs and sentences.

    Every character that is not white space lies in exactly one sentence; a heading
    is a sentence of its own whose paragraph is of kind `heading`.

    Args:
        text: The document's canonical text.
        sections: Its sections in reading order, without gaps.
        is_heading: Tells the layout's headings by their line.
        page_starts: Offset of each page's first character, if the format has pages.
        where: Name of the document for messages.

    Raises:
        DocumentRefused: `no_prose` where a sentence is longer, or sentences are more,
            than any report has.
    """
    numbering = _Numbering(text, page_starts, where)
    for section in sections:
        for block in blocks(text, section.start, section.end, is_heading):
            numbering.add_paragraph(section.section_id, block.kind, block.start, block.end)
            for start, end in sentence_spans(text, block):
                numbering.add_sentence(section.section_id, start, end)
    return tuple(numbering.paragraphs), tuple(numbering.sentences)
