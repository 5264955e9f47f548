"""A sentence's anchor: a hash of its words that survives a changed number.

Digit groups are masked, so that the same sentence with another figure is found
again and its figure can be compared, where a plain hash would only say "gone".
White space, case, punctuation and typographic quotes do not matter.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

WORD = re.compile(r"\d+(?:[.,]\d+)*\w*|\w+", re.UNICODE)
_DIGIT = re.compile(r"\d")
_MASKED_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
    "eighty ninety hundred thousand million billion".split()
)


def words(text: str) -> list[tuple[int, int]]:
    """Spans of the words of `text`, the unit in which a number's place is counted.

    "1,930" is one word, so that a figure that gains a digit moves none after it.
    """
    return [match.span() for match in WORD.finditer(text)]


def anchor(text: str) -> str:
    """Sixteen hex digits that name the sentence `text` by its words.

    Args:
        text: One sentence.

    Returns:
        The first 64 bits of the SHA-256 of the words, case-folded and NFKC-normalized,
        with every word that holds a digit or is a number word replaced by `0`.
    """
    parts = [
        "0" if word in _MASKED_WORDS or (not word.isalpha() and _DIGIT.search(word)) else word
        for word in map(str.casefold, WORD.findall(unicodedata.normalize("NFKC", text)))
    ]
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:16]


def observation_id(report_id: str, anchor_: str, occurrence: int, number_word: int) -> str:
    """The stable name of one stated quantity.

    Args:
        report_id: Report that states it.
        anchor_: Anchor of its sentence.
        occurrence: Which sentence of the report with that anchor, from 1.
        number_word: Which word of the sentence the number starts with, from 0.

    Returns:
        Sixteen hex digits: the same for a fact from the ledger and from the text.
    """
    key = f"{report_id}|{anchor_}|{occurrence}|{number_word}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
