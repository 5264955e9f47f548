"""What is counted where its noun comes late, or stands with another number."""

from __future__ import annotations

import pytest

from tests.extract.coding import codes_of

SERIES = [
    pytest.param(
        "The embassy coached 38 navy, immigration, and harbor officers.",
        ["personnel_trained"],
        id="agencies",
    ),
    pytest.param(
        "Churches support 26 counseling, detoxification, and aftercare centers.",
        ["treatment_centers"],
        id="services",
    ),
    pytest.param(
        "Soldiers uprooted 4 million tall and stunted marijuana and poppy plants.",
        ["eradication_plants/illicit_drugs"],
        id="drugs",
    ),
    pytest.param(
        "Police arrested 40 smugglers, seized trucks, and destroyed labs.",
        ["arrests/illicit_drugs"],
        id="verbs_are_none",
    ),
]
ADJECTIVES = [
    pytest.param(
        "The ministry operates 12 major and 31 minor drug hospitals.",
        ["treatment_centers"] * 2,
        id="joined",
    ),
    pytest.param(
        "Agents seized five fishing and eight pleasure boats.", ["vehicles_seized"] * 2, id="verbal"
    ),
    pytest.param(
        "Donors support 40 clinics: 30 inpatient and 10 outpatient.",
        ["treatment_centers"] * 3,
        id="after_colon",
    ),
    pytest.param(
        "Police seized 20 lighters and 40 tablets.",
        ["other", "seizure_units/illicit_drugs"],
        id="plurals_are_none",
    ),
]
VERBS = [
    pytest.param(
        "There are 60 treatment centers; 12 serve women and nine serve children.",
        ["treatment_centers"] * 3,
        id="after_semicolon",
    ),
    pytest.param(
        "Of 36 clinics in Aruvia, five admit women.",
        ["treatment_centers"] * 2,
        id="of_all",
    ),
    pytest.param(
        "Of 120 cases opened, 40 ended in conviction.",
        ["investigations", "convictions"],
        id="verb_says_more",
    ),
    pytest.param(
        "The province has 20 clinics. Seven belong to churches.",
        ["treatment_centers"] * 2,
        id="sentence_before",
    ),
]
OWNERS = [
    pytest.param(
        "Some 40,000 people, or 2 percent of the total population, use drugs.",
        ["drug_users/illicit_drugs", "prevalence_rate/illicit_drugs"],
        id="total_of_something_named",
    ),
    pytest.param(
        "Twelve of the country's 50 prisons offer methadone.",
        ["prisons_with_treatment", "prisons"],
        id="owner",
    ),
    pytest.param(
        "The brigade has 74 agents, shy of the 90 foreseen by law.",
        ["agency_personnel"] * 2,
        id="short_of",
    ),
    pytest.param(
        "Japan gave the harbor police four 30-foot patrol boats.",
        ["equipment_donated"],
        id="measure_is_an_adjective",
    ),
]


@pytest.mark.parametrize(("text", "codes"), [*SERIES, *ADJECTIVES, *VERBS, *OWNERS])
def test_a_number_finds_its_noun(text: str, codes: list[str]) -> None:
    assert codes_of(text) == codes
