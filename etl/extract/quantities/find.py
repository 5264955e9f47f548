"""Every number of a document: which are quantities, and what the others are."""

from __future__ import annotations

import re
import string
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from etl.documents.model import Document
from etl.extract.model import Mention, Quantity
from etl.extract.quantities import carry
from etl.extract.quantities.line import Line
from etl.extract.quantities.links import Candidate, link, spread
from etl.extract.quantities.measures import measure
from etl.extract.quantities.numerals import number_words
from etl.extract.quantities.rules import disposition
from etl.extract.quantities.values import quantity
from etl.extract.quantities.zeros import zeros

_ASCII_LOWER = {ord(letter): letter.lower() for letter in string.ascii_uppercase}
LONGEST = 20_000
"""Longer sentences are cut at white space: no memory grows with one long line."""


_DENIAL = r"\bno\b|(?:did|has|have|had) not\b|fold\b"


@cache
def _trigger() -> re.Pattern[str]:
    """What a lower-case sentence holds if it may state a number."""
    words = sorted(number_words(), key=len, reverse=True)
    return re.compile(rf"\d|\b(?:{'|'.join(map(re.escape, words))})\b|{_DENIAL}")


def _lower(text: str) -> str:
    """`text` in lower case, offsets kept: where one capital becomes two letters, ASCII only."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_ASCII_LOWER)


def find(document: Document) -> tuple[list[Quantity], list[Mention]]:
    """Read every number and number word of `document`.

    Returns:
        The quantities, and one mention for every number or number word, quantities
        included (disposition `fact`), both in the order of the text.
    """
    quantities: list[Quantity] = []
    mentions: list[Mention] = []
    per: dict[str, str] = {}
    before = -1
    for sentence, line in _lines(document):
        candidates = read_line(line)
        per = carry.prices(line, candidates, per if sentence - before <= 1 else {})
        before = sentence
        found = list(_quantities(line, sentence, candidates))
        found.extend(_unclaimed(zeros(line, sentence), found))
        quantities.extend(found)
        mentions.extend(_mentions(line, sentence, candidates, found))
    quantities.sort(key=lambda one: (one.start, one.end))
    mentions.sort(key=lambda one: (one.start, one.end))
    return quantities, mentions


def _lines(document: Document) -> Iterator[tuple[int, Line]]:
    """The sentences that may hold a number, each once, in pieces where very long."""
    starts = [sentence.start for sentence in document.sentences]
    headings = {p.index for p in document.paragraphs if p.kind == "heading"}
    trigger, text, place = _trigger(), _lower(document.text), 0
    while (hit := trigger.search(text, place)) is not None:
        index = bisect_right(starts, hit.start()) - 1
        inside = index >= 0 and hit.start() < document.sentences[index].end
        if not inside:
            start, end, index, heading = *_outside(document, starts, hit.start()), -1, True
        else:
            sentence = document.sentences[index]
            start, end = sentence.start, sentence.end
            heading = sentence.paragraph in headings
        for first, last in _pieces(document.text, start, end):
            yield index, Line(document.text, first, last, document.identity.ref_area, heading)
        place = max(end, hit.end())


def _outside(document: Document, starts: list[int], at: int) -> tuple[int, int]:
    """The stretch between two sentences that holds offset `at`."""
    index = bisect_right(starts, at)
    start = document.sentences[index - 1].end if index else 0
    end = starts[index] if index < len(starts) else len(document.text)
    return start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def read_line(line: Line) -> list[Candidate]:
    """The numbers of a sentence with unit, links and, where they are none, disposition."""
    candidates: list[Candidate] = []
    for number in line.numbers:
        found = measure(line, number)
        reason = disposition(line, number, found)
        why, rule = reason if reason is not None else (None, "number")
        candidates.append(Candidate(number, found, why, rule))
    counting = _not_names(candidates)
    for left, right in pairwise(counting):
        right.link = link(line, left, right)
    spread(counting)
    carry.forward(counting)
    carry.backward(line, counting)
    carry.by_verb(line, counting)
    carry.rates(counting)
    return candidates


def _not_names(candidates: list[Candidate]) -> list[Candidate]:
    """The numbers that can hang together: digits of a name stand between for nothing."""
    return [one for one in candidates if one.disposition != "name"]


def _quantities(line: Line, sentence: int, candidates: list[Candidate]) -> Iterator[Quantity]:
    counting = _not_names(candidates)
    for place, candidate in enumerate(counting):
        if candidate.disposition is not None or candidate.merged:
            continue
        high = counting[place + 1] if place + 1 < len(counting) else None
        if high is not None and _is_range(candidate, high):
            high.merged = True
        else:
            high = None
        yield quantity(line, sentence, candidate, high)


def _is_range(low: Candidate, high: Candidate) -> bool:
    if high.link != "range" or high.disposition is not None:
        return False
    same_role = high.number.role in {low.number.role, "times"}
    if not same_role or low.measure.unit != high.measure.unit or low.number.value is None:
        return False
    return high.number.value is not None and low.number.value < high.number.value


def _unclaimed(zeros_found: Iterator[Quantity], found: list[Quantity]) -> list[Quantity]:
    return [z for z in zeros_found if not any(q.start < z.end and z.start < q.end for q in found)]


def _mentions(
    line: Line, sentence: int, candidates: list[Candidate], found: list[Quantity]
) -> Iterator[Mention]:
    for one in candidates:
        start, end = one.number.start, one.number.stop
        yield Mention(
            start=start,
            end=end,
            text=line.text[start:end],
            sentence=sentence,
            value=one.number.value,
            disposition=one.disposition or "fact",
            rule_id=one.rule_id,
        )
    for zero in found:
        if zero.form == "zero_words":
            yield Mention(
                zero.start, zero.end, zero.text, sentence, zero.value, "fact", zero.rule_id
            )
