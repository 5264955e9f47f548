"""The tables of concepts as one object, loaded and checked once a process."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from etl.extract.concepts import tables as t
from etl.extract.concepts.checks import check_indicators, check_readable
from etl.extract.concepts.cues import grouped, speaking
from etl.extract.concepts.families import families, spread
from etl.extract.lexicon import load, reference_codes
from etl.extract.view import Phrases, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from etl.extract.concepts.cues import Cues
    from etl.extract.concepts.hearing import Sort, Voices
    from etl.extract.view import Found

WORD_ROLES = frozenset(
    "stop auxiliary verb filler hedge magnitude join onward partitive total".split()
)
"""Roles of single words within a phrase; the others are of phrases in a sentence."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The wording that concepts are told by, ready to be looked up.

    Attributes:
        sets: For roles and signs, all words that play one of the roles, and the signs.
        voices: For each sort of number, which rows of a cue can speak for it.
    """

    indicators: Phrases[Cues]
    headings: Phrases[Cues]
    substances: Phrases[t.SubstanceCue]
    changes: Phrases[tuple[t.ChangeCue, ...]]
    classes: Phrases[tuple[t.ClassCue, ...]]
    outside: Phrases[t.OutsideCue]
    comparisons: Phrases[t.GrammarWord]
    anaphors: Phrases[t.GrammarWord]
    subsets: Phrases[t.GrammarWord]
    roles: Mapping[str, frozenset[str]]
    forms: Mapping[tuple[str, str], str]
    groups: Mapping[frozenset[str], str]
    defaults: Mapping[str, str]
    parts: frozenset[tuple[str, str]]
    sets: dict[tuple[tuple[str, ...], str], frozenset[str]] = field(default_factory=dict)
    voices: dict[Sort, dict[Cues, Voices]] = field(default_factory=dict)

    def plays(self, word: str, *roles: str) -> bool:
        """Whether a word is a function word with one of the roles."""
        held = self.roles.get(word)
        return held is not None and not held.isdisjoint(roles)

    def players(self, roles: tuple[str, ...], signs: str = "") -> frozenset[str]:
        """All words that play one of the roles, with the signs given."""
        found = self.sets.get((roles, signs))
        if found is None:
            words = {word for word, held in self.roles.items() if not held.isdisjoint(roles)}
            found = self.sets[roles, signs] = frozenset(words.union(signs))
        return found

    def section_hits(self, title: str) -> Iterator[Found[Cues]]:
        """Cues that a heading holds."""
        return self.headings.all(tokens(title, 0, len(title)))


@cache
def lexicon() -> Lexicon:
    """Load the project's tables.

    Raises:
        SeedError: A table is wrong: an unknown code, a duplicate, a cue that can never
            match.
    """
    indicators = _indicators()
    substances = load(
        "substances", t.SubstanceCue, codes={"substance": reference_codes("substances")}
    )
    changes = load(
        "changes",
        t.ChangeCue,
        key=("cue", "where", "units"),
        codes={"where": {"before", "by", "after", "fraction"}, "units": t.UNIT_KINDS},
    )
    classes = load("noun_classes", t.ClassCue, key=("cue", "noun_class"))
    outside = load("outside", t.OutsideCue, codes={"units": t.UNIT_KINDS})
    grammar = load("grammar", t.GrammarWord, key=("cue", "role"), codes={"role": t.ROLES})
    for name, rows in (
        ("indicators", indicators),
        ("substances", substances),
        ("changes", changes),
        ("noun_classes", classes),
        ("outside", outside),
        ("grammar", grammar),
    ):
        check_readable(rows, name)
    check_indicators(indicators, classes)
    return Lexicon(
        indicators=speaking(row for row in indicators if row.where != "section"),
        headings=speaking(row for row in indicators if row.where == "section"),
        substances=Phrases((row.cue, row) for row in substances),
        changes=grouped(changes),
        classes=grouped(classes),
        outside=Phrases((row.cue, row) for row in outside),
        comparisons=_playing(grammar, "comparison"),
        anaphors=_playing(grammar, "anaphor"),
        subsets=_playing(grammar, "subset"),
        roles=_word_roles(grammar),
        forms=_forms(),
        groups=_groups(),
        defaults=_defaults(),
        parts=_parts(),
    )


def _playing(grammar: tuple[t.GrammarWord, ...], role: str) -> Phrases[t.GrammarWord]:
    return Phrases((row.cue, row) for row in grammar if row.role == role)


def _word_roles(grammar: tuple[t.GrammarWord, ...]) -> dict[str, frozenset[str]]:
    roles: dict[str, set[str]] = {}
    for row in grammar:
        if row.role in WORD_ROLES:
            roles.setdefault(row.cue, set()).add(row.role)
    return {word: frozenset(held) for word, held in roles.items()}


def _indicators() -> tuple[t.IndicatorCue, ...]:
    codes = reference_codes("indicators")
    rows = load(
        "indicators",
        t.IndicatorCue,
        key=("cue", "where", "codes", "units", "near"),
        codes={"codes": codes, "where": t.PLACES},
    )
    return tuple(spread(rows, families()))


def _forms() -> dict[tuple[str, str], str]:
    substances = reference_codes("substances")
    rows = load(
        "substance_forms",
        t.FormRule,
        key=("substance", "indicators"),
        codes={
            "substance": substances,
            "code": substances,
            "indicators": reference_codes("indicators"),
        },
    )
    return {(row.substance, name): row.code for row in rows for name in row.indicators}


def _groups() -> dict[frozenset[str], str]:
    rows = load(
        "substance_groups",
        t.GroupCode,
        key=("groups",),
        codes={
            "groups": set(t.substance_groups().values()),
            "code": reference_codes("substances"),
        },
    )
    return {frozenset(row.groups): row.code for row in rows}


def _defaults() -> dict[str, str]:
    codes = {"units": t.UNIT_KINDS, "indicator": reference_codes("indicators")}
    rows = load("unit_defaults", t.UnitDefault, key=("units",), codes=codes)
    return {unit: row.indicator for row in rows for unit in row.units}


def _parts() -> frozenset[tuple[str, str]]:
    known = reference_codes("indicators")
    rows = load(
        "indicator_parts", t.PartRule, key=("whole",), codes={"whole": known, "parts": known}
    )
    return frozenset((row.whole, part) for row in rows for part in row.parts)
