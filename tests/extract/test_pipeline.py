"""From a text to facts: signs, dispositions, and the same answer every time."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from etl.documents import read
from etl.extract import extract, extractor_version, lexicon_version, pipeline
from etl.extract.model import Concept
from etl.extract.version import code_version
from tests.extract.reading import document_of, quantities_of

TEXT = (
    "B. Accomplishments\n\n2. Supply Reduction\n\n"
    "In 2016, police seized 1,930 kilograms of cocaine, a three percent decrease from 2015. "
    "They also destroyed 12 cocaine laboratories under Article 3 of the law. "
    "The capital lies 40 miles from the coast.\n"
)


def test_a_decrease_is_negative_and_its_level_is_not() -> None:
    facts = {fact.text: fact for fact in extract(document_of(TEXT)).facts}
    assert (facts["three"].kind, facts["three"].value, facts["three"].unit) == (
        "change",
        Decimal(-3),
        "PT",
    )
    assert (facts["1,930"].kind, facts["1,930"].value) == ("level", Decimal(1930))


def test_facts_are_codebook_rows_at_their_place() -> None:
    document = document_of(TEXT)
    facts = {fact.text: fact for fact in extract(document).facts}
    seizure = facts["1,930"]
    assert (seizure.indicator, seizure.substance, seizure.unit) == ("seizure_mass", "cocaine", "KG")
    assert (seizure.ref_area, seizure.time_period, seizure.report_id) == (
        "PER",
        "2016",
        "incsr-2018-per",
    )
    assert facts["12"].indicator == "laboratories_destroyed"
    assert all(document.text[f.start : f.end] == f.text for f in facts.values())


def test_every_number_has_one_disposition() -> None:
    mentions = extract(document_of(TEXT)).mentions
    assert [(m.text, m.disposition) for m in mentions] == [
        ("2", "label"),
        ("2016", "date"),
        ("1,930", "fact"),
        ("three", "fact"),
        ("2015", "date"),
        ("12", "fact"),
        ("3", "legal_reference"),
        ("40", "geography"),
    ]


def test_each_fact_names_the_rules_that_made_it() -> None:
    for fact in extract(document_of(TEXT)).facts:
        assert len(fact.rule_id.split("+")) >= 3


def test_the_same_document_gives_the_same_rows() -> None:
    assert extract(document_of(TEXT)) == extract(document_of(TEXT))
    assert len(lexicon_version()) == 12


def test_the_version_of_the_extractor_is_that_of_its_code(tmp_path: Path) -> None:
    room = tmp_path / "extract" / "concepts"
    room.mkdir(parents=True)
    (tmp_path / "documents").mkdir()
    (room / "rule.py").write_text("LEAST = 1\n")
    before = code_version(tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page.py").write_text("TITLE = 1\n")
    assert code_version(tmp_path) == before
    (room / "rule.py").write_text("LEAST = 2\n")
    assert code_version(tmp_path) != before
    assert re.fullmatch(r"[0-9a-f]{12}", extractor_version())


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("It was 140 percent of it.", "share", "implausible"),
        ("It was 40 percent of it.", "share", ""),
        ("It was 140 percent of it.", "change", ""),
        ("It has 12 lakes.", None, "not_drug_control"),
        ("It has two lakes.", None, "remark"),
        ("Ninety lakes are known.", None, "not_drug_control"),
        ("It was 12.", None, "unexplained"),
    ],
    ids=[
        "share_above_whole",
        "share",
        "change",
        "counted_noun",
        "spelled",
        "spelled_first",
        "alone",
    ],
)
def test_a_quantity_is_passed_over_with_a_reason(text: str, kind: str | None, reason: str) -> None:
    (quantity,) = quantities_of(text)
    concept = None if kind is None else Concept(kind, "other", "", 1, "test")
    assert pipeline._no_fact(quantity, concept) == reason


@pytest.mark.corpus
def test_hardly_a_number_of_the_corpus_is_unexplained(corpus: Path) -> None:
    unexplained = total = 0
    for path in sorted(corpus.glob("*.txt")):
        document = read(path)[0]
        extraction = extract(document)
        lost = [m for m in extraction.mentions if m.disposition == "unexplained"]
        assert not (lost and path.stem.endswith("-per")), path.stem
        assert all(document.text[m.start : m.end] == m.text for m in extraction.mentions)
        assert all(document.text[f.start : f.end] == f.text for f in extraction.facts)
        unexplained += len(lost)
        total += len(extraction.mentions)
    assert total > 2500
    assert unexplained <= 0.03 * total
