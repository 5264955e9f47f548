"""The project's own scoring gives the figures of the codebook's scorer."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from etl.errors import UsageError
from etl.extract.accuracy import compare_rows, read_labels
from etl.extract.agreement import LEVELS
from etl.extract.model import Fact
from etl.extract.output import COLUMNS, write_facts

BASE = {
    "report_id": "incsr-2018-per",
    "kind": "level",
    "indicator": "seizure_mass",
    "substance": "cocaine",
    "ref_area": "PER",
    "value_high": "",
    "unit": "KG",
    "qualifier": "exact",
    "status": "actual",
    "time_period": "2017",
    "time_basis": "stated",
    "estimator": "",
    "note": "",
}


def row(start: int, value: str, **changes: str) -> dict[str, str]:
    return (
        BASE | {"start": str(start), "end": str(start + 3), "text": value, "value": value} | changes
    )


GOLD = [
    row(0, "10"),
    row(10, "20", substance="illicit_drugs"),
    row(20, "30", unit="PERSONS", indicator="arrests", substance=""),
    row(30, "40", note="optional; trivial"),
    row(40, "50", note="? kind level or change"),
    row(50, "60"),
    row(60, "70", report_id="mem-6-per"),
]
PRED = [
    row(1, "10.04"),
    row(10, "20", substance=""),
    row(20, "30", unit="COUNT", indicator="arrests", substance="", time_period="2017-01/2017-10"),
    row(30, "41"),
    row(40, "50", kind="change"),
    row(51, "61"),
    row(90, "80"),
    row(0, "5", report_id="incsr-2018-unlabelled"),
]


def test_each_level_counts_what_agrees() -> None:
    figures = compare_rows(GOLD, PRED)
    counts = {level: figures.count(level) for level in LEVELS}
    assert [(c.hit, c.gold, c.pred) for c in counts.values()] == [(4, 6, 6), (3, 5, 5), (2, 5, 5)]
    assert figures.count("number").precision == pytest.approx(4 / 6)
    assert figures.count("core", "indicator", "arrests").recall == 1
    assert figures.count("number", "report", "mem-6-per").recall == 0
    assert [miss.what for miss in figures.misses] == ["wrong", "spurious", "missed"]


def scored(tool: Path, gold: Path, pred: Path) -> dict[str, dict[str, dict[str, float]]]:
    command = [sys.executable, str(tool), "--gold", str(gold), "--pred", str(pred), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, dict[str, dict[str, float]]] = json.loads(done.stdout)
    return result


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.corpus
def test_figures_equal_those_of_the_scorer(corpus: Path, tmp_path: Path) -> None:
    tool = corpus.parent / "tools" / "score.py"
    if not tool.exists():
        pytest.skip(f"no scorer at {tool}")
    gold, pred = write(tmp_path / "gold.csv", GOLD), write(tmp_path / "pred.csv", PRED)
    theirs = scored(tool, gold, pred)
    ours = compare_rows(read_labels(gold), read_labels(pred))
    for report, levels in theirs.items():
        by, name = ("total", "") if report == "TOTAL" else ("report", report)
        for level, figures in levels.items():
            count = ours.count(level, by, name)
            assert (count.hit, count.gold, count.pred) == tuple(
                figures[key] for key in ("hit", "gold", "pred")
            )


FACT = Fact(
    report_id="incsr-2018-per",
    start=5,
    end=8,
    text="1.5",
    kind="level",
    indicator="seizure_mass",
    substance="cocaine",
    ref_area="PER",
    value=Decimal("1500000.0"),
    value_high=None,
    unit="KG",
    qualifier="exact",
    status="actual",
    time_period="2017",
    time_basis="stated",
    estimator="",
    sentence=0,
    rule_id="number",
)


def test_facts_are_written_in_three_formats(tmp_path: Path) -> None:
    files = {form: tmp_path / f"facts.{form}" for form in ("csv", "json", "parquet")}
    assert [write_facts([FACT], path, form) for form, path in files.items()] == [1, 1, 1]
    with files["csv"].open(encoding="utf-8") as handle:
        (written,) = csv.DictReader(handle)
    assert tuple(written) == COLUMNS
    assert (written["value"], written["value_high"], written["start"]) == ("1500000", "", "5")
    assert json.loads(files["json"].read_text(encoding="utf-8"))[0]["start"] == 5
    assert pq.read_table(files["parquet"])["value"].to_pylist() == [Decimal("1500000.00000000")]


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="xlsx"):
        write_facts([FACT], tmp_path / "facts.xlsx", "xlsx")


def test_a_folder_without_labels_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no labelled rows"):
        read_labels(tmp_path)
