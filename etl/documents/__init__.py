"""Bytes to canonical text with pages, sections, paragraphs and sentences."""

from etl.documents.model import Document, Identity, Paragraph, Section, Sentence
from etl.documents.reading import read

__all__ = ["Document", "Identity", "Paragraph", "Section", "Sentence", "read"]
