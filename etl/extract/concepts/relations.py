"""Where a cue stands as seen from a number: the relation that weighs its word.

`noun` in what is counted, `of` in its complement, `direct` right behind it ("5 kg were
seized"), `after` later in its clause, `lead` the nearest before it that can govern it,
`before` in the words that lead up to it, `past` the same with a comma between, `far`
among the words of other numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from etl.extract.concepts import predicates as told
from etl.extract.concepts.leads import PARTICIPLES, lead, opens_clause
from etl.extract.concepts.tallies import tallied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from etl.extract.concepts.cues import Cues
    from etl.extract.concepts.hearing import Voices
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.reading import Reading
    from etl.extract.view import Found

    Hit = Found[Cues]

PAUSES = frozenset(",;(")
RELATIVE = frozenset({"which", "whom"})
ACTIVE = "ing"
"""Ending of a verb whose doer stands before it: "lawyers prosecuting"."""
OWNED = frozenset({("'s",), ("’s",), ("'",), ("’",)})
"""Words behind an owner, who is not what is counted: "5 of the clinic's patients"."""
BACK = frozenset(("of", word) for word in ("them", "whom", "which", "these", "those"))
LEADING = ("noun", "governor", "topic")
OUTDONE = {"governor": "before", "clause": "past"}
"""The relation of a participle whose noun has a finite verb."""


class Relations(NamedTuple):
    """The relations of a sentence's cues to one of its numbers.

    Attributes:
        leads: First token of the cue that leads to the number, by the place it asks for.
        passive: Whether a passive verb of its own stands right behind a number without a
            noun: of "Of the detainees, 40 had been convicted" only that verb tells.
        finite: First token of the passive verb that the counted noun is the subject of:
            "2 persons charged with murder were freed" tells of being freed; else -1.
        gapped: First token of a participle that a list leaves the auxiliary out before:
            "70 were tried and 18 freed"; else -1.
        owned: The verb of having right before the number: "has 12 officers"; else -1.
    """

    reading: Reading
    place: Place
    kind: str
    lexicon: Lexicon
    leads: dict[str, int]
    passive: bool
    finite: int
    gapped: int
    owned: int

    def of(self, hit: Hit, where: str) -> str:
        """The relation of a cue's rows that ask for a place."""
        relation = self._predicate(self._position(hit), where, hit)
        said = self._said(hit, where, relation)
        if said:
            return said
        if self.kind == "change" and where == "topic" and relation in {"after", "direct"}:
            return "lead"
        if relation == "direct" and where == "governor" and self._modifies(hit):
            return "before"
        if relation == "after" and where == "governor" and self._acts(hit):
            return "far"
        apart = self.place.share_role == "whole" and hit.first >= self.place.last
        if self.leads.get(where, -1) != hit.first or (apart and relation == "far"):
            return relation
        return self._led(hit, where, relation)

    def _said(self, hit: Hit, where: str, relation: str) -> str:
        """The relation where a tally, or another verb or none, is the number's own; else empty."""
        until = max(self.place.first, self.place.tally[1])
        if self.place.tally != (0, 0) and hit.last <= until:
            return tallied(self.place, hit.first, where, self.leads.get(where, -1))
        outdone = self.passive and relation in {"past", "far"} and hit.last <= self.place.first
        if outdone or (where == "governor" and hit.last <= self.owned):
            return "far"
        if self.gapped >= 0 and where == "governor" and hit.last <= self.gapped + 1:
            return "direct" if hit.first == self.gapped else "before"
        if self.finite < 0 or relation not in {"noun", "direct", "after"}:
            return ""
        if hit.first == self.finite:
            return "direct"
        return OUTDONE.get(where, "") if self._describes_subject(hit) else ""

    def _predicate(self, relation: str, where: str, hit: Hit) -> str:
        """The relation of a verb by what it is said of.

        Of "half of the 40 inmates were freed" it is said of the half; a participle
        before a noun ("5 kg of seized cocaine") is said of nothing that happened here.
        """
        if relation == "noun" and where == "governor" and hit.last in self.reading.known:
            return "far"
        if self.place.share_role == "whole" and relation in {"direct", "after"}:
            apart = where in {"governor", "clause"} and not self._describes(hit)
            return "far" if apart else relation
        verb = where == "governor" and relation == "after"
        return "direct" if verb and self._is_part() else relation

    def _describes_subject(self, hit: Hit) -> bool:
        """Whether a participle stands between the noun and its finite verb."""
        between = self.place.noun[0] + 1 < hit.last <= self.finite
        return between and self.reading.words[hit.last - 1].endswith(PARTICIPLES)

    def close(self, hit: Hit) -> bool:
        """Whether a cue stands among the number's own words."""
        own = self.place.own <= hit.first < self.place.reach
        return own or self.place.names(hit.first)

    def _position(self, hit: Hit) -> str:
        place = self.place
        if place.names(hit.first):
            return "of" if self.reading.words[hit.last : hit.last + 1] in OWNED else "noun"
        if hit.last <= place.first:
            return self._ahead(hit)
        if hit.first < place.noun_end:
            return "of"
        begin, end = place.beyond
        if hit.last <= place.reach or begin <= hit.first < hit.last <= end:
            return self._behind(hit)
        return "far"

    def _ahead(self, hit: Hit) -> str:
        if hit.first < self.place.head or ";" in self.reading.words[hit.last : self.place.first]:
            return "far"
        if not self._pauses(hit.last, self.place.first):
            return "before"
        return "far" if self._points_back() else "past"

    def _points_back(self) -> bool:
        """Whether a pronoun behind the number is what is counted: "12 of them"."""
        return self.reading.words[self.place.body : self.place.body + 2] in BACK

    def _behind(self, hit: Hit) -> str:
        start = self.place.noun_end
        if hit.first >= self.place.limit:
            start = self.place.beyond[0]
        if self._plain(start, hit.first, "auxiliary", "filler"):
            return "direct"
        apart = self._leads_on(hit) or told.reopens(self.reading, start, hit.first, self.lexicon)
        apart = apart or opens_clause(self.reading, hit, start, self.lexicon)
        return "far" if apart else "after"

    def _leads_on(self, hit: Hit) -> bool:
        """Whether a cue stands right before the next number, which it leads to."""
        limit = self.place.limit
        follows = hit.last <= limit < len(self.reading.tokens)
        return follows and self._plain(hit.last, limit, "filler")

    def _modifies(self, hit: Hit) -> bool:
        """Whether a participle behind the noun only describes what another verb governs."""
        led = 0 <= self.leads.get("governor", -1) < self.place.first and not self.place.nameless
        acts = self.reading.words[hit.first] in told.INTRANSITIVE
        return led and not acts and self._plain(self.place.noun_end, hit.first, "filler")

    def _is_part(self) -> bool:
        """Whether the number is a part: "15 of the 80", "15 of whom"."""
        found, at = self.reading.tokens, self.place.noun_end
        relative = at + 1 < len(found) and found[at + 1].word in RELATIVE
        return self.place.share_role == "part" or (relative and found[at].word == "of")

    def _describes(self, hit: Hit) -> bool:
        """Whether a participle stands right behind the noun: "the 40 men held since"."""
        return self._plain(self.place.noun_end, hit.first, "filler")

    def _acts(self, hit: Hit) -> bool:
        """Whether a verb behind the number is what the counted do: "lawyers prosecuting"."""
        return hit.last == hit.first + 1 and self.reading.tokens[hit.first].word.endswith(ACTIVE)

    def _led(self, hit: Hit, where: str, relation: str) -> str:
        ahead = hit.last <= self.place.first
        if where == "governor" and ahead and self._ends(hit):
            return relation
        if relation == "before":
            return "lead"
        if relation == "past":
            return "lead" if where == "governor" else "before"
        if relation != "far" or told.restarts(
            self.reading, hit.last, self.place.first, self.lexicon
        ):
            return relation
        if hit.first >= self.place.last:
            return "after"
        return "lead" if where == "governor" else "before"

    def _ends(self, hit: Hit) -> bool:
        """Whether another verb, of whatever kind, begins after "and": "and shut down 3".

        Two verbs of one object, as in "raided and shut down 3", are one.
        """
        known = self.reading.known
        for at in range(max(hit.last, self.place.head), self.place.first - 1):
            if at == hit.last or not self._plain(at, at + 1, "join"):
                continue
            begin = at + 1
            while begin < self.place.first and self._plain(begin, begin + 1, "filler"):
                begin += 1
            other = begin < self.place.first and begin not in known
            if other and not self._plain(begin, begin + 1, "stop", "auxiliary"):
                return True
        return False

    def _pauses(self, start: int, end: int) -> bool:
        """Whether a comma, an open bracket or "and" parts two places."""
        inserted = self.reading.asides if start not in self.reading.asides else frozenset()
        spoken = self.reading.words
        words = [spoken[at] for at in range(start, end) if at not in inserted]
        if "(" in words and (self.place.in_brackets or ")" in words[words.index("(") :]):
            words.remove("(")
        return any(word in PAUSES or self.lexicon.plays(word, "join") for word in words)

    def _plain(self, start: int, end: int, *roles: str) -> bool:
        return self.lexicon.players(roles).issuperset(self.reading.words[start:end])


def relations(
    reading: Reading,
    place: Place,
    kind: str,
    heard: Sequence[tuple[Hit, Voices]],
    lexicon: Lexicon,
) -> Relations:
    """The relations of one number to the cues that can speak for it."""
    leads = {where: lead(reading, place, where, heard, lexicon) for where in LEADING}
    verbs = [hit for hit, voices in heard if "governor" in voices]
    led = place.head <= leads.get("governor", -1) < place.first
    finite = gapped = -1
    if not place.bare and not led:
        finite = told.finite_verb(reading, place, verbs, lexicon)
    if place.bare and place.head:
        gapped = told.gapped_verb(reading, place, verbs, lexicon)
    owned = told.owner(reading, place, lexicon)
    passive = place.bare and told.opens_passive(reading, place.noun_end, verbs, lexicon)
    return Relations(reading, place, kind, lexicon, leads, passive, finite, gapped, owned)
