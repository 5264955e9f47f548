"""Hyphens at line ends: part of the word, or put there by the typesetter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LINE_END_MARKS = "-\u00ad\u2010"
_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LAST = re.compile(r"([^\W\d_]+)\Z")
_FIRST = re.compile(r"([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """What a document's own words tell of the hyphens at its line ends.

    Attributes:
        known: Its words in lower case, but for those that a line end cuts.
        typeset: Whether its words are cut at line ends at all: then a hyphen of which
            nothing is known is the typesetter's.
    """

    known: frozenset[str]
    typeset: bool

    @classmethod
    def of(cls, lines: Sequence[str]) -> Hyphenation:
        """Learn from all lines of a document."""
        known = _vocabulary(lines)
        verdicts = [
            _verdict(line.rstrip()[:-1], following.strip(), known)
            for line, following in pairwise(lines)
            if line.rstrip()[-1:] in LINE_END_MARKS and line.strip()
        ]
        return cls(known, verdicts.count(True) > verdicts.count(False))

    def join(self, line: str, following: str) -> str:
        """Two lines of one paragraph as one, with a hyphen at the first one's end resolved.

        "traffick-" and "ing" become "trafficking" if the document has that word
        elsewhere; "eight-" and "month" keep the hyphen if it has "eight-month", or both
        halves.
        """
        if line[-1:] not in LINE_END_MARKS or line[-2:-1].isspace() or not line[:-1]:
            return f"{line} {following}"
        stem, mark = line[:-1], line[-1]
        first = _FIRST.match(following)
        if first is None or not first.group().islower() or _LAST.search(stem) is None:
            return f"{stem}-{following}"
        verdict = _verdict(stem, following, self.known)
        if verdict is None:
            verdict = mark == _SOFT_HYPHEN or self.typeset
        return stem + following if verdict else f"{stem}-{following}"


def _vocabulary(lines: Sequence[str]) -> frozenset[str]:
    known: set[str] = set()
    for line in lines:
        bare = line.strip()
        words = _WORD.findall(bare.casefold())
        whole = words[1:-1] if bare[-1:] in LINE_END_MARKS else words[1:]
        known.update(whole)
        known.update(part for word in whole if "-" in word for part in word.split("-"))
    return frozenset(known)


def _verdict(stem: str, following: str, known: frozenset[str]) -> bool | None:
    """Whether the hyphen between the two is the typesetter's; None where nothing tells."""
    last, first = _LAST.search(stem), _FIRST.match(following)
    if last is None or first is None:
        return None
    before, after = last.group().casefold(), first.group().casefold()
    if f"{before}-{after}" in known:
        return False
    if before + after in known:
        return True
    return False if before in known and after in known else None
