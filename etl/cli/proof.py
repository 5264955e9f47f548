"""Verbs about proof: `verify`, `explain`, `ledger`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from etl.cli.app import app
from etl.cli.output import AsJson, DryRun, emit, plain
from etl.errors import GateRefused
from etl.settings import Settings

if TYPE_CHECKING:
    from etl.warehouse.explain import Explanation


@app.command()
def verify(*, as_json: AsJson = False) -> None:
    """Prove the ledger against the documents that were read.

    Prints how many of its facts, ratings and findings are verified, not found and
    contradicted, and each of the latter with file, row, expected and found. Ends with 5
    where there is one.
    """
    from etl.staging.proof import prove

    settings = Settings.from_environment()
    found = prove(settings.staging_path, settings.seeds / "ledger")
    emit(found, "\n".join(found.lines()), as_json=as_json)
    if not found.holds:
        raise typer.Exit(GateRefused.exit_code)


@app.command()
def explain(
    observation_id: Annotated[str, typer.Argument(help="An observation's id, or its start.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Show where a figure comes from: sentence, document, rule, history, who disagrees."""
    from etl.warehouse.explain import explain as look_up

    found = look_up(Settings.from_environment().published_path, observation_id)
    emit(found, _explained(found), as_json=as_json)


@app.command()
def ledger(
    paths: Annotated[list[Path], typer.Argument(help="Reports, or folders of reports.")],
    *,
    labelled: Annotated[
        Path | None, typer.Option(help="Hand-labelled facts; they go in as reviewed.")
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> None:
    """Write the facts of reports to seeds/ledger: with locators and anchors, no sentences."""
    from etl.ledger.make import Source, make_ledger
    from etl.pipeline.intake import files
    from etl.staging.reading import Input, read_all

    settings = Settings.from_environment()
    inputs = [Input(path) for path in files(tuple(paths))]
    sources = [
        Source(document, made)
        for reading in read_all(inputs, settings.workers)
        for document, made in reading.reports
    ]
    facts = sum(len(source.extraction.facts) for source in sources)
    if not dry_run:
        facts = make_ledger(settings.seeds / "ledger", sources, labelled=labelled)
    verb = "would write" if dry_run else "wrote"
    told = {"reports": len(sources), "facts": facts}
    emit(told, f"{verb} {facts} facts of {len(sources)} reports", as_json=as_json)


def _explained(found: Explanation) -> str:
    fact = found.fact
    lines = [
        f"{fact['observation_id']}  {fact['kind']} {fact['indicator']} {fact['substance'] or ''}",
        f"  value       {_value(fact)}",
        f"  where, when {fact['ref_area'] or '-'}, {fact['time_period']} ({fact['time_basis']})",
        f"  who counted {fact['estimator'] or '-'}",
        f"  report      {fact['report_id']}, section {fact['section']}",
        f"  proof       {fact['verification']}; {fact['origin']} by {fact['rule_id']}",
        f"  sentence    {found.marked or 'not at hand: ingest the report to see it'}",
    ]
    if found.history:
        lines.append(f"  first in    release {found.history['first_release_id']}")
    lines += [f"  also        {_other(other)}" for other in found.others]
    return "\n".join(lines)


def _value(fact: dict[str, Any]) -> str:
    stated = f"{plain(fact['stated_value'])}"
    if fact["stated_value_high"] is not None:
        stated += f" to {plain(fact['stated_value_high'])}"
    canonical = f"{plain(fact['obs_value'])} {fact['unit_measure']}"
    hedges = f"{fact['qualifier']}, {fact['obs_status']}"
    return f"{canonical}, stated as {stated} {fact['stated_unit']} ({hedges})"


def _other(other: dict[str, Any]) -> str:
    verdict = "agrees" if other["agrees"] else "DIFFERS"
    who = f" by {other['estimator']}" if other["estimator"] else ""
    value = f"{plain(other['obs_value'])} {other['unit_measure']}"
    place = f"{other['report_id']} {other['section']}"
    return f"{verdict}: {value}{who} in {place} ({other['observation_id']})"
