"""The rules that say that a number is no quantity, in the order in which they are asked.

Each takes a sentence, a number and its measure and gives a disposition or None; its
name is the `rule_id` of the mention.
"""

from __future__ import annotations

from collections.abc import Callable

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


def disposition(line: Line, number: Number, found: Measure) -> tuple[str, str] | None:
    """Why `number` is no quantity, and the rule that says so; None where it is one."""
    for rule in RULES:
        answer = rule(line, number, found)
        if answer is not None:
            return answer, rule.__name__
    return None
