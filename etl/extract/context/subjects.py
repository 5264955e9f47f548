"""Whether those whom a sentence names are its subjects, by themselves or through their people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.extract.context.scene import Actor

_REACH = 110
_NEAR = 40
_OF = re.compile(
    r"\b(?:of|from|within|at|under|for)\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+)?$", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"\b(?:[Ww]ith|[Ww]ithin|[Aa]cross|[Ii]nside|[Ff]ollowing|[Uu]nlike|[Bb]esides|[Dd]espite|by|from|to|for|of|between|under|through|throughout|via|against|at|in|into|within"
    r"|across|on|near|over|including|among|as)\s+(?:(?:the|its|an?|and|[A-Z][\w’'.-]*)\s+){0,8}?$"
)
_MEMBERS = re.compile(
    r"\b(?:made\s+up\s+of|composed\s+of|comprising|consisting\s+of|comprised\s+of|such\s+as"
    r"|together\s+with|along\s+with|alongside|led\s+by|headed\s+by|staffed\s+by|drawn\s+from"
    r"|representing|reporting\s+to|subordinate\s+to)\s(?:(?!\w+ed\b)[^.;]){0,110}$",
    re.IGNORECASE,
)
_THAT_DID = re.compile(
    r"(?:\s*\([A-Z]+\))?(?:\s+[Pp]rogram)?,\s+(?:which\s+\w+ed|estimated to have)\b"
)
_PEOPLE = (
    r"units?|departments?|directorates?|divisions?|branch(?:es)?|sections?|teams?|squads?|wings?|bureaus?"
    r"|offices?|brigades?|detachments?|patrols?|crews?|troops|inspectorates?|inspector\s+general|laborator(?:y|ies)"
    r"|officers?|agents?|detectives?|inspectors?|investigators?|soldiers|sailors|marines|rangers|divers|airmen|seamen|gendarmes|guards|personnel|staff|officials?|men"
    r"|directors?|heads?|chiefs?|commanders?|commissioners?|spokes(?:man|woman|person)|representatives?|deputy"
    r"|ships?|vessels?|aircraft|clinics?|centers?|centres?|hospitals?|dispensar(?:y|ies)|institutes?|services?"
    r"|experts?|analysts?|prosecutors?|members?|academy|school|work|efforts?|operations|investigations"
    r"|leadership|command|campaigns?|programs?|courses?|lectures?|raids?|projects?|forces?|sources|registr(?:y|ies)|registers?"
)
_OF_THEIRS = re.compile(
    rf"(?:^|[,;:—–]|\b(?:that|but|while|when|where)\b|\b(?:19|20)\d\d\b)(?P<lead>(?:\s*[\w’'-]+(?:\s+[\w’'-]+){{0,4}}?)??)\s*\b(?:{_PEOPLE})"
    r"\s+(?:of|from|within|at|under|(?<=man\s)for|(?<=son\s)for)\s+(?:the\s+)?(?:[A-Z][\w’'-]+\s+)?$",
    re.IGNORECASE,
)
_THAT = re.compile(r"\b(?:that|which|whom)\b")
_NO_LEAD = re.compile(
    r"\b(?:with|by|from|to|for|of|between|against|at|in|into|on|as|including|via|through|[a-z]+ed|\d+)\b"
    r"|\b(?:With|By|From|To|For|Of|Between|Against|At|In|As|Including|Through)\b"
)
_VERB = re.compile(
    r"(?:\s*\([^)]*\))?(?:,[^,;]{2,90},)?\s+(?!(?:was|were|are|is|been)\s+(?:\w+(?:ed|en)|held|shot|caught|put|found|sent)\b)(?!(?:and|or|in|on|to|of|with|for|at|by)\b)[a-z]"
)
_INSERTED = re.compile(
    r"\s*(?:\([^)]*\))?,\s+(?:(?:the|an?|its|one|part|under|within|itself|formerly|which|whose|who|led|headed"
    r"|subordinate|attached|created|established|set|acting|working|together|along|with|in|on|for)\b[^,;.]*)?$"
)
_CLOSED = re.compile(r"[^,;.]{0,90},\s")
_SINCE = re.compile(r"\b(?:following|after|since|before)\s+(?:(?:the|an?|its)\s+)?$", re.IGNORECASE)
_EVENT = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+)?(?:raids?|stings?|operations?|arrests?|investigations?|seizures?|visit|report)\b"
)
_ALONE = re.compile(r",\s+(?:the\s+)?$")


def is_adjunct(text: str, start: int, actor: Actor) -> bool:
    """Whether a preposition makes an actor something other than a subject.

    Its officers, clinics or director are the subject in its place ("officers of ABC took").
    """
    before = max(start, actor.start - _REACH)
    if is_past(text, start, actor):
        return True
    if _THAT_DID.match(text, actor.end) or has_people(text, start, actor):
        return False
    listed = _MEMBERS.search(text, max(start, actor.start - 140), actor.start)
    return listed is not None or _PREPOSITION.search(text, before, actor.start) is not None


def has_people(text: str, start: int, actor: Actor) -> bool:
    """Whether a clause's subject are people or premises of an actor."""
    if actor.kind not in {"agency", "government"}:
        return False
    if _OF.search(text, max(start, actor.start - _NEAR), actor.start) is None:
        return False
    theirs = _OF_THEIRS.search(text[max(start, actor.start - _REACH) : actor.start])
    if theirs is None or _NO_LEAD.search(_THAT.split(theirs["lead"] or "")[-1]):
        return False
    return _VERB.match(text, actor.end) is not None


def is_past(text: str, start: int, actor: Actor) -> bool:
    """Whether a clause only says that it came after what an actor did ("since the ABC raid")."""
    since = _SINCE.search(text, max(start, actor.start - _REACH), actor.start)
    return since is not None and _EVENT.match(text, actor.end) is not None


def is_inserted(text: str, actor: Actor, before: Sequence[Actor]) -> bool:
    """Whether an actor only tells more of one right before it ("ABC, a unit of DEF, took")."""
    for other in before:
        if other.end > actor.start or actor.start - other.end > _REACH:
            continue
        between = text[other.end : actor.start]
        if not _INSERTED.fullmatch(between):
            continue
        alone = _ALONE.search(between) is not None and len(between) < len(", the ") + 1
        said_more = text.startswith(("'s", "’s"), actor.end) or not alone
        if said_more and _CLOSED.match(text, actor.end):
            return True
    return False
