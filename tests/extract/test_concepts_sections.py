"""What numbers measure where the section's heading has a say.

`section_cases.csv` holds one sentence a row, the section of a report that it stands in
(empty: none), and the indicator and the substance of each of its numbers.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.extract.coding import codes_of

CASES = Path(__file__).with_name("section_cases.csv")
HEADINGS = {
    "": "A. Introduction",
    "trends": "B. Drug Control Accomplishments, Policies, and Trends",
    "institutional": "1. Institutional Development",
    "supply": "2. Supply Reduction",
    "treatment": "3. Public Information, Prevention, and Treatment",
    "corruption": "4. Corruption",
    "cooperation": "C. National Goals and Bilateral Cooperation",
    "conclusion": "D. Conclusion",
}
IDLE = "The government goes on with its work."


def report_with(section: str, text: str) -> str:
    """A report of all sections, with the text in one of them."""
    parts = [f"{head}\n\n{text if name == section else IDLE}" for name, head in HEADINGS.items()]
    return "\n\n".join(["Freedonia", *parts])


def cases() -> list[object]:
    with CASES.open(encoding="utf-8", newline="") as handle:
        return [
            pytest.param(row["section"], row["text"], row["codes"].split(), id=row["id"])
            for row in csv.DictReader(handle)
        ]


@pytest.mark.parametrize(("section", "text", "codes"), cases())
def test_each_number_is_read_in_its_section(section: str, text: str, codes: list[str]) -> None:
    assert codes_of(report_with(section, text)) == codes


@pytest.mark.parametrize(
    ("section", "code"),
    [
        pytest.param("corruption", "corruption_cases", id="under_corruption"),
        pytest.param("supply", "convictions", id="under_supply"),
    ],
)
def test_the_same_sentence_counts_what_its_section_is_about(section: str, code: str) -> None:
    text = "In March, the court sentenced nine persons to prison."
    found = [each.split("/")[0] for each in codes_of(report_with(section, text))]
    assert found == [code]
