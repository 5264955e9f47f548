"""Codes the quantities of an invented text, for tests of concepts."""

from __future__ import annotations

from etl.extract.concepts import code_all
from etl.extract.model import Concept
from etl.extract.quantities import find
from tests.extract.reading import document_of


def concepts_of(text: str) -> list[tuple[str, Concept | None]]:
    """Each number of `text` with what it measures, in the order of the text."""
    document = document_of(text)
    quantities, _ = find(document)
    concepts = code_all(quantities, document)
    return [(q.text, c) for q, c in zip(quantities, concepts, strict=True)]


def codes_of(text: str) -> list[str]:
    """`indicator`, with `/substance` where it has one, of each number; `none` for no fact."""
    return [_code(concept) for _, concept in concepts_of(text)]


def kinds_of(text: str) -> list[str]:
    """Kind and sign of each number: `change-`, `change+`, `level`, `share`, `rate`."""
    return [_kind(concept) for _, concept in concepts_of(text)]


def _code(concept: Concept | None) -> str:
    if concept is None:
        return "none"
    return "/".join(part for part in (concept.indicator, concept.substance) if part)


def _kind(concept: Concept | None) -> str:
    if concept is None:
        return "none"
    sign = {1: "+", -1: "-"}[concept.sign] if concept.kind == "change" else ""
    return concept.kind + sign
