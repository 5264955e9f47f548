"""A report's rows: ledger and extraction side by side, every number accounted for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from samples.arcadia import document, row_at

from etl.documents import Document
from etl.extract.model import Fact, Mention
from etl.extract.results import Extraction
from etl.ledger.files import LedgerReport
from etl.ledger.row import LedgerRow
from etl.ledger.table import Placed
from etl.staging.fingerprint import Versions, fingerprint
from etl.staging.load import Columns
from etl.staging.package import Packed, pack_document

CHAPTER = document()
VERSIONS = Versions("7", "x")


def span(text: str) -> tuple[int, int]:
    start = CHAPTER.text.index(text)
    return start, start + len(text)


def fact(text: str, value: str, **changes: object) -> Fact:
    start, end = span(text)
    cells: dict[str, object] = {
        "report_id": CHAPTER.identity.report_id,
        "start": start,
        "end": end,
        "text": text,
        "kind": "level",
        "indicator": "other",
        "substance": "",
        "ref_area": "ATA",
        "value": Decimal(value),
        "value_high": None,
        "unit": "COUNT",
        "qualifier": "exact",
        "status": "actual",
        "time_period": "2019",
        "time_basis": "stated",
        "estimator": "",
        "sentence": 0,
        "rule_id": "number",
    }
    return Fact(**(cells | changes))  # type: ignore[arg-type]


def mention(text: str, disposition: str = "fact") -> Mention:
    start, end = span(text)
    sentence = next(s.index for s in CHAPTER.sentences if s.start <= start < s.end)
    return Mention(start, end, text, sentence, None, disposition, "rule")


def packed(
    *facts: Fact, rows: tuple[LedgerRow, ...] = (), mentions: tuple[Mention, ...] = ()
) -> Packed:
    placed = tuple(Placed(f"ata.csv:{line}", row) for line, row in enumerate(rows, start=2))
    ledger = LedgerReport(CHAPTER.identity, placed, (), (), "hash") if rows else None
    return pack_document(CHAPTER, Extraction(facts, mentions, (), (), ()), ledger, VERSIONS)


def told(result: Packed) -> list[tuple[str, str, str]]:
    return [(p.code, p.expected, p.found) for p in result.problems]


def column(result: Packed, table: str, name: str) -> list[object]:
    columns: Columns = result.package.tables[table]
    return columns.get(name, [])


def test_a_fact_whose_place_bears_it_out_is_verified() -> None:
    result = packed(fact("1,930", "1930"))
    assert column(result, "observations", "verification") == ["verified"]
    assert result.problems == ()


def test_a_fact_that_a_second_reading_does_not_bear_out_is_told() -> None:
    result = packed(fact("1,930", "1931"))
    assert column(result, "observations", "verification") == ["unverified"]
    assert told(result) == [("second_reading", "1931", "1930")]


def test_where_ledger_and_extraction_differ_each_column_is_told() -> None:
    row = row_at(CHAPTER, "24", "24", indicator="arrests", unit="PERSONS")
    result = packed(fact("24", "24", indicator="convictions"), rows=(row,))
    assert column(result, "observations", "origin") == ["ledger", "extracted"]
    assert len(set(column(result, "observations", "observation_id"))) == 1
    assert told(result) == [
        ("ledger_differs", "indicator arrests", "convictions in the text"),
        ("ledger_differs", "unit PERSONS", "COUNT in the text"),
    ]


def test_no_drug_and_several_drugs_are_one_code() -> None:
    row = row_at(CHAPTER, "24", "24", substance="illicit_drugs")
    assert told(packed(fact("24", "24"), rows=(row,))) == []


def test_two_facts_of_one_number_are_told_and_one_is_kept() -> None:
    result = packed(fact("24", "24"), fact("24", "24", indicator="arrests"))
    assert column(result, "observations", "indicator") == ["other"]
    assert [code for code, _, _ in told(result)] == ["repeated_fact"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(fact("24", "24"), start=0, end=2), "bad_span"),
        (replace(fact("24", "24"), start=10**6, end=10**6 + 2), "bad_span"),
        (fact("24", "1e20"), "bad_number"),
        (fact("24", "24", value_high=Decimal("1e400")), "bad_number"),
    ],
)
def test_a_fact_that_cannot_be_kept_is_told(wrong: Fact, code: str) -> None:
    result = packed(wrong)
    assert column(result, "observations", "origin") == []
    assert [problem.code for problem in result.problems] == [code]


def test_numbers_lead_to_the_observations_that_they_are() -> None:
    ranged = fact("250", "250", value_high=Decimal(400), qualifier="range")
    result = packed(ranged, mentions=(mention("400"), mention("250"), mention("2019", "date")))
    (name,) = column(result, "observations", "observation_id")
    assert column(result, "number_mentions", "text") == ["2019", "250", "400"]
    assert column(result, "number_mentions", "observation_id") == [None, name, name]
    assert column(result, "number_mentions", "disposition") == ["date", "fact", "fact"]


def test_a_number_that_the_ledger_knows_is_a_fact_whatever_extraction_says() -> None:
    row = row_at(CHAPTER, "24", "24")
    result = packed(rows=(row,), mentions=(mention("24", "date"), mention("31", "date")))
    assert column(result, "number_mentions", "disposition") == ["fact", "date"]
    assert column(result, "number_mentions", "rule_id") == ["ledger", "rule"]
    assert column(result, "number_mentions", "observation_id")[0] == row.observation_id


def test_a_contradicted_row_of_the_ledger_claims_no_number() -> None:
    row = row_at(CHAPTER, "24", "42")
    result = packed(rows=(row,), mentions=(mention("24", "date"),))
    assert column(result, "number_mentions", "disposition") == ["date"]


def test_the_evidence_is_the_document_s_own() -> None:
    result = packed()
    assert column(result, "documents", "text") == [CHAPTER.text]
    assert column(result, "sentences", "text") == [CHAPTER.quote(s) for s in CHAPTER.sentences]
    starts = column(result, "sections", "start_char")
    assert starts == sorted(starts, key=lambda start: int(str(start)))


def test_what_a_reader_assumed_is_told() -> None:
    assumed: Document = replace(CHAPTER, notices=("read as plain sections",))
    result = pack_document(assumed, Extraction((), (), (), (), ()), None, VERSIONS)
    assert [(p.severity, p.found) for p in result.problems] == [("info", "read as plain sections")]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("d", "l", Versions("1", "1")), ("d", "l", Versions("1", "1")), True),
        (("d", "l", Versions("1", "1")), ("e", "l", Versions("1", "1")), False),
        (("d", "l", Versions("1", "1")), ("d", "m", Versions("1", "1")), False),
        (("d", "l", Versions("1", "1")), ("d", "l", Versions("2", "1")), False),
        (("d", "l", Versions("1", "1")), ("d", "l", Versions("1", "2")), False),
        ((None, "l", Versions("1", "1")), (None, "l", Versions("2", "2")), True),
        (("d", None, Versions("1", "1")), (None, "d", Versions("1", "1")), False),
    ],
)
def test_a_fingerprint_tells_what_rows_depend_on(
    first: tuple[str | None, str | None, Versions],
    second: tuple[str | None, str | None, Versions],
    same: bool,  # noqa: FBT001 - expected outcome
) -> None:
    assert (fingerprint(*first) == fingerprint(*second)) is same
