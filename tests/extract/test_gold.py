"""The figures that extraction must reach on the labelled reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from etl.documents import read
from etl.extract import extract
from etl.extract.accuracy import Accuracy, compare, read_labels

if TYPE_CHECKING:
    from pathlib import Path

EXACT = ("incsr-2014-per", "mem-6-per")
FLOORS = {"number": (0.98, 0.97), "core": (0.94, 0.90)}


@pytest.fixture(scope="module")
def accuracy(corpus: Path) -> Accuracy:
    gold = corpus.parent / "gold"
    if not gold.is_dir():
        pytest.skip(f"no labelled rows in {gold}")
    labels = read_labels(gold)
    reports = sorted({row["report_id"] for row in labels})
    facts = [
        fact
        for report in reports
        for document in read(corpus / f"{report}.txt")
        for fact in extract(document).facts
    ]
    return compare(labels, facts)


@pytest.mark.corpus
@pytest.mark.parametrize("report", EXACT)
@pytest.mark.parametrize("level", FLOORS)
def test_the_reports_that_must_be_right_are(accuracy: Accuracy, report: str, level: str) -> None:
    count = accuracy.count(level, "report", report)
    assert (count.precision, count.recall) == (1.0, 1.0)


@pytest.mark.corpus
@pytest.mark.parametrize("level", FLOORS)
def test_the_other_reports_reach_their_floors(accuracy: Accuracy, level: str) -> None:
    names = {name for by, name, _ in accuracy.counts if by == "report"} - set(EXACT)
    counts = [accuracy.count(level, "report", name) for name in names]
    hit = sum(count.hit for count in counts)
    precision, recall = FLOORS[level]
    assert hit / sum(count.pred for count in counts) >= precision
    assert hit / sum(count.gold for count in counts) >= recall
