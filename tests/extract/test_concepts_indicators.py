"""What numbers measure, in sentences that report writers could have written.

`concept_cases.csv` holds one sentence a row and, for each of its numbers, the indicator
and the substance that the codebook gives it.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.extract.coding import codes_of

CASES = Path(__file__).with_name("concept_cases.csv")


def cases() -> list[object]:
    with CASES.open(encoding="utf-8", newline="") as handle:
        return [
            pytest.param(row["text"], row["codes"].split(), id=row["id"])
            for row in csv.DictReader(handle)
        ]


@pytest.mark.parametrize(("text", "codes"), cases())
def test_each_number_gets_its_indicator_and_substance(text: str, codes: list[str]) -> None:
    assert codes_of(text) == codes
