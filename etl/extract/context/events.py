"""Sentences that go on with one event that the sentence before told with its month."""

from __future__ import annotations

import re

_PARTY = (
    r"operations?|raids?|case|investigation|incident|seizures?|hauls?|loads?|cargo|shipments?|consignments?"
    r"|contraband|drugs?|narcotics|cocaine|heroin|opium|marijuana|cannabis|hashish|methamphetamine|pills|tablets"
    r"|packages?|find|finds|discovery|bust|sting|interdiction|arrests?|exchange|clash|ambush"
    r"|suspects?|smugglers?|traffickers?|defendants?|detainees|prisoners|driver|crew|captain|pilot|passengers?"
    r"|couriers?|owners?|men|women|man|woman|pair|couple|group|gang|ring|network|cell|convicts?"
    r"|vessel|boats?|ship|aircraft|plane|trucks?|vehicles?|car|container|laborator(?:y|ies)|facility|site|scene|spot"
    r"|legislation|law|decree|order|referendum|vote|grant|ceremony|campaign|exercise|sweep|mission|street\s+value"
)
_POINTS = re.compile(
    r"^(?:It|They|Its|Their|He|She|His|Her|Both|All|Each|Neither|None|Inside|Aboard|Within|Underneath|Beneath"
    r"|(?:An?\s+|Further\s+)?(?:\w+\s+)?(?:[Ss]earch|[Ii]nspection)(?:es|s)?)\b"
    r"|\b(?:this|these|those|such)\s+(?!years?\b|days\b)[a-z]"
    rf"|\b(?:the|their|its)\s+(?:[\w-]+\s+){{0,2}}?(?:{_PARTY})\b"
    r"|\b(?:its|their)\s+(?:[\w-]+\s+){0,2}?(?:value|worth|price|weight|purity|contents)\b|\bwould\s+have\s+(?:\w+ed|brought|sold|been)\b"
    r"|\b(?:later|afterwards?|subsequently|thereafter|as\s+a\s+result|in\s+connection|on\s+board|aboard|at\s+the\s+time"
    r"|(?:the|that|this)\s+(?:very\s+)?(?:next|following|same)\s+(?:day|week|month|night|evening|morning|operation))\b",
    re.IGNORECASE,
)
_BEFELL = re.compile(
    r"^(?:(?:[Aa]\s+)?(?:total|further|additional)\s+(?:of\s+)?|[Aa]nother\s+|[Aa]bout\s+|[Ss]ome\s+|[Aa]lso\s+)?"
    r"(?:[$\d][\d,.]*|No\s+one|Nobody|No|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Several|Dozens)\b"
    r"[^.;]{0,80}?\b(?:was|were|face|faces|await|remain|died|fled|escaped)\b"
)
_APART = re.compile(
    r"\b(?:separate(?:ly)?|meanwhile|elsewhere|overall|altogether|nationwide|countrywide|annual(?:ly)?|yearly|typically"
    r"|normally|for\s+its\s+part|in\s+(?:total|all)|throughout\s+the\s+(?:country|year)|in\s+other\s+cases)\b",
    re.IGNORECASE,
)


def tells_same_event(sentence: str) -> bool:
    """Whether a sentence goes on with the event before: it points at its things or people.

    "Three men were detained" and "The truck also held ..." do; a sentence in which another
    agency acts, or the same one again, tells of something else at a time of its own.
    """
    if _APART.search(sentence):
        return False
    text = sentence.strip()
    return _POINTS.search(text) is not None or _BEFELL.match(text) is not None
