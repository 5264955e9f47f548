"""A number is about the report's country unless the text names another place for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from etl.errors import SeedError
from etl.extract.context import Placer, gazetteer
from etl.extract.context.gazetteer import part_code
from tests.extract.reading import document_of
from tests.extract.setting import concept_of, quantity_at, setting_of, settings_of

PLACES = [
    pytest.param(
        "In one raid in Puno Province on 3 May, the army took 12 kg.", "PER-PUNO", id="raid_first"
    ),
    pytest.param(
        "In June customs officers at Zorritos port opened a crate and found 12 kg.",
        "PER-ZORRITOS",
        id="officers_at_a_port",
    ),
    pytest.param("Raids in Tumbes and Puno netted 12 kg.", "PER-PUNO;PER-TUMBES", id="raids_in"),
    pytest.param("A container in Callao held 12 kg.", "PER-CALLAO", id="container_in"),
    pytest.param("Puno had 90 ha and Cusco 12.", "PER-CUSCO", id="second_of_two"),
    pytest.param("Puno led with 90 ha, ahead of Cusco with 12.", "PER-CUSCO", id="ahead_of"),
    pytest.param("It seized 12 kg that had been grown in Puno.", "PER", id="grown_elsewhere"),
    pytest.param("Police, based in Lima, seized 12 kg.", "PER", id="seat"),
    pytest.param(
        "Spanish police, acting on a tip from Lima, seized 12 kg in May.", "ESP", id="tip_from"
    ),
    pytest.param("Two men were arrested in Chile with 12 kg.", "CHL", id="caught_abroad"),
    pytest.param(
        "Port officers in Tumbes, working with the navy of Chile, seized 12 kg.",
        "PER-TUMBES",
        id="apposed",
    ),
    pytest.param(
        "It came in May, when a patrol in Puno Province halted a van with 12 kg.",
        "PER-PUNO",
        id="patrol",
    ),
    pytest.param("A kilogram sells in Cusco for about 12 dollars.", "PER-CUSCO", id="sold_in"),
    pytest.param("It seized 12 kg, including a load in Puno.", "PER", id="one_of_them"),
    pytest.param("Agents found 12 kg outside Zorritos.", "PER-ZORRITOS", id="outside_a_town"),
    pytest.param("A truck stopped at Zorritos's port held 12 kg.", "PER-ZORRITOS", id="its_port"),
    pytest.param("A tip led to the seizure in Chile of 12 kg.", "CHL", id="seizure_in"),
    pytest.param("It costs 12 dollars on the Bolivian side.", "BOL", id="on_a_side"),
    pytest.param("Police seized a boat and 12 dollars in U.S. currency.", "PER", id="currency"),
    pytest.param(
        "In May, agents stopped a van near Puno and found 12 kg.", "PER-PUNO", id="and_found"
    ),
    pytest.param("Port inspectors in Tumbes found 12 kg.", "PER-TUMBES", id="inspectors_in"),
    pytest.param("It seized 12 kg, most of it in Puno.", "PER", id="most_of_it"),
    pytest.param("It seized 12 kg, notably in Cusco and Puno.", "PER", id="notably"),
    pytest.param("Police seized 12 kg in the port of Callao.", "PER-CALLAO", id="port_of"),
    pytest.param("In Loreto, police seized 12 kg.", "PER-LORETO", id="opening"),
    pytest.param("The Department of Puno produced 12 kg.", "PER-PUNO", id="subject"),
    pytest.param("It seized 12 kg in Cusco and Puno.", "PER-CUSCO;PER-PUNO", id="several_joined"),
    pytest.param("Officials in Tumbes seized 12 kg.", "PER-TUMBES", id="officials_in"),
    pytest.param("It seized 12 kg at the Zorritos Airport.", "PER", id="name_of_an_airport"),
    pytest.param("Police of Lima seized 12 kg.", "PER", id="a_name_is_no_place"),
    pytest.param("It seized 12 kg, helping farmers in Puno.", "PER", id="another_clause"),
    pytest.param(
        "Patrols in Puno grew, as well as raids that took 12 kg.", "PER", id="other_event"
    ),
    pytest.param("It seized 12 kg of cocaine from Bolivia.", "PER", id="origin"),
    pytest.param("It seized 12 kg bound for Spain.", "PER", id="destination"),
    pytest.param("Authorities seized 12 kg in Chile.", "CHL", id="abroad"),
    pytest.param("Spanish customs seized 12 kg of Peruvian cocaine.", "ESP", id="foreign_service"),
    pytest.param("Chile seized 12 kg on its side of the border.", "CHL", id="country_that_acts"),
    pytest.param("South American police seized 12 kg.", "PER", id="a_continent_is_no_country"),
    pytest.param("U.S. agents and police seized 12 kg.", "PER", id="partners_at_home"),
    pytest.param("In Hamburg, 12 kg were seized.", "DEU", id="city_abroad"),
    pytest.param("Police in Antwerp seized 12 kg.", "BEL", id="police_of_a_city_abroad"),
    pytest.param(
        "Police in Peru and Spain cracked it; 12 men were held in both countries.",
        "ESP;PER",
        id="both_countries",
    ),
    pytest.param("It led to 12 arrests in Peru and Spain.", "ESP;PER", id="home_and_abroad"),
    pytest.param(
        "Acting on leads passed by Dutch police, the bureau seized 12 kg.", "PER", id="leads_of"
    ),
    pytest.param(
        "The police stopped a van outside Cusco and found 12 kg.",
        "PER-CUSCO",
        id="stopped_and_found",
    ),
    pytest.param("It seized 12 kg, both in Cusco.", "PER", id="both_of_them"),
    pytest.param(
        "It seized 12 kg, proof of how rich the gangs in Cusco are.", "PER", id="a_comment"
    ),
]


@pytest.mark.parametrize(("text", "area"), PLACES)
def test_the_place_of_a_seizure(text: str, area: str) -> None:
    assert setting_of(text, "12").ref_area == area


def test_an_island_of_a_group_is_its_own_area() -> None:
    text = "There are 12 beds on Curaçao."
    found = setting_of(text, "12", indicator="treatment_beds", report_id="incsr-2018-xdc")
    assert found.ref_area == "CUW"


def test_training_abroad_is_the_country_s_own() -> None:
    text = "Chile trained 12 officers in Chile."
    assert setting_of(text, "12", indicator="personnel_trained").ref_area == "PER"


@pytest.mark.parametrize(
    "indicator", ["personnel_trained", "equipment_donated", "corruption_cases"]
)
def test_what_institutions_do_is_not_of_the_place_named_behind(indicator: str) -> None:
    text = "It counted 12 of them at the port of Callao."
    assert setting_of(text, "12", indicator=indicator).ref_area == "PER"


def test_agreements_with_countries_are_its_own() -> None:
    text = "Peru has signed agreements with 12 countries."
    assert setting_of(text, "12", indicator="agreements").ref_area == "PER"


def test_as_many_places_as_numbers_share_them_respectively() -> None:
    text = "Cusco and Puno produced most, at 12 and 34 kg respectively."
    found = [setting.ref_area for setting in settings_of(text, "12", "34")]
    assert found == ["PER-CUSCO", "PER-PUNO"]


def test_an_event_keeps_its_place_in_the_next_sentence() -> None:
    text = "On 4 May, agents took 5 kg in Puno. Its 12 guards were held. Police have seized 34 kg."
    found = [setting.ref_area for setting in settings_of(text, "5", "12", "34")]
    assert found == ["PER-PUNO", "PER-PUNO", "PER"]


def test_a_count_of_countries_is_of_none() -> None:
    text = "The meeting drew people from nearly 12 countries."
    assert setting_of(text, "12", indicator="summit_participants").ref_area == ""


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Norwegian customs seized 12 kg of khat in 2017.", "NOR"),
        ("Norway seized 12 kg, and its police 3 kg more, in 2017.", "NOR"),
        ("Norway and Sweden seized 12 kg of khat in 2017.", ""),
        ("Customs services seized 12 kg of khat in 2017.", ""),
    ],
    ids=["people", "country", "two", "none"],
)
def test_a_report_on_many_countries_has_the_one_that_a_sentence_names(text: str, area: str) -> None:
    document = document_of(text)
    front = replace(document, identity=replace(document.identity, ref_area=""))
    assert Placer(front).place(quantity_at(front, "12"), concept_of()).ref_area == area


def test_each_place_has_its_own_number_in_parentheses() -> None:
    text = "It grew in Puno (to 12 ha), Junín (to 34 ha), and San Martín (to 56 ha)."
    found = settings_of(text, "12", "34", "56", indicator="cultivation_area")
    assert [s.ref_area for s in found] == ["PER-PUNO", "PER-JUNIN", "PER-SAN-MARTIN"]


def test_a_place_after_a_second_verb_is_not_the_first_number_s() -> None:
    found = settings_of("It burned 12 kg and seized 34 kg in Puno.", "12", "34")
    assert [s.ref_area for s in found] == ["PER", "PER-PUNO"]


def test_parts_are_coded_in_plain_capitals() -> None:
    assert part_code("COL", "Nariño") == "COL-NARINO"
    assert part_code("COL", "Norte de Santander") == "COL-NORTE-DE-SANTANDER"


def test_every_known_part_belongs_to_a_country() -> None:
    rows = gazetteer.sub_areas().values()
    assert {row.parent for row in rows} >= {"AFG", "BOL", "COL", "PER", "MEX", "PAK", "THA"}
    assert all(row.code.startswith(f"{row.parent}-") for row in rows)


def test_a_part_under_the_wrong_country_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reference").mkdir()
    file = tmp_path / "reference" / "sub_areas.csv"
    file.write_text("code,name,parent,kind\nPER-PUNO,Puno,BOL,region\n")
    monkeypatch.setattr(gazetteer, "part_file", lambda: file)
    gazetteer.sub_areas.cache_clear()
    with pytest.raises(SeedError, match="no part of 'BOL'"):
        gazetteer.sub_areas()
    gazetteer.sub_areas.cache_clear()
