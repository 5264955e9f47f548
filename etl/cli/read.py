"""Verbs that read reports and write nothing of the warehouse: `extract`, `accuracy`."""

from __future__ import annotations

import csv
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from etl.cli.app import app
from etl.cli.output import AsJson, complain, emit, table
from etl.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from etl.extract.accuracy import Accuracy, Miss
    from etl.extract.model import Fact
    from etl.staging.reading import Reading
    from etl.warehouse.against import Against

REFUSED = 4
LEVELS = ("number", "core", "full")


class FactsFormat(StrEnum):
    """File formats for facts."""

    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument(help="Reports, or folders of reports.")],
    *,
    out: Annotated[Path | None, typer.Option(help="Where to write the facts.")] = None,
    form: Annotated[
        FactsFormat, typer.Option("--format", help="Of the written file.")
    ] = FactsFormat.CSV,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print each number and what became of it.")
    ] = False,
    diff: Annotated[
        str | None, typer.Option(help="Compare with a release, by id, or `current`.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read every figure out of reports, by the text alone: neither ledger nor labels are read.

    Ends with 4 where a document was refused; the others are done.
    """
    from etl.cli.explaining import explained
    from etl.extract.output import fact_row, write_facts

    readings = list(_read(paths))
    refused = [str(one.refusal) for one in readings if one.refusal]
    found = [report for one in readings for report in one.reports]
    facts = [fact for _, extraction in found for fact in extraction.facts]
    for reason in refused:
        complain(f"refused: {reason}")
    if out is not None:
        write_facts(facts, out, form.value)
    if diff is not None:
        compared = _compared(diff, facts, [d.identity.report_id for d, _ in found])
        emit(compared, "\n".join(compared.lines()), as_json=as_json)
    elif explain:
        typer.echo("\n".join(explained(document, made) for document, made in found))
    elif as_json:
        emit({"facts": [fact_row(f) for f in facts], "refused": refused}, "", as_json=True)
    else:
        where = f", written to {out}" if out else ""
        typer.echo(f"{len(facts)} facts in {len(found)} reports, {len(refused)} refused{where}")
    if refused:
        raise typer.Exit(REFUSED)


@app.command()
def accuracy(
    gold: Annotated[Path, typer.Option(help="Labelled facts: a folder of CSV files, or one.")],
    *,
    reports: Annotated[
        Path | None, typer.Option(help="Folder of the reports; by default DCW_CORPUS.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write the figures as CSV, for the table audit.accuracy.")
    ] = None,
    errors: Annotated[int, typer.Option(help="List so many wrong, missed or spurious.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Precision and recall of extraction against labelled facts, by level and slice."""
    from etl.extract.accuracy import compare, read_labels

    labels = read_labels(gold)
    folder = reports or Settings.from_environment().corpus
    wanted = sorted({row["report_id"] for row in labels})
    readings = list(_read([folder / f"{report_id}.txt" for report_id in wanted]))
    facts = [f for one in readings for _, extraction in one.reports for f in extraction.facts]
    measured = compare(labels, facts)
    if out is not None:
        _write(measured, out)
    emit(_as_data(measured), _as_text(measured, errors), as_json=as_json)


def _read(paths: list[Path]) -> Iterator[Reading]:
    from etl.pipeline.intake import files
    from etl.staging.reading import Input, read_all

    inputs = [Input(path) for path in files(tuple(paths))]
    return read_all(inputs, Settings.from_environment().workers)


def _compared(release: str, facts: list[Fact], reports: list[str]) -> Against:
    from etl.warehouse.against import against
    from etl.warehouse.shelf import release_file

    return against(release_file(Settings.from_environment(), release), facts, reports)


def _slices(measured: Accuracy) -> list[tuple[str, str]]:
    names = sorted({(by, name) for by, name, _ in measured.counts})
    order = ("report", "indicator", "substance", "total")
    return sorted(names, key=lambda one: (order.index(one[0]), one[1]))


def _as_text(measured: Accuracy, errors: int) -> str:
    headers = ["by", "slice", "labelled", *(f"{lv} {x}" for lv in LEVELS for x in ("P", "R"))]
    rows = []
    for by, name in _slices(measured):
        counts = [measured.count(level, by, name) for level in LEVELS]
        figures = [f"{x:.3f}" for c in counts for x in (c.precision, c.recall)]
        rows.append([by, name, str(counts[0].gold), *figures])
    lines = [table(headers, rows)]
    lines += [_miss(one) for one in measured.misses[:errors]]
    return "\n".join(lines)


def _miss(one: Miss) -> str:
    keys = ("text", "kind", "indicator", "substance", "ref_area", "value", "unit", "time_period")
    sides = [
        f"    {side:5} " + " ".join(f"{key}={row[key]}" for key in keys)
        for side, row in (("label", one.gold), ("ours", one.pred))
        if row is not None
    ]
    return "\n".join([f"{one.what} {one.report_id}", *sides])


def _write(measured: Accuracy, path: Path) -> None:
    from etl.extract import extractor_version, lexicon_version

    versions = {"extractor_version": extractor_version(), "lexicon_version": lexicon_version()}
    rows = [
        {
            "slice_by": by,
            "slice": name,
            "level": level,
            "precision_pct": round(100 * count.precision, 1),
            "recall_pct": round(100 * count.recall, 1),
            "n_right": count.hit,
            "n_labelled": count.gold,
            "n_extracted": count.pred,
            **versions,
        }
        for by, name in _slices(measured)
        for level in LEVELS
        for count in [measured.count(level, by, name)]
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _as_data(measured: Accuracy) -> list[dict[str, object]]:
    return [
        {
            "by": by,
            "slice": name,
            "level": level,
            "precision": count.precision,
            "recall": count.recall,
            "hit": count.hit,
            "labelled": count.gold,
            "extracted": count.pred,
        }
        for by, name in _slices(measured)
        for level in LEVELS
        for count in [measured.count(level, by, name)]
    ]
