"""Verbs that ask the published file: `sql`, `profile`."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from etl.cli.app import app
from etl.cli.output import AsJson, emit, table
from etl.errors import UsageError
from etl.settings import Settings

_COUNTRY = re.compile("[A-Z]{3}")


class Form(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="One SQL statement that reads.")],
    form: Annotated[Form, typer.Option("--format", help="How to print the rows.")] = Form.TABLE,
    as_json: Annotated[bool, typer.Option("--json", help="Same as --format json.")] = False,
    release: Annotated[str, typer.Option(help="A kept release, by id.")] = "current",
    seconds: Annotated[float, typer.Option(help="Give up after so long.")] = 60.0,
) -> None:
    """Ask the published warehouse in SQL; nothing can be written, no other file read."""
    from etl.warehouse.query import ask

    answer = ask(_file(release), query, seconds)
    typer.echo(answer.render("json" if as_json else form.value), nl=False)


@app.command()
def profile(
    area: Annotated[str, typer.Argument(help="A country by its ISO 3166-1 alpha-3 code.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Show a country's headline figures by year, each with the observation it comes from."""
    from etl.warehouse.query import ask

    code = area.upper()
    if not _COUNTRY.fullmatch(code):
        raise UsageError(f"expected a country's code of three letters, found {area!r}")
    sql = f"select * from marts.country_profile where ref_area = '{code}' order by year"  # noqa: S608 - letters
    answer = ask(_file("current"), sql)
    if not answer.rows:
        raise UsageError(f"expected a country with figures, found none of {code}")
    years = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    emit(years, _by_year(code, years), as_json=as_json)


def _by_year(code: str, years: list[dict[str, Any]]) -> str:
    """Headlines down, years across; a partial year is marked with a star."""
    names = [name for name in years[0] if f"{name}_obs" in years[0]]
    told = [name for name in names if any(year[name] is not None for year in years)]
    headers = [years[0]["country_name"] or code, *(str(year["year"]) for year in years)]
    rows = [[name, *(_figure(year, name) for year in years)] for name in told]
    proofs = [
        f"  {y['year']} {n}: {y[f'{n}_obs']}" for y in years for n in told if y[n] is not None
    ]
    notes = ["", "* part of the year only", "", "observations, for `dcw explain`:", *proofs]
    return "\n".join([table(headers, rows), *notes])


def _figure(year: dict[str, Any], name: str) -> str:
    if year[name] is None:
        return ""
    star = "*" if f"{name} (" in (year["partial_figures"] or "") else ""
    return f"{year[name]:,.10g}{star}"


def _file(release: str) -> Path:
    from etl.warehouse.shelf import release_file

    return release_file(Settings.from_environment(), release)
