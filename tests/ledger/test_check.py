"""Every kind of wrong row is refused, with what was expected and what was found."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from samples.arcadia import document, row_at

from etl.ledger.check import duplicates, problems_of
from etl.ledger.row import LedgerRow
from etl.ledger.table import Placed

REPORT = "incsr-2020-ata"
SOUND = row_at(
    document(), "1,930", "1930", indicator="seizure_mass", substance="cocaine", unit="KG"
)


def problems(row: LedgerRow) -> list[tuple[str, str]]:
    return [(p.code, p.found) for p in problems_of(Placed(f"{REPORT}.csv:2", row), REPORT)]


def test_a_sound_row_has_no_problem() -> None:
    assert problems(SOUND) == []


@pytest.mark.parametrize(
    ("changes", "code", "found"),
    [
        ({"indicator": "seizures"}, "unknown_code", "'seizures'"),
        ({"substance": "cocain"}, "unknown_code", "'cocain'"),
        ({"unit": "KILO"}, "unknown_code", "'KILO'"),
        ({"ref_area": "ABC"}, "unknown_code", "'ABC'"),
        ({"ref_area": "PER;PERU"}, "unknown_code", "'PERU'"),
        ({"kind": "total"}, "unknown_code", "'total'"),
        ({"qualifier": "about"}, "unknown_code", "'about'"),
        ({"status": "real"}, "unknown_code", "'real'"),
        ({"time_basis": "guessed"}, "unknown_code", "'guessed'"),
        ({"review": "yes"}, "unknown_code", "'yes'"),
        ({"report_id": "incsr-2020-per"}, "wrong_report", "'incsr-2020-per'"),
        ({"time_period": "2019-13"}, "bad_period", "'2019-13'"),
        ({"time_period": "2019/2018"}, "bad_period", "'2019/2018'"),
        ({"time_period": "2018/2019-03"}, "bad_period", "'2018/2019-03'"),
        ({"time_period": ""}, "bad_period", "''"),
        ({"anchor": "xyz"}, "bad_value", "'xyz'"),
        ({"estimator": "us gov"}, "bad_value", "'us gov'"),
        ({"text": ""}, "bad_value", "''"),
        ({"sentence": 0}, "bad_value", "0"),
        ({"value": Decimal(-1)}, "impossible_value", "-1"),
        ({"unit": "HA"}, "impossible_unit", "'HA'"),
        ({"unit": "KG PER HA"}, "impossible_unit", "'KG PER HA'"),
        ({"value_high": Decimal(2000)}, "bad_range", "2000"),
        ({"qualifier": "range"}, "bad_range", "None"),
        ({"qualifier": "range", "value_high": Decimal(9)}, "bad_range", "9"),
        (
            {"kind": "share", "unit": "PT", "value": Decimal(101), "indicator": "other"},
            "impossible_value",
            "101 PT",
        ),
        ({"kind": "share", "indicator": "other"}, "impossible_value", "1930 KG"),
        (
            {"unit": "PERSONS", "indicator": "arrests", "value": Decimal("2.5")},
            "impossible_value",
            "2.5",
        ),
        (
            {"unit": "PT", "indicator": "prevalence_rate", "value": Decimal("100.1")},
            "impossible_value",
            "100.1 PT",
        ),
    ],
)
def test_a_wrong_cell_is_named(changes: dict[str, object], code: str, found: str) -> None:
    assert (code, found) in problems(replace(SOUND, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "change", "unit": "PT", "value": Decimal(-30)},
        {"kind": "change", "unit": "PT", "value": Decimal(500)},
        {"time_period": "2017-01/2017-10"},
        {"time_period": "2015/2016"},
        {"ref_area": ""},
        {"ref_area": "PER-UHV;PER-VRAEM"},
        {"substance": ""},
        {"unit": "TONS"},
        {"kind": "rate", "indicator": "drug_price", "unit": "USD PER KG"},
    ],
    ids=str,
)
def test_what_the_codebook_allows_is_allowed(changes: dict[str, object]) -> None:
    assert problems(replace(SOUND, **changes)) == []  # type: ignore[arg-type]


def test_two_rows_of_one_number_are_named() -> None:
    rows = (Placed("a.csv:2", SOUND), Placed("a.csv:3", replace(SOUND, indicator="other")))
    found = list(duplicates(rows))
    assert [(p.place, p.found) for p in found] == [
        ("a.csv:3", "the number '1,930' that a.csv:2 already holds")
    ]
