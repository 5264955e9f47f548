"""Verbs that ask the published file: `sql`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from etl.cli.app import app
from etl.settings import Settings


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


def _file(release: str) -> Path:
    from etl.warehouse.shelf import release_file

    return release_file(Settings.from_environment(), release)
