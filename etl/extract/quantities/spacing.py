"""Thousands that a space parts: "1 500 kg", "1 250 000 tablets"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.quantities.numerals import read_digits
from etl.extract.quantities.records import Part
from etl.extract.quantities.tables import dispositions, units, word_list
from etl.extract.view import Token

_LEADING = re.compile(r"[1-9][0-9]{0,2}")
_GROUP = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")
MOST_GROUPS = 4


def spaced(tokens: Sequence[Token], place: int) -> Part | None:
    """The number that starts at token `place` where spaces part its thousands.

    Two such groups say so by themselves; one could be a number of its own ("Terminal 2
    500 kg"), and counts only in front of a unit, with no label or month before.
    """
    if place + 1 >= len(tokens) or not tokens[place + 1].is_number:
        return None
    last = place + 1
    while last < len(tokens) and last - place <= MOST_GROUPS and _goes_on(tokens, last):
        last += 1
    whole = last > place + 1 and _LEADING.fullmatch(tokens[place].word)
    if not whole or (last == place + 2 and not _measures(tokens, place, last)):
        return None
    return Part(last, read_digits("".join(token.word for token in tokens[place:last])))


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    apart = tokens[place].start - tokens[place - 1].end
    return apart == 1 and _GROUP.fullmatch(tokens[place].word) is not None


def _measures(tokens: Sequence[Token], place: int, last: int) -> bool:
    if last >= len(tokens) or not any(
        units()[scale].at(tokens, last) for scale in ("measure", "count", "persons")
    ):
        return False
    front = tokens[place - 1].word if place else ""
    labelled = place > 0 and dispositions("before").before(tokens, place) is not None
    return not labelled and front not in word_list("months")
