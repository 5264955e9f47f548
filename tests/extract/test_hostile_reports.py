"""Damaged reports: whatever is cut out or put in, extraction ends and keeps its promises."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from etl.documents import read
from etl.errors import DocumentRefused
from etl.extract import extract

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = range(12)
JUNK = [
    *("\x00", "\u202e", "٣", "½", "²", "①", "Ⅻ", "ß", "İ", "\ufeff", "$", "€", "(", ")", "%", "-"),
    *("–", "  ", "\n\n", "\t", "1.234,56", "9" * 400, "one ", "no ", "per ", "/", "of ", "half "),
    *("1.", "B.", "+", "in ", "to ", "1e5", "१२", "and ", "respectively "),
]


def damaged(text: str, seed: int) -> str:
    """A piece of `text` with letters lost, doubled and replaced by junk."""
    chance = random.Random(seed)  # noqa: S311 - no secret is made
    begin = chance.randrange(max(1, len(text) // 2))
    letters = list(text[begin : begin + 5000])
    for _ in range(chance.randrange(1, 300)):
        place = chance.randrange(len(letters))
        letters[place] = chance.choice(["", letters[place] * 2, chance.choice(JUNK)])
    return "".join(letters)


@pytest.mark.corpus
@pytest.mark.parametrize("seed", SEEDS)
def test_a_damaged_report_keeps_the_promises(corpus: Path, seed: int) -> None:
    paths = sorted(corpus.glob("*.txt"))
    path = paths[seed * 7 % len(paths)]
    damage = damaged(path.read_text(encoding="utf-8"), seed)
    try:
        (document,) = read(path, data=damage.encode())
    except DocumentRefused:
        return
    extraction = extract(document)
    text = document.text
    assert all(text[m.start : m.end] == m.text for m in extraction.mentions)
    assert all(text[f.start : f.end] == f.text for f in extraction.facts)
    covered = {place for m in extraction.mentions for place in range(m.start, m.end)}
    assert {i for i, char in enumerate(text) if char.isdecimal()} <= covered
    assert extract(document) == extraction
