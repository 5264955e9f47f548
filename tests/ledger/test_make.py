"""Ledger files are made from documents; what a person reviewed is never overwritten."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from samples.arcadia import document

from etl.errors import SeedError
from etl.extract.model import Fact
from etl.extract.results import AssessmentFact, Extraction, FindingFact
from etl.ledger.files import read_ledger
from etl.ledger.make import Source, make_ledger
from etl.ledger.report import proof_of
from etl.ledger.verify import verify

REPORT = "incsr-2020-ata"
HEADER = (
    "report_id,start,end,text,kind,indicator,substance,ref_area,value,value_high,unit,qualifier,"
    "status,time_period,time_basis,estimator,note\n"
)


def fact(text: str, value: str, indicator: str = "other") -> Fact:
    start = document().text.index(text)
    return Fact(
        report_id=REPORT,
        start=start,
        end=start + len(text),
        text=text,
        kind="level",
        indicator=indicator,
        substance="",
        ref_area="ATA",
        value=Decimal(value),
        value_high=None,
        unit="COUNT",
        qualifier="exact",
        status="actual",
        time_period="2019",
        time_basis="stated",
        estimator="",
        sentence=0,
        rule_id="number+cue:x",
    )


def source(*facts: Fact, findings: tuple[FindingFact, ...] = ()) -> Source:
    ratings = (AssessmentFact(1, "demand_reduction", "complete", None, (0, 1), None),)
    return Source(document(), Extraction(facts, (), ratings, findings, ()))


def labelled(folder: Path, note: str = "") -> Path:
    start = document().text.index("24")
    coded = "24,level,arrests,,ATA,24,,PERSONS,exact,actual,2019-07,stated,,"
    row = f'{REPORT},{start},{start + 2},{coded}"{note}"\n'
    (folder / f"{REPORT}.csv").write_text(HEADER + row, encoding="utf-8")
    return folder


def test_extracted_facts_become_machine_rows_that_verify(tmp_path: Path) -> None:
    made = make_ledger(tmp_path, [source(fact("31", "31"), fact("24", "24"))])
    report = read_ledger(tmp_path).reports[REPORT]
    assert made == 2
    assert [(p.row.text, p.row.review) for p in report.facts] == [
        ("24", "machine"),
        ("31", "machine"),
    ]
    assert proof_of(verify(document(), report.facts)).facts["verified"] == 2


def test_labelled_facts_stand_alone_and_reviewed(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    make_ledger(tmp_path / "ledger", [source(fact("31", "31"))], labelled=labelled(gold))
    report = read_ledger(tmp_path / "ledger").reports[REPORT]
    assert [(p.row.text, p.row.review) for p in report.facts] == [("24", "reviewed")]


def test_reviewed_rows_stay_when_extraction_is_run_again(tmp_path: Path) -> None:
    gold, ledger = tmp_path / "gold", tmp_path / "ledger"
    gold.mkdir()
    make_ledger(ledger, [source()], labelled=labelled(gold))
    make_ledger(ledger, [source(fact("31", "31"), fact("24", "99", indicator="convictions"))])
    rows = [placed.row for placed in read_ledger(ledger).reports[REPORT].facts]
    assert [(row.text, row.indicator, row.review) for row in rows] == [
        ("24", "arrests", "reviewed"),
        ("31", "other", "machine"),
    ]


def test_labellers_remarks_are_left_out_of_the_note(tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    long = "one two three four five six seven eight nine"
    note = f"2nd: added; in the harbor; ? or PERSONS; optional; {long}"
    make_ledger(tmp_path / "ledger", [source()], labelled=labelled(gold, note))
    assert read_ledger(tmp_path / "ledger").reports[REPORT].facts[0].row.note == "in the harbor"


def test_a_fact_whose_text_is_elsewhere_is_refused(tmp_path: Path) -> None:
    wrong = fact("24", "24")
    moved = Fact(**{n: getattr(wrong, n) for n in wrong.__slots__} | {"start": wrong.start + 1})
    with pytest.raises(SeedError, match="expected '24', found"):
        make_ledger(tmp_path, [source(moved)])


def test_only_shortcomings_of_the_findings_are_kept(tmp_path: Path) -> None:
    findings = (
        FindingFact(1, "strength", "treatment", 1),
        FindingFact(1, "shortcoming", "screening", 2),
    )
    make_ledger(tmp_path, [source(findings=findings)])
    report = read_ledger(tmp_path).reports[REPORT]
    assert [placed.row.topic for placed in report.findings] == ["screening"]
    assert [placed.row.rating_summary for placed in report.assessments] == [""]
