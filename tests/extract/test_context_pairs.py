"""Periods of numbers that stand side by side: each its own, lists, plans."""

from __future__ import annotations

import pytest

from tests.extract.setting import setting_of, settings_of

PAIRS = [
    pytest.param(
        "These were taken in 2017 (figures for 2016 in parentheses): herbs, 12 kg (34 kg).",
        "2017",
        "2016",
        id="year_of_the_parentheses",
    ),
    pytest.param("It rose to 12 kg, up from 34 kg.", "2017", "2016", id="up_from_without_time"),
    pytest.param(
        "It took 12 of them in 2017, as opposed to 3 in 2016 and 4 the year before that."
        " Police burned 34 kg.",
        "2017",
        "2017",
        id="compared_years_do_not_go_on",
    ),
    pytest.param("In 2017 12 kg were found, against 34 kg in 2016.", "2017", "2016", id="against"),
    pytest.param(
        "It took 12 kg from January to May 2017. Over the same five months 34 were held.",
        "2017-01/2017-05",
        "2017-01/2017-05",
        id="same_months_by_number",
    ),
    pytest.param(
        "It took 12 kg from January to May 2017. In the same months of 2016 it took 34 kg.",
        "2017-01/2017-05",
        "2016-01/2016-05",
        id="same_months_of_a_year",
    ),
    pytest.param(
        "From January to May 2017, it took 12 kg, among them:\n\n- Herbs: 34 kg",
        "2017-01/2017-05",
        "2017-01/2017-05",
        id="item_of_a_list",
    ),
    pytest.param("It rose from 12 kg in 2015 to 34 kg in 2016.", "2015", "2016", id="from_to"),
    pytest.param("It seized 12 kg in 2016, compared to 34 kg in 2015.", "2016", "2015", id="than"),
    pytest.param("It seized 12 kg in 2016 (34 kg in 2015).", "2016", "2015", id="parentheses"),
    pytest.param(
        "In 2016, 12 kg were seized (down from 34 kg in 2015).", "2016", "2015", id="down"
    ),
    pytest.param("It seized in 2014 (12), 2013 (34).", "2014", "2013", id="series"),
    pytest.param("It seized 12 kg in 2011 and 34 kg in 2012.", "2011", "2012", id="each_its_own"),
    pytest.param("In 2016, it seized 12 kg and 34 kg.", "2016", "2016", id="opening_for_all"),
    pytest.param("It seized 12 kg and 34 kg in 2016.", "2016", "2016", id="closing_for_all"),
    pytest.param("It seized 12 kg in 2016, as well as 34 kg.", "2016", "2016", id="list_goes_on"),
    pytest.param(
        "It seized 12 kg in 2016, far exceeding the 34 kg of 2015.", "2016", "2015", id="ex"
    ),
    pytest.param(
        "In 2016, it seized 12 kg, exceeding the 34 kg seized the previous year.",
        "2016",
        "2015",
        id="previous_year",
    ),
    pytest.param(
        "In the first half of 2016, it seized 12 kg, up from 34 kg in the same period in 2015.",
        "2016-01/2016-06",
        "2015-01/2015-06",
        id="same_period",
    ),
    pytest.param(
        "Its 2016 budget was 12, while its budget for 2018 is 34.", "2016", "2018", id="while"
    ),
    pytest.param(
        "It holds 12 ha, a 5 percent fall from 2015 (34 ha).", "2017", "2015", id="base_in_parens"
    ),
    pytest.param(
        "It made 12 kg in 2016, almost double the 34 kg made in 2015.", "2016", "2015", id="double"
    ),
    pytest.param(
        "Between January and May it took 12 kg, compared to 34 kg during all of 2016.",
        "2017-01/2017-05",
        "2016",
        id="bare_months_are_of_the_report",
    ),
    pytest.param(
        "Some 12 users are believed to exist, and 34 students told a 2015 survey so.",
        "2017",
        "2015",
        id="two_statements",
    ),
    pytest.param(
        "It bought 12 boats that will arrive in 2019 and seized 34 kg in 2016.",
        "2017",
        "2016",
        id="what_will_come",
    ),
    pytest.param(
        "In 2016, it trained 12 people, raising the total since 2010 to 34.",
        "2016",
        "2010/2017",
        id="total_since",
    ),
]


@pytest.mark.parametrize(("text", "first", "second"), PAIRS)
def test_each_number_has_its_own_period(text: str, first: str, second: str) -> None:
    found = settings_of(text, "12", "34")
    assert [setting.time_period for setting in found] == [first, second]


LISTS = [
    pytest.param(
        "It took 12, 34, and 56 kg in 2013, 2014, and 2015, respectively.", id="numbers_first"
    ),
    pytest.param("In 2013, 2014 and 2015, it took 12, 34 and 56 kg.", id="years_first"),
    pytest.param("It took 12 kg (2013), 34 kg (2014), and 56 kg (2015).", id="in_parentheses"),
]


@pytest.mark.parametrize("text", LISTS)
def test_lists_of_numbers_and_years_go_together(text: str) -> None:
    found = settings_of(text, "12", "34", "56")
    assert [setting.time_period for setting in found] == ["2013", "2014", "2015"]


def test_a_plan_starts_from_today() -> None:
    text = "The police will grow from 12 to 34 officers by 2020."
    found = settings_of(text, "12", "34", indicator="agency_personnel")
    assert [(s.time_period, s.status) for s in found] == [("2017", "actual"), ("2020", "target")]


def test_one_number_of_several_years_covers_them() -> None:
    assert setting_of("It took 12 kg in 2013, 2014, and 2015.", "12").time_period == "2013/2015"
