"""Reads the expectation suites: which table each speaks of and what must hold there.

A suite is a Great Expectations suite in JSON, one a layer and table. Beyond what the
library asks for, every expectation has a stable `id`, a `severity` (`critical` blocks,
`warning` is reported) and in `meta` a `note` (why it is there) and `since` (from when).
One that names tables of the schema `previous` compares with the last release and is
passed over where that has none.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.errors import SeedError

_PREVIOUS = re.compile(r"\bprevious\.(\w+)\.(\w+)")
_CODES = re.compile(r"\bcodes\.main\.(\w+)")
SEVERITIES = ("critical", "warning")


@dataclass(frozen=True, slots=True)
class Expected:
    """One expectation as its file states it.

    Attributes:
        expectation_id: Stable name, unique over all suites.
        kind: The library's type, such as `unexpected_rows_expectation`.
        kwargs: Its arguments.
        severity: `critical` or `warning`.
        note: Why it is there.
        since: From when it is asked.
        previous_tables: Schema and name of the last release's tables that it compares with.
        code_lists: Names of the reference seeds that it looks codes up in.
    """

    expectation_id: str
    kind: str
    kwargs: dict[str, Any]
    severity: str
    note: str
    since: str
    previous_tables: frozenset[tuple[str, str]]
    code_lists: frozenset[str]

    @property
    def column(self) -> str | None:
        """The column it speaks of, where it speaks of one."""
        return self.kwargs.get("column")


@dataclass(frozen=True, slots=True)
class Suite:
    """The expectations of one table.

    Attributes:
        name: `<layer>.<table>`, the file's stem.
        gate: `staging` or `marts`: the gate that runs it.
        schema: Schema of the table.
        table: The table.
        expectations: In the file's order.
    """

    name: str
    gate: str
    schema: str
    table: str
    expectations: tuple[Expected, ...]


def load(folder: Path, gate: str | None = None) -> list[Suite]:
    """Every suite of `folder` (of one gate, if given), by name.

    Raises:
        SeedError: A file is no suite, or an expectation lacks its id, severity, note or
            date, or an id is used twice.
    """
    suites = [_suite(path) for path in sorted(folder.glob("*.json"))]
    _refuse_repeated_ids(suites)
    return [suite for suite in suites if gate in (None, suite.gate)]


def _suite(path: Path) -> Suite:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        meta = raw["meta"]
        expectations = tuple(_expected(path, item) for item in raw["expectations"])
        suite = Suite(raw["name"], meta["gate"], meta["schema"], meta["table"], expectations)
    except (json.JSONDecodeError, KeyError, TypeError) as error:
        raise SeedError(f"{path.name}: expected an expectation suite, found {error!r}") from error
    if suite.name != path.stem:
        raise SeedError(f"{path.name}: expected the name {path.stem!r}, found {suite.name!r}")
    return suite


def _expected(path: Path, item: dict[str, Any]) -> Expected:
    meta = item.get("meta", {})
    missing = [key for key in ("id", "type", "kwargs", "severity") if not item.get(key)]
    missing += [f"meta.{key}" for key in ("note", "since") if not meta.get(key)]
    place = f"{path.name}: expectation {item.get('id', '?')}"
    if missing:
        raise SeedError(f"{place}: expected {', '.join(missing)}, found none")
    if item["severity"] not in SEVERITIES:
        raise SeedError(f"{place}: expected a severity of {SEVERITIES}, found {item['severity']!r}")
    asked = json.dumps(item["kwargs"])
    return Expected(
        expectation_id=item["id"],
        kind=item["type"],
        kwargs=item["kwargs"],
        severity=item["severity"],
        note=meta["note"],
        since=meta["since"],
        previous_tables=frozenset(_PREVIOUS.findall(asked)),
        code_lists=frozenset(_CODES.findall(asked)),
    )


def _refuse_repeated_ids(suites: list[Suite]) -> None:
    seen: dict[str, str] = {}
    for suite in suites:
        for expected in suite.expectations:
            other = seen.setdefault(expected.expectation_id, suite.name)
            if other != suite.name or _count(suite, expected.expectation_id) > 1:
                raise SeedError(
                    f"{suite.name}.json: expected an unused id, "
                    f"found {expected.expectation_id!r} of {other} again"
                )


def _count(suite: Suite, expectation_id: str) -> int:
    return sum(expected.expectation_id == expectation_id for expected in suite.expectations)
