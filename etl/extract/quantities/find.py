"""Every number of a document: which are quantities, and what the others are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from etl.documents.model import Document
from etl.extract.model import Mention, Quantity
from etl.extract.quantities import carry, commas, prices
from etl.extract.quantities.line import Line
from etl.extract.quantities.lines import lines
from etl.extract.quantities.links import Candidate, link, spread
from etl.extract.quantities.measures import measure
from etl.extract.quantities.money import in_whole_coins
from etl.extract.quantities.rules import disposition
from etl.extract.quantities.values import quantity
from etl.extract.quantities.wholes import bare_parts, pointing_back, wholes
from etl.extract.quantities.zeros import zeros


def find(document: Document) -> tuple[list[Quantity], list[Mention]]:
    """Read every number and number word of `document`.

    Returns:
        The quantities, and one mention for every number or number word, quantities
        included (disposition `fact`), both in the order of the text.
    """
    quantities: list[Quantity] = []
    mentions: list[Mention] = []
    per: dict[str, str] = {}
    candidates: list[Candidate] = []
    before = -1
    for sentence, line in lines(document):
        follows = sentence - before <= 1
        candidates = read_line(line, candidates if follows else [])
        per = prices.prices(line, candidates, per if follows else {})
        before = sentence
        found = list(_quantities(line, sentence, candidates))
        found.extend(_unclaimed(zeros(line, sentence), found))
        quantities.extend(found)
        mentions.extend(_mentions(line, sentence, candidates, found))
    quantities.sort(key=lambda one: (one.start, one.end))
    mentions.sort(key=lambda one: (one.start, one.end))
    return quantities, mentions


def read_line(line: Line, earlier: list[Candidate]) -> list[Candidate]:
    """The numbers of a sentence with unit, links and, where they are none, disposition.

    Args:
        line: The sentence.
        earlier: The numbers of the sentence directly before.
    """
    candidates: list[Candidate] = []
    for written in line.numbers:
        found = measure(line, written)
        number = commas.with_decimal_comma(line, in_whole_coins(line, written, found), found)
        reason = disposition(line, number, found)
        plain = "number" if number is written else commas.DECIMAL_COMMA
        why, rule = reason if reason is not None else (None, plain)
        candidates.append(Candidate(number, found, why, rule))
    counting = _not_names(candidates)
    bare_parts(line, counting)
    for left, right in pairwise(counting):
        right.link = link(line, left, right)
    commas.share_comma(line, counting)
    spread(counting)
    carry.forward(counting)
    carry.across_dates(line, counting)
    wholes(line, counting, earlier)
    carry.backward(line, counting)
    pointing_back(line, counting, earlier)
    carry.by_verb(line, counting)
    prices.rates(line, counting)
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
