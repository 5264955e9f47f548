"""Which numbers and times of a sentence belong together: parentheses and comparisons.

"Twelve in 2013, compared to six in 2012": what follows the comparing words is a scope
of its own, so that neither number takes the other's year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.extract.context.expressions import Time
from etl.extract.context.numbers import Number
from etl.extract.context.tables import change_words, comparison_openers
from etl.extract.view import tokens, vocabulary

_CHANGE_REACH = 90
_ITEM_REACH = 60
_NEXT = 6
_NOUN_REACH = 24
"""A share "from" something is no change, unless an amount or a time stands right behind."""
_MORE = (
    r"(?:(?:an?|the|about|approximately|roughly|nearly|almost|over|more|less|than|only|just|around"
    r"|some|estimated|at|least|total|of|its|record)\s+){0,5}"
)
_TO_NUMBER = re.compile(rf",?\s+to\s+{_MORE}(?:[$€£]?\d|[a-z]+\s+(?:percent|in)\b)", re.IGNORECASE)
_CLOSE = re.compile(
    r";|[,–—]\s*(?:and|while|but|although|whereas|though|with|including|which|bringing|or|as)\b"
    r"|\band\s+(?:\w+ly\s+)?\w+ed\b|\bby\s+\w+ing\b",
    re.IGNORECASE,
)

_OVERTAKES = ("exceed", "surpass", "topp")
_ROUND = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}(?:[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a\s+dozen|half|\w+ty|\w+teen)\b)"
)
_DEEPEST = 4
_PAREN = re.compile(r"[()\[\]]")
_PAUSE = re.compile(
    r"[,–—](?!\d|\s*when\b)"
    r"|\s+and\s+(?:(?:approximately|about|nearly|over|more than|some)\s+)?[$€£]?\d[\d,.]*\b"
    r"(?!\S*\s+(?:the\s+year|a\s+year)|[^;.]{0,60}?\bin\s+(?:19|20)\d\d)"
    r"|\s+and\s+(?=(?:enough|sufficient|is|are|was|were|has|have|had|could|would|will|may|might)\b)"
)
_ALSO = re.compile(
    r"(?:,?\s*(?:and\s+)?(?:19|20)\d\d\b)+|\s+and\s+[$€£]?\d[^;]{0,60}?\bin\s+(?:19|20)\d\d\b"
)
_FROM_TO = re.compile(r"\s+[$€£]?\d[\d,.]*(?:\s+[\w$]+){0,3}?\s+to\s+(?:\w+\s+){0,2}?[$€£]?\d")
_RANGING = re.compile(
    r"\b(?:(?:rang|var)(?:e|es|ed|ing|y|ying|ies)|(?:run|weigh|cost|sell|fetch|measure|average|extend|typically|usually|often"
    r"|generally|normally)s?|anywhere|sold|weighed|carrying|holding|containing)\b[^,;]*$",
    re.IGNORECASE,
)
_FROM_NAME = re.compile(r"\s+(?:the\s+)?(?!FY|CY|About|Some)[A-Z][a-z]")


_OPENING = re.compile(
    r"\s*((?:After|Following|Against|From|Having\s+\w+|Up\s+from|Down\s+from)\s+(?:[\w-]+\s+){0,4}?(?!(?:19|20)\d\d)"
    r"[$€£]?\d[^,;]*?\b(?:in|of|during)\s+(?:19|20)\d\d),"
)
"""What came before, told ahead of the number itself ("After 20 arrests in 2016, ...")."""
_RISE_OVER = re.compile(
    r"\b(?:a|an|the)\s+(?:[\w.,-]+\s+){0,5}?(?:increase|decrease|rise|fall|drop|decline|growth|jump|gain|surge"
    r"|reduction|improvement)\s+(?:of\s+(?:[\w.,]+\s+){1,3}(?:percent|%)\s+)?$",
    re.IGNORECASE,
)
"""A change as a noun ("a 12 percent rise over"), which compares; "rose over" may be during."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A stretch of a sentence whose times stay within it: `paren` or `base`.

    A `base` is the other side of a comparison, the amount that is compared with.
    """

    start: int
    end: int
    kind: str


def find_scopes(
    text: str, start: int, end: int, times: Sequence[Time], numbers: Sequence[Number]
) -> list[Scope]:
    """The parentheses and comparison sides of `text[start:end]`.

    Args:
        text: The document's text.
        start: Where the sentence starts.
        end: Where it ends.
        times: Its time expressions.
        numbers: Its numbers that are no dates.
    """
    parens = list(_parens(text, start, end))
    openers = [
        match
        for match in _opened(text, start, end)
        if not _only_exceeds(text, end, match, times)
        and (match["change"] is None or _compares(text, start, match, times, numbers))
    ]
    bases = [Scope(*match.span(1), "base") for match in [_OPENING.match(text, start, end)] if match]
    for index, match in enumerate(openers):
        limit = openers[index + 1].start() if index + 1 < len(openers) else end
        inside = [paren.end for paren in parens if paren.start < match.start() < paren.end]
        limit = _closing(text, start, match, min([limit, *inside]), parens=parens, times=times)
        bases.append(Scope(match.start(), limit, "base"))
    return parens + bases


def _only_exceeds(text: str, end: int, match: re.Match[str], times: Sequence[Time]) -> bool:
    """Whether an amount is only said to be more than a round number ("exceeded 22 MT")."""
    if not match.group().lower().startswith(_OVERTAKES):
        return False
    if _ROUND.match(text, match.end(), end) is None:
        return False
    return not any(match.end() <= t.start <= match.end() + _ITEM_REACH for t in times)


def _opened(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    openers = comparison_openers()
    if openers.first.isdisjoint(vocabulary(text, start, end)):
        return iter(())
    return openers.all(tokens(text, start, end), text, start, end)


def scopes_of(scopes: Sequence[Scope], place: int) -> tuple[Scope, ...]:
    """The scopes that hold `place`, the outermost first."""
    held = [scope for scope in scopes if scope.start <= place < scope.end]
    return tuple(sorted(held, key=lambda scope: (scope.start, -scope.end)))


def _parens(text: str, start: int, end: int) -> Iterator[Scope]:
    opened: list[int] = []
    for match in _PAREN.finditer(text, start, end):
        if match.group() in "([":
            opened.append(match.start())
        elif opened:
            begin = opened.pop()
            if len(opened) < _DEEPEST:
                yield Scope(begin, match.start(), "paren")


def _compares(
    text: str,
    start: int,
    match: re.Match[str],
    times: Sequence[Time],
    numbers: Sequence[Number],
) -> bool:
    """Whether "from" or "over" opens a comparison: a change before it, an item soon after."""
    before, after = max(start, match.start() - _CHANGE_REACH), match.end() + _ITEM_REACH
    items = [time.start for time in times] + [number.start for number in numbers]
    dated = any(time.start <= match.start() < time.end for time in times)
    if dated or not any(match.end() <= item <= after for item in items):
        return False
    if match.group().lower() == "over":
        qualifies = any(0 <= number.start - match.end() <= 1 for number in numbers)
        stretch = next((t for t in times if 0 < t.start - match.end() <= _NEXT), None)
        during = stretch is not None and _is_stretch(stretch)
        if stretch is not None and during:
            earlier = any(t.start < match.start() and t.last[0] > stretch.last[0] for t in times)
            during = not earlier and not _RISE_OVER.search(text, before, match.start())
        changed = change_words().search(text, before, match.start()) is not None
        return changed and not qualifies and not during
    if _RANGING.search(text, before, match.start()) or _from_a_place(text, match, times):
        return False
    if _FROM_TO.match(text, match.end()):
        return True
    near = any(match.end() <= item <= match.end() + _NOUN_REACH for item in items)
    said = {word.group().lower() for word in change_words().finditer(text, before, match.start())}
    return bool(said) and (near or said != {"percent"})


def _from_a_place(text: str, match: re.Match[str], times: Sequence[Time]) -> bool:
    """Whether "from" leads to a name, not to an amount or a time."""
    named = _FROM_NAME.match(text, match.end()) is not None
    return named and not any(0 <= time.start - match.end() <= _NEXT for time in times)


def _is_stretch(time: Time) -> bool:
    """Whether "over" a time means during it ("over the first half of 2018")."""
    return time.code == "span" and time.first[1] > 0


def _closing(
    text: str,
    start: int,
    match: re.Match[str],
    limit: int,
    *,
    parens: Sequence[Scope],
    times: Sequence[Time],
) -> int:
    ends = [limit]
    if match.group().lower().endswith("from"):
        to = _TO_NUMBER.search(text, match.end(), limit)
        ends += [to.start()] if to else []
    if not text[start : match.start()].strip():
        comma = text.find(",", match.end(), limit)
        if text.startswith(", when ", comma):
            comma = text.find(",", comma + 1, limit)
        return comma if comma >= 0 else limit
    said = next((time.end for time in times if time.start >= match.start()), limit)
    also = _ALSO.match(text, min(said, limit), limit)
    said = also.end() if also else said
    dash = _PAUSE.search(text, min(said, limit), limit)
    ends += [dash.start()] if dash else []
    for close in _CLOSE.finditer(text, also.end() if also else match.end(), limit):
        if not any(match.start() < p.start < close.start() < p.end for p in parens):
            ends.append(close.start())
            break
    return min(ends)
