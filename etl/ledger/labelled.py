"""Reads facts from CSV files of the codebook's columns: labelled ones, or extracted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from etl.extract.model import Fact
from etl.ledger.table import read_table

_NO_SENTENCE = -1
_WORDS = 8
"""Longer parts may be a report's own words, which the ledger must not hold."""
_REMARKS = re.compile(r"\A(?:\d\w\w:.*|\?.*|optional)\Z", re.DOTALL)
"""Labellers' remarks on their own work, which say nothing of the fact."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    report_id: str
    start: int
    end: int
    text: str
    kind: str
    indicator: str
    substance: str
    ref_area: str
    value: Decimal
    value_high: Decimal | None
    unit: str
    qualifier: str
    status: str
    time_period: str
    time_basis: str
    estimator: str
    note: str


def labelled_facts(path: Path, *, rule_id: str) -> list[tuple[Fact, str]]:
    """The facts of a file, each with what its note says of it.

    Args:
        path: A CSV file with the codebook's columns and `note`.
        rule_id: What the facts carry as the rule that made them.

    Raises:
        SeedError: The file has other columns.
        ValueError: A cell could not be read.
    """
    table = read_table(path, _Labelled)
    if table.problems:
        raise ValueError("\n".join(str(problem) for problem in table.problems))
    return [(_fact(placed.row, rule_id), _about(placed.row.note)) for placed in table.rows]


def _fact(row: _Labelled, rule_id: str) -> Fact:
    return Fact(
        report_id=row.report_id,
        start=row.start,
        end=row.end,
        text=row.text,
        kind=row.kind,
        indicator=row.indicator,
        substance=row.substance,
        ref_area=row.ref_area,
        value=row.value,
        value_high=row.value_high,
        unit=row.unit,
        qualifier=row.qualifier,
        status=row.status,
        time_period=row.time_period,
        time_basis=row.time_basis,
        estimator=row.estimator,
        sentence=_NO_SENTENCE,
        rule_id=rule_id,
    )


def _about(note: str) -> str:
    """The parts of a note that tell of the fact and quote nothing."""
    parts = [part.strip() for part in note.split(";")]
    return "; ".join(part for part in parts if _is_ours(part))


def _is_ours(part: str) -> bool:
    """Whether a part of a note is our words on the fact: no remark, no words of a report."""
    return not _REMARKS.match(part) and '"' not in part and len(part.split()) <= _WORDS
