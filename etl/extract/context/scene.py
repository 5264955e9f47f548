"""A sentence with the places and abbreviations that its actors are told by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from etl.extract.context.agencies import Shorts
from etl.extract.context.areas import AreaMention
from etl.extract.context.starts import Starting
from etl.extract.view import tokens, vocabulary

STRONG = frozenset({"agency", "government"})
"""Kinds of actors whose deeds are their own figures."""


class Actor(NamedTuple):
    """Someone who may have counted or done what a number says.

    Attributes:
        code: Estimator code; empty for a voice that has none.
        kind: `agency` or `government` (theirs is what they do and say), `body` (an
            unnamed body of a country: theirs is only what they report), `country`.
        cited: Whether "according to" stands before it.
        speaks: Whether it reports, or is the one whose survey or data are told of.
        adjunct: Whether a preposition makes it something other than a subject.
    """

    start: int
    end: int
    code: str
    kind: str
    cited: bool = False
    speaks: bool = False
    adjunct: bool = False


class Attribution(NamedTuple):
    """Who is behind a number, and by what words.

    Attributes:
        role: `source` (reports or estimates it), `does`, `own` (its staff or budget),
            `carried` from the sentence before; empty where nobody is named.
    """

    code: str
    role: str


NOBODY = Attribution("", "")
COUNTRY = Attribution("", "country")
"""The country itself acts, which names nobody; the source before may still stand."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence: `text[start:end]`, its places, its report's country and shorts."""

    text: str
    start: int
    end: int
    areas: Sequence[AreaMention]
    home: str
    shorts: Shorts

    def found(self, pattern: Starting) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the sentence."""
        if pattern.first.isdisjoint(vocabulary(self.text, self.start, self.end)):
            return iter(())
        words = tokens(self.text, self.start, self.end)
        return pattern.all(words, self.text, self.start, self.end)


def government_of(country: str) -> str:
    """The code of a country's government; none for groups of territories."""
    if country == "USA":
        return "US_GOV"
    grouped = country.startswith("X") and country != "XKX"
    return "" if grouped or not country else f"{country[:3]}_GOV"
