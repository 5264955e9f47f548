"""The rows that a document itself is: its text, sections and sentences."""

from __future__ import annotations

import hashlib

from etl.documents.model import Document
from etl.staging.load import Columns


def document_columns(document: Document) -> Columns:
    """The row of `staging.documents`."""
    return {
        "report_id": [document.identity.report_id],
        "sha256": [document.sha256],
        "text_sha256": [hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()],
        "media_type": [document.media_type],
        "layout": [document.layout],
        "file_name": [document.file_name],
        "title": [document.title or None],
        "char_count": [len(document.text)],
        "page_count": [len(document.page_starts)],
        "text": [document.text],
    }


def section_columns(document: Document) -> Columns:
    """The rows of `staging.sections`, in reading order."""
    sections = document.sections
    return {
        "report_id": [document.identity.report_id] * len(sections),
        "section_id": [section.section_id for section in sections],
        "ordinal": list(range(1, len(sections) + 1)),
        "title": [section.title for section in sections],
        "chapter": [section.chapter or None for section in sections],
        "start_char": [section.start for section in sections],
        "end_char": [section.end for section in sections],
    }


def sentence_columns(document: Document) -> Columns:
    """The rows of `staging.sentences`, in reading order."""
    sentences = document.sentences
    return {
        "report_id": [document.identity.report_id] * len(sentences),
        "sentence_index": [sentence.index for sentence in sentences],
        "section_id": [sentence.section_id for sentence in sentences],
        "sentence_number": [sentence.number for sentence in sentences],
        "paragraph_index": [sentence.paragraph for sentence in sentences],
        "start_char": [sentence.start for sentence in sentences],
        "end_char": [sentence.end for sentence in sentences],
        "page": [sentence.page for sentence in sentences],
        "anchor": [sentence.anchor for sentence in sentences],
        "occurrence": [sentence.occurrence for sentence in sentences],
        "text": [document.quote(sentence) for sentence in sentences],
    }
