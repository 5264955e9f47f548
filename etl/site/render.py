"""Fills the page templates: everything that is not ours is escaped, nothing is fetched."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from etl.warehouse.durable import open_folder
from etl.warehouse.plain import one_line, shown

TEMPLATES = Path(__file__).parent / "templates"
LONGEST_CELL = 400


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(shown=shown, cell=_cell, rows=_rows, thousands=_thousands)
    return environment


def page(template: str, **values: Any) -> str:
    """The HTML of a page.

    Args:
        template: File in `templates/`.
        values: What it shows; a missing one is an error, not a blank.
    """
    return _environment().get_template(template).render(**values)


def put(folder: Path, name: str, body: str) -> Path:
    """Write one page in place of an older one; readers see either."""
    open_folder(folder)
    beside = folder / f".{name}"
    beside.write_text(body, encoding="utf-8", errors="replace")
    beside.chmod(0o644)
    return beside.replace(folder / name)


def _cell(value: Any) -> str:
    return one_line(value, LONGEST_CELL)


def _rows(sample: str | None) -> list[dict[str, Any]]:
    """The sample rows of an outcome, which are kept as JSON."""
    return json.loads(sample) if sample else []


def _thousands(number: int) -> str:
    return f"{number:,}"
