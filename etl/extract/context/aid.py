"""Whether what was given, taught or paid for is aid of the country that publishes the reports."""

from __future__ import annotations

from collections.abc import Callable

from etl.extract.context.chronicle import Chronicle
from etl.extract.context.giving import aids, gives, receives, teaches
from etl.extract.context.reading import Reading
from etl.extract.context.scene import Actor, Attribution, government_of


def is_aid(
    found: Attribution,
    indicator: str,
    reading: Reading,
    chronicle: Chronicle,
    actors_of: Callable[[Reading], list[Actor]],
) -> bool:
    """Whether what was given is of the country that publishes the report.

    Args:
        found: Who was found to stand behind the number.
        indicator: What it counts, one of `GIVEN`.
        reading: Its sentence.
        chronicle: Of the same document, for the sentences before.
        actors_of: Those whom a sentence names.
    """
    if indicator == "foreign_assistance":
        home = government_of(reading.document.identity.ref_area)
        givers = {a.code for a in actors_of(reading) if a.code} - {home}
        return not found.code and (givers <= {"US_GOV"} or aids(reading))
    if found.code and not receives(reading):
        return False
    for index in range(reading.sentence.index - 1, -1, -1):
        before = chronicle.reading(index)
        if before.sentence.paragraph != reading.sentence.paragraph:
            break
        if gives(before) or aids(before) or _is_giver(before, actors_of(before)):
            return True
    return False


def _is_giver(reading: Reading, actors: list[Actor]) -> bool:
    """Whether the United States is the subject of a sentence on giving."""
    named = [a for a in actors if not a.adjunct and a.code]
    return bool(named) and named[0].code == "US_GOV" and teaches(reading)
