"""Freshly extracted facts beside those of a release: gained, lost and changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.extract.model import Fact
from etl.warehouse.query import open_published

Place = tuple[str, int]
COLUMNS = {
    "kind": "kind",
    "indicator": "indicator",
    "substance": "substance",
    "ref_area": "ref_area",
    "value": "stated_value",
    "value_high": "stated_value_high",
    "unit": "stated_unit",
    "qualifier": "qualifier",
    "status": "obs_status",
    "time_period": "time_period",
    "estimator": "estimator",
}
"""Fields of a fact and the columns of `marts.fct_observations` that hold them."""


@dataclass(frozen=True, slots=True)
class Against:
    """Facts by their place (report and offset of the number), in the order of places.

    Attributes:
        gained: Facts that the release does not have at their place.
        lost: The release's facts that extraction does not find any more.
        changed: Place, and field by field what the release says and what extraction does.
    """

    gained: tuple[Fact, ...]
    lost: tuple[dict[str, Any], ...]
    changed: tuple[tuple[Place, dict[str, tuple[str, str]]], ...]

    def lines(self) -> list[str]:
        """The comparison for people, counts first."""
        counts = f"{len(self.gained)} gained, {len(self.lost)} lost, {len(self.changed)} changed"
        lines = [counts]
        lines += [
            f"+ {f.report_id}:{f.start} {f.text!r} {f.kind} {f.indicator}" for f in self.gained
        ]
        lines += [
            f"- {row['report_id']}:{row['number_start']} {row['kind']} {row['indicator']}"
            for row in self.lost
        ]
        for (report_id, start), fields in self.changed:
            said = "; ".join(f"{name} {old} -> {new}" for name, (old, new) in fields.items())
            lines.append(f"~ {report_id}:{start} {said}")
        return lines


def against(release: Path, facts: Iterable[Fact], reports: Iterable[str]) -> Against:
    """Compare facts with a release.

    Args:
        release: The release's file.
        facts: As extracted now.
        reports: The reports that were read, those without facts too.

    Raises:
        UsageError: There is no such release.
    """
    held = _held(release, sorted(set(reports)))
    found = {(fact.report_id, fact.start): fact for fact in facts}
    differences = (
        (place, _differences(held[place], found[place])) for place in held if place in found
    )
    return Against(
        gained=tuple(fact for place, fact in sorted(found.items()) if place not in held),
        lost=tuple(row for place, row in held.items() if place not in found),
        changed=tuple((place, fields) for place, fields in differences if fields),
    )


def _held(release: Path, reports: list[str]) -> dict[Place, dict[str, Any]]:
    columns = ", ".join(["report_id", "number_start", *COLUMNS.values()])
    with open_published(release) as connection:
        result = connection.execute(
            f"SELECT {columns} FROM marts.fct_observations "  # noqa: S608 - constant names
            "WHERE number_start IS NOT NULL AND list_contains($reports, report_id) ORDER BY 1, 2",
            {"reports": reports},
        )
        names = [column[0] for column in result.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    return {(row["report_id"], row["number_start"]): row for row in rows}


def _differences(row: Mapping[str, Any], fact: Fact) -> dict[str, tuple[str, str]]:
    pairs = {
        name: (_said(row[column]), _said(getattr(fact, name))) for name, column in COLUMNS.items()
    }
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _said(value: object) -> str:
    """A cell as text; several drugs and none named are one code, by the codebook."""
    if value is None or value == "illicit_drugs":
        return ""
    return value if isinstance(value, str) else f"{float(str(value)):.10g}"
