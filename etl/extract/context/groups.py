"""Which territory of a group that one report covers a number is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.documents.model import Document, Sentence
from etl.extract.context.areas import AreaMention, find_areas
from etl.extract.context.gazetteer import members_of
from etl.extract.view import tokens

_REACH = 12


def member_named(document: Document, sentence: Sentence) -> str:
    """The one member that a sentence, its paragraph so far, or its heading names.

    Args:
        document: A report, of a country or of a group of territories.
        sentence: The sentence that states the number.

    Returns:
        The member's code; empty where the report is of one country, or where none or
        several members are named.
    """
    members = members_of(document.identity.ref_area) - {document.identity.ref_area}
    if not members:
        return ""
    for start, end in _stretches(document, sentence):
        words = tokens(document.text, start, end)
        named = _members(find_areas(document.text, start, end, words, ""), members)
        if named:
            return named.pop() if len(named) == 1 else ""
    return ""


def _members(mentions: Sequence[AreaMention], members: frozenset[str]) -> set[str]:
    return {m.code for m in mentions if m.kind == "name"} & members


def _stretches(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The sentence, those before it in its paragraph, and the heading above."""
    yield sentence.start, sentence.end
    for index in range(sentence.index - 1, max(-1, sentence.index - _REACH), -1):
        before = document.sentences[index]
        if before.paragraph != sentence.paragraph:
            break
        yield before.start, before.end
    for index in range(sentence.paragraph - 1, max(-1, sentence.paragraph - _REACH), -1):
        above = document.paragraphs[index]
        if above.section_id != sentence.section_id:
            return
        if above.kind == "heading":
            yield above.start, above.end
            return
