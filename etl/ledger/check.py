"""What a row of the ledger may hold: known codes, and values that their unit can have."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from etl.documents.identity import areas
from etl.extract.lexicon import reference_codes
from etl.ledger.problem import Problem
from etl.ledger.row import LedgerRow
from etl.ledger.table import Placed
from etl.settings import Settings

CLOSED: dict[str, frozenset[str]] = {
    "kind": frozenset({"level", "change", "share", "rate"}),
    "qualifier": frozenset({"exact", "approximately", "at_least", "at_most", "range"}),
    "status": frozenset({"actual", "estimate", "target"}),
    "time_basis": frozenset({"stated", "inherited", "report"}),
    "review": frozenset({"reviewed", "machine"}),
}
_PATTERNS = {
    "anchor": re.compile(r"[0-9a-f]{16}"),
    "estimator": re.compile(r"(?:[A-Z][A-Z0-9_/-]*)?"),
    "section": re.compile(r"\S+"),
    "text": re.compile(r"\S(?:.*\S)?"),
    "rule_id": re.compile(r"\S(?:.*\S)?"),
}
_AREA = re.compile(r"([A-Z]{3})(?:-[A-Z0-9_]+)*")
_MOMENT = r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?"
_PERIOD = re.compile(rf"({_MOMENT})(?:/({_MOMENT}))?")
_HUNDRED = Decimal(100)

Finding = tuple[str, str, str]
"""Code, expected, found."""


def problems_of(placed: Placed[LedgerRow], report_id: str) -> list[Problem]:
    """Everything that is wrong with one row of the ledger of `report_id`."""
    row = placed.row
    checks = (_identity(row, report_id), _codes(row), _place(row), _period(row), _number(row))
    return [
        Problem("error", code, row.report_id, placed.place, expected, found)
        for check in checks
        for code, expected, found in check
    ]


def duplicates(rows: tuple[Placed[LedgerRow], ...]) -> Iterator[Problem]:
    """Rows that stand for a number that an earlier row stands for."""
    first: dict[str, str] = {}
    for placed in rows:
        earlier = first.setdefault(placed.row.observation_id, placed.place)
        if earlier != placed.place:
            found = f"the number {placed.row.text!r} that {earlier} already holds"
            yield Problem(
                "error", "duplicate", placed.row.report_id, placed.place, "one row a number", found
            )


def _identity(row: LedgerRow, report_id: str) -> Iterator[Finding]:
    if row.report_id != report_id:
        yield "wrong_report", f"report_id {report_id}, the file's name", repr(row.report_id)


def _codes(row: LedgerRow) -> Iterator[Finding]:
    for column, known in CLOSED.items():
        if getattr(row, column) not in known:
            yield (
                "unknown_code",
                f"{column} of {', '.join(sorted(known))}",
                repr(getattr(row, column)),
            )
    if row.indicator not in _indicators():
        yield "unknown_code", "indicator of indicators.csv", repr(row.indicator)
    if row.substance and row.substance not in reference_codes("substances"):
        yield "unknown_code", "substance of substances.csv", repr(row.substance)
    for part in row.unit.split(" PER "):
        if part not in unit_kinds():
            yield "unknown_code", "unit of units.csv", repr(row.unit)
    for part in row.ref_area.split(";") if row.ref_area else ():
        match = _AREA.fullmatch(part)
        if match is None or not (areas.is_known(match[1]) or areas.is_user_assigned(match[1])):
            yield "unknown_code", "ref_area such as PER or PER-VRAEM", repr(part)


def _place(row: LedgerRow) -> Iterator[Finding]:
    for column, pattern in _PATTERNS.items():
        if not pattern.fullmatch(getattr(row, column)):
            yield "bad_value", f"{column} like {pattern.pattern}", repr(getattr(row, column))
    for column, least in (("sentence", 1), ("occurrence", 1), ("number_word", 0)):
        if getattr(row, column) < least:
            yield "bad_value", f"{column} of at least {least}", str(getattr(row, column))


def _period(row: LedgerRow) -> Iterator[Finding]:
    match = _PERIOD.fullmatch(row.time_period)
    first, last = match.groups() if match else ("", None)
    ordered = last is None or (len(first) == len(last) and first < last)
    if match is None or not ordered:
        yield (
            "bad_period",
            "2012, 2013-07, 2017-01/2017-10 or 2015/2016",
            repr(row.time_period),
        )


def _number(row: LedgerRow) -> Iterator[Finding]:
    kind = unit_kinds().get(row.unit, "")
    if row.value < 0 and row.kind != "change":
        yield "impossible_value", f"a {row.kind} of 0 {row.unit} or more", str(row.value)
    if row.kind == "share" and (row.unit != "PT" or row.value > _HUNDRED):
        yield "impossible_value", "a share of 0 to 100 PT", f"{row.value} {row.unit}"
    if row.kind == "level" and row.unit == "PT" and row.value > _HUNDRED:
        yield "impossible_value", "a percentage of 0 to 100 PT", f"{row.value} PT"
    if kind == "count" and row.kind == "level" and row.value != row.value.to_integral_value():
        yield "impossible_value", f"a whole number of {row.unit}", str(row.value)
    per = " PER " in row.unit
    if (row.kind == "rate" and not per and row.unit != "PT") or (
        per and row.kind not in {"rate", "change"}
    ):
        yield "impossible_unit", f"a unit that a {row.kind} can have", repr(row.unit)
    yield from _indicator_unit(row, kind)
    yield from _range(row)


def _indicator_unit(row: LedgerRow, kind: str) -> Iterator[Finding]:
    wanted = _indicators().get(row.indicator, "any")
    if row.kind == "level" and wanted != "any" and kind.removeprefix("ambiguous_") != wanted:
        yield "impossible_unit", f"a unit of {wanted} for {row.indicator}", repr(row.unit)


def _range(row: LedgerRow) -> Iterator[Finding]:
    if (row.qualifier == "range") != (row.value_high is not None):
        yield "bad_range", "value_high for a range, and for nothing else", str(row.value_high)
    elif row.value_high is not None and abs(row.value_high) <= abs(row.value):
        yield "bad_range", f"value_high above {row.value}", str(row.value_high)


@cache
def unit_kinds() -> dict[str, str]:
    """Kind of each unit of `units.csv`, such as `mass`, `count` or `percent`."""
    return _column("units", "unit_kind")


@cache
def _indicators() -> dict[str, str]:
    return _column("indicators", "unit_kind")


def _column(name: str, column: str) -> dict[str, str]:
    """First column of a code list to another of its columns."""
    path = Settings.from_environment().seeds / "reference" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        key = (reader.fieldnames or [""])[0]
        return {row[key]: row[column] for row in reader}
