"""By which words before it somebody is the source of what a sentence tells."""

from __future__ import annotations

import re
from functools import cache

from etl.extract.context.agencies import attributions
from etl.extract.context.alternatives import alternation
from etl.extract.context.scene import Actor

_REACH = 70
_NEAR = 24
_OWN = (
    r"(?:accounts?|counts?|reckoning|estimates?|estimation|figures?|tall(?:y|ies)|data|statistics|records?|numbers|calculations?"
    r"|books|telling|registers?|rolls|reports?|bulletins?)"
)
_LED = re.compile(
    r"(?:^|[,;:–—(]\s*|\b(?:and|while|but|that)\s+)(?:by|on|in|per|from|going\s+by|to\s+judge\s+(?:by|from)|judging\s+(?:by|from)|if)\s+"
    r"(?:(?:the|official|latest|recent|new|most)\s+){0,3}$",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    rf"(?:['’]s?)?\s+(?:(?!(?:and|or|of|in|on|for|by|with|to)\b)[\w-]+\s+){{0,2}}?{_OWN}\b(?!\s+(?:for|on)\b)"
)
_NAMED_SO = re.compile(rf"\b{_OWN}$")
_TELLERS = frozenset({"by", "on", "in", "per", "from", "if", "the", "official", "latest", "recent"})


def cites(text: str, start: int, actor: Actor) -> bool:
    """Whether words before an actor make it a source ("according to ABC", "by ABC's count").

    Args:
        text: The document's text.
        start: Where the sentence starts.
        actor: Somebody whom it names.
    """
    if actor.kind == "country":
        return False
    before = max(start, actor.start - _REACH)
    if _according().search(text, before, actor.start) is not None:
        return True
    last = text[max(start, actor.start - _NEAR) : actor.start].lower().split()[-1:]
    if not last or last[0] not in _TELLERS:
        return False
    owns = _NAMED_SO.search(text, actor.start, actor.end) or _THEIRS.match(text, actor.end)
    return owns is not None and _LED.search(text[before : actor.start]) is not None


@cache
def _according() -> re.Pattern[str]:
    words = alternation(attributions("according"))
    return re.compile(rf"\b(?:{words})\s+(?:[\w’'.-]+\s+){{0,6}}?$", re.IGNORECASE)
