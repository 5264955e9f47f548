"""One quantity to be coded, with all that its coding looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from etl.extract.concepts.units import unit_kind

if TYPE_CHECKING:
    from etl.extract.concepts.lexicon import Lexicon
    from etl.extract.concepts.memory import Memory
    from etl.extract.concepts.places import Place
    from etl.extract.concepts.reading import Reading
    from etl.extract.model import Concept

LONGEST_LIST = 12
ONWARD = frozenset({"to", "from", "over", "than"})
"""Words of comparison too plain to set two lists against each other."""


class Case(NamedTuple):
    """A quantity of known kind in its sentence, after the quantities coded before it."""

    reading: Reading
    place: Place
    kind: str
    memory: Memory
    lexicon: Lexicon

    @property
    def order(self) -> int:
        """Which quantity of the sentence it is, from 0."""
        return self.place.order

    @property
    def unit(self) -> str:
        """The unit that tells what is measured: for a change, that of what it leads to.

        "Seizures rose 5 percent, to 80 tablets" is about tablets.
        """
        place = self.place
        if self.kind == "change" and self.order + 1 < len(self.reading.places):
            following = self.reading.places[self.order + 1]
            if self.plain(place.noun_end, following.first, "filler", "onward", signs=","):
                return following.quantity.unit
        return place.quantity.unit

    @property
    def unit_kind(self) -> str:
        """Kind of its unit."""
        return unit_kind(self.place.quantity.unit)

    def latest(self) -> Concept | None:
        """What the quantity before it in the sentence measures, if this can share it.

        In "5 kg of X and 6 kg of Y, compared with 3 kg and 4 kg" it is that of its rank.
        """
        return self.counterpart() or self.memory.latest(self.place.quantity.unit, self.kind)

    def counterpart(self) -> Concept | None:
        """The quantity of the same rank before "compared with", where both sides match.

        A list after a semicolon, or in a sentence of its own, is set against the one before
        where it has the same units and names no substance.
        """
        places = self.reading.places
        units = [coded.quantity.unit for coded in self.memory.earlier]
        if self._matches(places, units) and self.memory.keeps_step():
            return self.memory.earlier[self.order].concept
        size, odd = divmod(len(places), 2)
        if odd or not 1 < size <= min(self.order, LONGEST_LIST):
            return None
        if not self._matches(places[size:], [place.quantity.unit for place in places[:size]]):
            return None
        start = places[size].first
        compared = self.lexicon.comparisons.before(self.reading.tokens, start)
        between = self.reading.tokens[places[size - 1].last : start]
        parted = any(token.word == ";" for token in between)
        if not parted and (compared is None or compared.row.cue in ONWARD):
            return None
        return self.memory.here[self.order - size].concept

    def ranked(self) -> Concept | None:
        """The quantity of the same rank in the list before: "rises of 5 and 8 percent"."""
        places, first, last = self.reading.places, self.order, self.order
        if self.kind != "change":
            return None
        while first > 0 and self._joins(first - 1):
            first -= 1
        while last + 1 < len(places) and self._joins(last):
            last += 1
        size = last - first + 1
        if not 1 < size <= min(first, LONGEST_LIST):
            return None
        return self.memory.here[self.order - size].concept

    def _joins(self, order: int) -> bool:
        """Whether "and" or a comma alone joins a percentage to the next."""
        this, following = self.reading.places[order : order + 2]
        units = {this.quantity.unit, following.quantity.unit}
        start = min(this.body, following.first)
        between = range(min(this.last, start), following.first)
        return units == {"PT"} and all(
            self.plain(at, at + 1, "join", "filler", signs=",")
            or self.reading.tokens[at].word in {"percent", "%"}
            for at in between
        )

    def _matches(self, places: tuple[Place, ...], units: list[str]) -> bool:
        """Whether quantities have the units of those before, in order, and no substance."""
        if not 1 < len(places) == len(units) <= LONGEST_LIST:
            return False
        if [place.quantity.unit for place in places] != units:
            return False
        return not self.reading.substances_in(places[0].first, len(self.reading.tokens))

    def antecedent(self) -> Concept | None:
        """What the last quantity of the sentence before measures, if this can share it."""
        return self.memory.antecedent(self.place.quantity.unit, self.kind)

    def plain(self, start: int, end: int, *roles: str, signs: str = "") -> bool:
        """Whether the words of a stretch all play one of the roles or are of the signs."""
        return self.lexicon.players(roles, signs).issuperset(self.reading.words[start:end])
