"""Bytes to canonical text with pages, sections, paragraphs and sentences."""
