"""The rules that say that a number is no quantity, in the order in which they are asked.

Each takes a sentence, a number and its measure and gives a disposition or None; its
name is the `rule_id` of the mention.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from etl.extract.quantities import calendar, economy, labelling, limits, naming, people, speech
from etl.extract.quantities.line import Line
from etl.extract.quantities.records import Measure, Number

Rule = Callable[[Line, Number, Measure], str | None]

RULES: tuple[Rule, ...] = (
    naming.contact,
    calendar.century,
    naming.part_of_a_name,
    naming.title_or_mark,
    speech.ordinal,
    speech.vague,
    calendar.half_of_a_year,
    calendar.clock,
    labelling.list_label,
    labelling.bracketed_labels,
    labelling.act_of_year,
    limits.rate_base,
    calendar.written_date,
    calendar.year,
    calendar.length_of_time,
    labelling.cue_behind,
    labelling.cue_in_front,
    labelling.unreadable,
    people.age_span,
    people.population,
    people.inhabitants,
    economy.economy,
    economy.growth,
    economy.traffic,
    speech.half_of_a_place,
    speech.size_of_a_place,
    speech.strength,
    speech.rank,
    speech.frequency,
    speech.pronoun,
    speech.known_pair,
    speech.shared_task,
    speech.known_treaties,
    speech.single,
    speech.no_multiple,
    limits.fine_or_limit,
    limits.limit,
    limits.extreme_term,
)


_OF_DIGITS: frozenset[Rule] = frozenset(
    {
        naming.contact,
        naming.part_of_a_name,
        calendar.clock,
        labelling.bracketed_labels,
        labelling.act_of_year,
        calendar.year,
    }
)
"""Rules about numbers in digits alone."""
_OF_WORDS: frozenset[Rule] = frozenset({speech.shared_task, speech.pronoun, speech.vague})
_OF_ROLES: dict[Rule, frozenset[str]] = {
    speech.ordinal: frozenset({"ordinal"}),
    speech.half_of_a_place: frozenset({"fraction"}),
    speech.strength: frozenset({"times"}),
    speech.frequency: frozenset({"frequency", "times"}),
    speech.known_pair: frozenset({"cardinal"}),
    speech.known_treaties: frozenset({"cardinal"}),
    speech.single: frozenset({"single"}),
    speech.no_multiple: frozenset({"multiple", "fold"}),
}
"""Rules about numbers of some roles alone."""


@cache
def _asked(role: str, *, digits: bool) -> tuple[Rule, ...]:
    """The rules that can speak of such numbers."""
    others = _OF_WORDS if digits else _OF_DIGITS
    return tuple(
        rule for rule in RULES if rule not in others and role in _OF_ROLES.get(rule, {role})
    )


def disposition(line: Line, number: Number, found: Measure) -> tuple[str, str] | None:
    """Why `number` is no quantity, and the rule that says so; None where it is one."""
    for rule in _asked(number.role, digits=number.digits):
        answer = rule(line, number, found)
        if answer is not None:
            return answer, rule.__name__
    return None
