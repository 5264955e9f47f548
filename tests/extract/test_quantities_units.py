"""Units that numbers lend each other, what hedges a number, and what an amount is per."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.extract.reading import quantities_of


def units_of(text: str) -> dict[str, str]:
    return {q.text: q.unit for q in quantities_of(text)}


def test_a_bare_number_takes_the_unit_of_its_partner() -> None:
    text = "Police seized 3,120 kg of heroin in 2016, compared to 4,410 during all of 2015."
    assert units_of(text) == {"3,120": "KG", "4,410": "KG"}


def test_a_bare_number_in_brackets_takes_the_unit_before() -> None:
    text = "It took 32.2 MT of hashish (30.1 in 2016) and 55 plants."
    assert units_of(text) == {"32.2": "T", "30.1": "T", "55": "PLANTS"}


def test_from_to_are_two_levels_with_one_unit() -> None:
    found = quantities_of("The unit grew from 170 to 340 agents.")
    assert [(q.text, q.value_high, q.unit) for q in found] == [
        ("170", None, "PERSONS"),
        ("340", None, "PERSONS"),
    ]


def test_ranging_from_to_is_one_range() -> None:
    found = quantities_of("Loads ranging from 300 to 3,000 kg arrived.")
    assert [(q.text, q.value_high, q.qualifier) for q in found] == [("300", Decimal(3000), "range")]


def test_respectively_keeps_every_number_apart() -> None:
    text = "Police and courts saw 13.4 percent and 11.4 percent increases, respectively."
    assert units_of(text) == {"13.4": "PT", "11.4": "PT"}


def test_a_series_in_brackets_is_counted_year_by_year() -> None:
    text = "It trained more officers: 2011 (1,250), 2010 (980)."
    assert units_of(text) == {"1,250": "COUNT", "980": "COUNT"}


def test_parts_of_a_total_are_quantities_of_their_own() -> None:
    text = "They burned 24.3 MT of it (including 11 MT of base and 13.3 MT of salt)."
    assert units_of(text) == {"24.3": "T", "11": "T", "13.3": "T"}


def test_the_part_takes_the_noun_of_the_whole() -> None:
    text = "It trained 15 of 80 officers there."
    found = quantities_of(text)
    assert [(q.text, q.unit) for q in found] == [("15", "PERSONS"), ("80", "PERSONS")]
    assert {text[q.unit_start : q.unit_end] for q in found} == {"officers"}


@pytest.mark.parametrize(
    ("hedge", "qualifier"),
    [
        ("approximately", "approximately"),
        ("nearly", "approximately"),
        ("more than", "at_least"),
        ("over", "at_least"),
        ("at least", "at_least"),
        ("up to", "at_most"),
        ("fewer than", "at_most"),
        ("an estimated", "exact"),
        ("a total of", "exact"),
    ],
)
def test_words_in_front_hedge_the_number(hedge: str, qualifier: str) -> None:
    assert [q.qualifier for q in quantities_of(f"They hold {hedge} 300 cases.")] == [qualifier]


def test_a_hedge_goes_with_the_first_number_only() -> None:
    found = quantities_of("They took approximately 80 ha of poppy and 40 ha of hemp.")
    assert [q.qualifier for q in found] == ["approximately", "exact"]


@pytest.mark.parametrize(
    ("report_id", "code"),
    [("incsr-2018-mex", "MXN"), ("incsr-2018-col", "COP"), ("incsr-2018-phl", "PHP")],
)
def test_a_currency_name_means_that_of_the_country(report_id: str, code: str) -> None:
    assert [q.unit for q in quantities_of("It cost 500 million pesos.", report_id)] == [code]


def test_the_noun_span_covers_what_is_counted() -> None:
    text = "They destroyed 110 clandestine runways in the hills."
    (found,) = quantities_of(text)
    assert text[found.unit_start : found.unit_end] == "clandestine runways"


def test_a_bare_number_above_a_hundred_is_no_percentage() -> None:
    text = "Seizures of ecstasy tablets fell 6 percent, from 10,300 to 9,680 there."
    assert units_of(text) == {"6": "PT", "10,300": "TABLETS", "9,680": "TABLETS"}


def test_a_price_speaks_for_the_sentence_after() -> None:
    text = "A kilogram of heroin sells for $5,000 there. In the capital the price is $7,000."
    assert units_of(text) == {"$5,000": "USD PER KG", "$7,000": "USD PER KG"}


def test_a_number_that_ran_into_a_word_counts() -> None:
    assert units_of("They held over15 officers and took up to2 kg.") == {"15": "PERSONS", "2": "KG"}


def test_a_rise_by_an_amount_to_an_amount_is_no_range() -> None:
    found = quantities_of("Cultivation rose by 350 ha to 4,150 ha there.")
    assert [(q.text, q.value_high) for q in found] == [("350", None), ("4,150", None)]


def test_a_rise_by_one_to_another_percent_is_a_range() -> None:
    (found,) = quantities_of("Cultivation rose by 5 to 10 percent there.")
    assert (found.value, found.value_high) == (5, 10)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The plan is funded at $30 million for 2017.", "USD"),
        ("It sells at $30 for a gram.", "USD PER G"),
        ("It sells at $30 a gram.", "USD PER G"),
        ("The yield per hectare was 5.6 kg there.", "KG PER HA"),
        ("Boats carry 600 kg per trip.", "KG"),
        ("Farms gave 6 kg of dry opium per hectare.", "KG PER HA"),
        ("Growers get $250 per cleared hectare.", "USD PER HA"),
        ("A brick of heroin that costs $900 there is rare.", "USD PER BRICK"),
        ("A joint patrol found goods that cost $900.", "USD"),
    ],
    ids=[
        "for_a_year",
        "for_a_gram",
        "a_gram",
        "yield",
        "per_trip",
        "of_a_thing_per",
        "cleared",
        "brick",
        "joint_patrol",
    ],
)
def test_only_what_an_amount_is_per_makes_a_rate(text: str, unit: str) -> None:
    (found,) = quantities_of(text)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("They hold well above 900 people.", "at_least"),
        ("Seizures topped 900 kilograms.", "at_least"),
        ("They hold as few as 900 people.", "at_least"),
        ("They hold just below 900 people.", "at_most"),
        ("They hold in the neighborhood of 900 people.", "approximately"),
        ("They hold 900 people or thereabouts.", "approximately"),
        ("They hold 18 percent more than the 900 people held in 2015.", "exact"),
        ("Arrests were below the 900 made in 2015.", "exact"),
        ("They never hold more than 900 people.", "at_most"),
        ("The number does not exceed 900.", "at_most"),
        ("They hold perhaps 900 people.", "approximately"),
        ("They hold 900 people at most.", "at_most"),
        ("They hold 900 or more inmates.", "at_least"),
        ("Not even 900 people live there.", "at_most"),
    ],
    ids=[
        "above",
        "topped",
        "few",
        "below",
        "neighborhood",
        "thereabouts",
        "comparison",
        "below_the",
        "never",
        "not_exceed",
        "perhaps",
        "at_most",
        "or_more",
        "not_even",
    ],
)
def test_a_hedge_around_a_number(text: str, qualifier: str) -> None:
    assert [q.qualifier for q in quantities_of(text) if q.text == "900"] == [qualifier]


@pytest.mark.parametrize(
    ("report_id", "unit"),
    [("incsr-2019-irq", "IQD"), ("incsr-2019-tun", "TND"), ("incsr-2019-per", "COUNT")],
)
def test_a_shared_name_of_currencies_means_the_country_s_own(report_id: str, unit: str) -> None:
    (found,) = quantities_of("It set aside 3.5 billion dinars for it.", report_id)
    assert (found.value, found.unit) == (Decimal(3500000000), unit)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("At terminal 2 500 kg were found.", ["500"]),
        ("On May 3 500 kg were found.", ["500"]),
        ("In 2017 300 people died.", ["300"]),
        ("Two of 12 laboratories were new.", ["Two", "12"]),
    ],
    ids=["label", "day", "year", "part_of_a_list"],
)
def test_numbers_side_by_side_stay_two(text: str, numbers: list[str]) -> None:
    assert [one.text for one in quantities_of(text)] == numbers
