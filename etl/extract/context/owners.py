"""The agency whose staff or budget a number counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.context.reading import Reading
from etl.extract.context.scene import STRONG, Actor
from etl.extract.context.subjects import is_inserted
from etl.extract.context.voices import only_is
from etl.extract.model import Quantity

_NEAR = 30
_HAS_TOO = re.compile(r"\b(?:and\s+(?:has|had|employs|counts|maintains|fields)|with)\b")
_LED = re.compile(r"[^;.]{0,80},\s+(?:the\s+)?")


def owner(quantity: Quantity, reading: Reading, actors: Sequence[Actor]) -> Actor | None:
    """The agency whose staff or budget a number counts."""
    own = [a for a in actors if a.kind in STRONG and a.code != "US_GOV"]
    text = reading.document.text
    near = [a for a in own if 0 <= a.start - quantity.end <= _NEAR]
    if near and not re.search(r"[,;.]|\band\b", text[quantity.end : near[0].start]):
        return near[0]
    before = [a for a in own if a.end <= quantity.start]
    before = [a for a in before if a.kind == "agency"] or before
    before = [a for a in before if not is_inserted(text, a, before)]
    before = [a for a in before if not a.adjunct] or before
    if not before:
        return _owner_behind(quantity, text, own)
    if only_is(text, before[-1]) and not _HAS_TOO.search(text, before[-1].end, quantity.start):
        return None
    return _respective(quantity, reading, before) or before[-1]


def _owner_behind(quantity: Quantity, text: str, own: Sequence[Actor]) -> Actor | None:
    """The subject behind an opening that counts its staff ("With a staff of 12, the ABC ...")."""
    after = [a for a in own if a.start >= quantity.end and not a.adjunct]
    led = after and _LED.fullmatch(text, quantity.end, after[0].start)
    return after[0] if led else None


def _respective(quantity: Quantity, reading: Reading, own: Sequence[Actor]) -> Actor | None:
    """The agency in the number's own place, where the sentence says "respectively"."""
    if "respectively" not in reading.between(quantity.end, reading.sentence.end):
        return None
    starts = [number.start for number in reading.numbers if number.start >= own[0].end]
    if len(starts) != len(own) or quantity.start not in starts:
        return None
    return own[starts.index(quantity.start)]
