"""Zeros that are said in words, and denials that deny no figure."""

from __future__ import annotations

import pytest

from tests.extract.coding import codes_of
from tests.extract.reading import quantities_of

ZEROS = [
    pytest.param("No heroin was found at the port in 2017.", "No heroin", "KG", id="drug_found"),
    pytest.param(
        "It did not force down a single plane.",
        "did not force down a single plane",
        "COUNT",
        id="forced_down",
    ),
    pytest.param("Guards recovered no cocaine there.", "no cocaine", "KG", id="drug_object"),
    pytest.param("Heroin was not seized there in 2017.", "not seized", "KG", id="drug_not"),
    pytest.param("No cannabis was eradicated.", "No cannabis", "HA", id="drug_as_crop"),
    pytest.param("No eradication took place there.", "No eradication", "HA", id="happening"),
    pytest.param("No raids were reported.", "No raids", "COUNT", id="event"),
    pytest.param("No murders occurred there.", "No murders", "PERSONS", id="occurred"),
    pytest.param("No assets had been forfeited by then.", "No assets", "USD", id="assets"),
    pytest.param("None was extradited there.", "None", "PERSONS", id="none_was"),
    pytest.param("Of them, none had been tried.", "none", "PERSONS", id="none_had_been"),
    pytest.param("Neither official was charged.", "Neither", "PERSONS", id="neither_noun"),
    pytest.param(
        "None of the clinics offers it.", "None of the clinics", "COUNT", id="none_of_facilities"
    ),
    pytest.param("Not one kilogram was seized.", "Not one kilogram", "KG", id="not_one_of_a_unit"),
    pytest.param(
        "No extradition or mutual legal assistance treaty is in force.",
        "No extradition or mutual legal assistance treaty",
        "COUNT",
        id="joined_treaties",
    ),
    pytest.param(
        "It did not report any seizures.", "did not report any seizures", "COUNT", id="not_any"
    ),
    pytest.param("No reports of police corruption came.", "No reports", "COUNT", id="reports"),
    pytest.param("It failed to seize any heroin.", "failed to seize any", "KG", id="failed"),
    pytest.param(
        "No judge or minister was found to be involved.", "No judge", "PERSONS", id="accused"
    ),
    pytest.param("No state jail runs a treatment program.", "No state jail", "COUNT", id="jail"),
    pytest.param(
        "Methadone is not yet given in prisons.", "not yet given in prisons", "COUNT", id="prisons"
    ),
]


@pytest.mark.parametrize(("text", "words", "unit"), ZEROS)
def test_a_zero_in_words(text: str, words: str, unit: str) -> None:
    (found,) = quantities_of(text)
    assert (found.text, found.value, found.unit) == (words, 0, unit)


@pytest.mark.parametrize(
    "text",
    [
        "In no case was force used.",
        "No reports of poppy came.",
        "Coca is not grown in commercial quantities.",
        "No case law covers this.",
        "None of this is new.",
        "Neither side commented.",
        "They do not have a bilateral treaty of any sort.",
        "Possession of hashish is not prosecuted.",
        "No prison has guards enough.",
        "Telephones are not allowed in prison.",
    ],
    ids=[
        "in_no_case",
        "no_reports",
        "not_grown",
        "case_law",
        "none_of_this",
        "neither_side",
        "some_treaty",
        "tolerated",
        "prison_without_care",
        "prison_without_offer",
    ],
)
def test_words_that_deny_no_figure(text: str) -> None:
    assert quantities_of(text) == []


def test_a_whole_is_counted_beside_its_none() -> None:
    found = quantities_of("None of the 12 suspects was convicted there.")
    assert [(one.text, one.value) for one in found] == [("None", 0), ("12", 12)]


def test_an_official_accused_of_nothing_tells_of_corruption() -> None:
    assert codes_of("No public official has been linked to the trade.") == ["corruption_cases"]
