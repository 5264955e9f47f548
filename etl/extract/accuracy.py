"""Precision and recall of extracted facts against labelled ones, whole and by slice."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.errors import UsageError
from etl.extract.agreement import LEVELS, Pair, Row, pair
from etl.extract.model import Fact
from etl.extract.output import fact_row

SLICES = ("report", "indicator", "substance")


@dataclass(slots=True)
class Count:
    """How many rows were right, asked for and given."""

    hit: int = 0
    gold: int = 0
    pred: int = 0

    @property
    def precision(self) -> float:
        """Right rows among the given; 0 where none was given."""
        return self.hit / self.pred if self.pred else 0.0

    @property
    def recall(self) -> float:
        """Right rows among those asked for; 0 where none was asked for."""
        return self.hit / self.gold if self.gold else 0.0


@dataclass(frozen=True, slots=True)
class Miss:
    """A row that is wrong, missed or spurious at the core level."""

    report_id: str
    what: str
    gold: Row | None
    pred: Row | None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """The figures of one comparison.

    Attributes:
        counts: By slice (`total`, or one of `SLICES`), name within it, and level.
        misses: What was wrong, in the order of reports.
    """

    counts: dict[tuple[str, str, str], Count]
    misses: tuple[Miss, ...]

    def count(self, level: str, by: str = "total", name: str = "") -> Count:
        """The count of one slice at one level; empty where nothing was compared."""
        return self.counts.get((by, name, level), Count())


def read_labels(path: Path) -> list[dict[str, str]]:
    """Labelled rows of a CSV file, or of all CSV files of a folder.

    Raises:
        UsageError: Where there are none.
    """
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    rows: list[dict[str, str]] = []
    for file in files:
        with file.open(encoding="utf-8", newline="") as handle:
            for record in csv.DictReader(handle):
                row = {key: (cell or "").strip() for key, cell in record.items() if key}
                if row.get("report_id") and row.get("start", "").isdigit():
                    rows.append(row)
    if not rows:
        raise UsageError(f"{path}: no labelled rows")
    return rows


def compare(gold: Sequence[Row], facts: Iterable[Fact]) -> Accuracy:
    """Compare extracted facts with labelled rows, as the codebook's scorer does.

    Labels marked "optional" are never asked for; one marked "?" that agrees as a
    number is left out of the levels above. Reports without labels are passed over.
    """
    return compare_rows(gold, [fact_row(fact) for fact in facts])


def compare_rows(gold: Sequence[Row], pred: Sequence[Row]) -> Accuracy:
    """`compare` for rows that are already in the codebook's columns."""
    labels, given = _by_report(gold), _by_report(pred)
    counts: dict[tuple[str, str, str], Count] = defaultdict(Count)
    misses: list[Miss] = []
    for report in sorted(labels):
        for one in pair(labels[report], given.get(report, [])):
            _tally(one, report, counts)
            misses.extend(_miss(one, report))
    return Accuracy(dict(counts), tuple(misses))


def _by_report(rows: Sequence[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["report_id"]].append(row)
    return grouped


def _marks(gold: Row | None) -> tuple[bool, bool]:
    note = "" if gold is None else gold.get("note", "")
    return "optional" in note, "?" in note


def _tally(one: Pair, report: str, counts: dict[tuple[str, str, str], Count]) -> None:
    gold, pred, agrees = one
    optional, unsure = _marks(gold)
    named = gold if gold is not None else pred
    for level in LEVELS:
        doubtful = unsure and pred is not None and agrees["number"]
        if (optional or doubtful) and not agrees[level]:
            continue
        names = {"total": "", "report": report}
        if named is not None:
            names |= {"indicator": named["indicator"], "substance": named["substance"]}
        for by, name in names.items():
            count = counts[by, name, level]
            count.hit += agrees[level]
            count.gold += gold is not None
            count.pred += pred is not None


def _miss(one: Pair, report: str) -> list[Miss]:
    gold, pred, agrees = one
    optional, unsure = _marks(gold)
    if agrees["core"] or optional or (unsure and agrees["number"]):
        return []
    what = "missed" if pred is None else "spurious" if gold is None else "wrong"
    return [Miss(report, what, gold, pred)]
