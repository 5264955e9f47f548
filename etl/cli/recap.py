"""What a run made, in a few lines for people and one object for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from etl.cli.output import plain
from etl.ledger.problem import Problem
from etl.pipeline.outcome import Outcome
from etl.warehouse.query import ask

SHOWN = 20
_COUNTS = """
select
    count(*) as facts,
    count(*) filter (where verification = 'verified') as verified,
    count(*) filter (where verification = 'unverified') as unverified,
    count(*) filter (where verification = 'not_found') as not_found,
    count(*) filter (where verification = 'contradicted') as contradicted,
    count(distinct report_id) as reports,
    (select count(*) from evidence.documents) as documents,
    (select count(*) from marts.fct_assessments) as assessments
from marts.fct_observations
"""
EXAMPLE = (
    "select time_period, estimator, obs_value, unit_measure, report_id "
    "from marts.fct_observations where indicator = 'cultivation_area' and kind = 'level' "
    "order by time_period, estimator"
)


def counts(published: Path) -> dict[str, int]:
    """How many facts, by verification, reports, documents and assessments are published."""
    answer = ask(published, _COUNTS)
    return dict(zip(answer.columns, answer.rows[0], strict=True))


def as_data(outcome: Outcome) -> dict[str, Any]:
    """The outcome for machines, with what is published now."""
    data: dict[str, Any] = {
        "run_id": outcome.run_id,
        "status": outcome.status,
        "release_id": outcome.release_id,
        "released": outcome.released,
        "published": outcome.published,
        "fetched": outcome.fetched,
        "loaded": outcome.ingested.loaded if outcome.ingested else [],
        "refused": outcome.refused,
        "still_refused": outcome.still_refused,
        "excluded": outcome.excluded,
        "problems": outcome.problems,
        "gates": {gate.gate: gate.counts for gate in outcome.gates},
        "steps": outcome.steps,
        "slowest_models": outcome.slowest,
    }
    if outcome.published and outcome.published.exists():
        data["holds"] = counts(outcome.published)
    found: dict[str, Any] = plain(data)
    return found


def as_text(outcome: Outcome, command: str) -> str:
    """The outcome for people: what is new, what is wrong, where it is, how to ask it."""
    lines = [f"{_HEAD[outcome.status]} (run {outcome.run_id})"]
    if outcome.published and outcome.published.exists():
        lines += _holdings(outcome.published)
    lines += [_gate_line(gate.gate, gate.counts) for gate in outcome.gates]
    if outcome.slowest:
        told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in outcome.slowest)
        lines.append(f"  slowest     {told}")
    lines += _troubles(outcome)
    if outcome.published and outcome.published.exists():
        where = _shown(outcome.published)
        lines += [
            f"  release     {outcome.release_id}",
            f"  where       {where} ({outcome.published.stat().st_size / 1e6:.1f} MB)",
            f'  ask         {command} sql "{EXAMPLE}"',
            f"              {command} explain OBSERVATION_ID",
            f"              or open {where} read-only with any DuckDB {duckdb.__version__} client",
        ]
    return "\n".join(lines)


_HEAD = {
    "succeeded": "Done",
    "unchanged": "Nothing new: the published release stands",
    "refused": "Refused",
    "failed": "Failed",
}


def _holdings(published: Path) -> list[str]:
    held = counts(published)
    states = ("verified", "unverified", "not_found", "contradicted")
    split = ", ".join(f"{held[s]} {s.replace('_', ' ')}" for s in states if held[s])
    return [
        f"  documents   {held['documents']} read, of {held['reports']} reports with facts",
        f"  facts       {held['facts']}: {split}",
        f"  assessments {held['assessments']}",
    ]


def _gate_line(gate: str, found: dict[str, int]) -> str:
    failed = found["critical_failed"] + found["warning_failed"]
    tail = f", {found['warning_failed']} warnings" if failed else ""
    return f"  gate        {gate}: {found['held']} of {found['expectations']} hold{tail}"


def _troubles(outcome: Outcome) -> list[str]:
    errors = [p for p in outcome.problems if p.severity == "error"]
    lines = [*_listed("error", errors), *_listed("as before", outcome.still_refused)]
    lines += _listed("excluded", outcome.excluded)
    warned = Counter(p.code for p in outcome.problems if p.severity == "warning")
    lines += [f"  warnings    {n} {code}: see audit.issues" for code, n in sorted(warned.items())]
    lines += [f"  source      {o.source_id}: {o.message}" for o in outcome.fetched if o.is_trouble]
    return lines


def _listed(label: str, problems: Sequence[Problem]) -> list[str]:
    lines = [f"  {label:11} {problem}" for problem in problems[:SHOWN]]
    more = len(problems) - SHOWN
    return [*lines, f"              … and {more} more in audit.issues"] if more > 0 else lines


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
