"""Periods that a number has from the text around it, and those of changes."""

from __future__ import annotations

import pytest

from tests.extract.setting import setting_of, settings_of

CHANGES = [
    pytest.param("In 2016 it fell 12 percent from 2015.", "2016", id="later_year"),
    pytest.param("It rose 12 percent from 2015 to 2016.", "2016", id="from_year_to_year"),
    pytest.param("In 2016 it rose 12 percent compared to 2012.", "2012/2016", id="several_years"),
    pytest.param("It rose 12 percent since 2008.", "2008/2017", id="since"),
    pytest.param("The 2015-2016 season saw 12 percent more.", "2015/2016", id="season"),
    pytest.param("In 2016, it fell 12 percent over the previous year.", "2016", id="previous_year"),
    pytest.param(
        "It rose 12 percent in the first half of 2016 compared to the same period in 2015.",
        "2016-01/2016-06",
        id="months",
    ),
]


@pytest.mark.parametrize(("text", "period"), CHANGES)
def test_a_change_carries_its_later_period(text: str, period: str) -> None:
    assert setting_of(text, "12", kind="change", unit="PT").time_period == period


def test_a_price_that_moves_over_months_is_of_their_ends() -> None:
    text = "From January to July 2016 the price rose from 12 to 34 dollars."
    found = settings_of(text, "12", "34", indicator="drug_price")
    assert [setting.time_period for setting in found] == ["2016-01", "2016-07"]


INHERITED = [
    pytest.param(
        "On 4 May 2017 agents boarded a yacht. A search turned up 12 kg.", "2017-05", id="search"
    ),
    pytest.param(
        "On 4 May 2017 it took 5 kg. That same month, it took 12 kg.", "2017-05", id="same_month"
    ),
    pytest.param("Planting peaked in 2013. Police cut 12 ha.", "2017", id="no_figure_before"),
    pytest.param(
        "On 4 May 2017 it took 5 kg. Agents at the port seized 12 kg.", "2017", id="other_event"
    ),
    pytest.param(
        "On 4 May 2017 it took 5 kg. The truck also held 12 kg.", "2017-05", id="same_event"
    ),
    pytest.param(
        "On 4 May 2017 it took 5 kg. Men numbering 12 were held.", "2017", id="no_pointer"
    ),
    pytest.param("On 4 May 2017 it took 5 kg. 12 men were arrested.", "2017-05", id="befell"),
    pytest.param(
        "In the first half of 2017 it took 5 kg. In May it took 9 kg. Agents seized 12 kg.",
        "2017-01/2017-06",
        id="past_an_event",
    ),
    pytest.param(
        "On 4 May 2017 it took 5 kg. Two months earlier it took 12 kg.", "2017-03", id="earlier"
    ),
    pytest.param(
        "On 4 May 2017 it took 5 kg. The following month it took 12 kg.", "2017-06", id="following"
    ),
    pytest.param(
        "It will hire 5 men in 2019. During the year it trained 12.", "2017", id="plan_is_over"
    ),
    pytest.param(
        "A treaty took effect in 1998. During the year it sent 12 men.", "2017", id="the_year"
    ),
    pytest.param(
        "By June 2016 it had seized 5 kg. It took 12 boats.", "2016-01/2016-06", id="by_a_month"
    ),
    pytest.param("In 2015, police found pits. They seized 12 kg.", "2015", id="past_goes_on"),
    pytest.param("In 2015, police found pits. There are 12 kg.", "2017", id="present_does_not"),
    pytest.param(
        "In the first half of 2017 5 kg were seized. During the same period 12 kg were lost.",
        "2017-01/2017-06",
        id="same_period",
    ),
    pytest.param("The 2013 drug law passed. They seized 12 kg.", "2017", id="a_law_is_no_period"),
    pytest.param(
        "A treaty signed in 1997 stands. They seized 12 kg.", "2017", id="nor_is_its_signing"
    ),
    pytest.param(
        "In June 2017, 5 kg were seized. Roads are long. They seized 12 kg.",
        "2017-06",
        id="past_the_present",
    ),
    pytest.param(
        "A law came into force in 2015. Since the passage of the law, they seized 12 kg.",
        "2015/2017",
        id="since_an_event",
    ),
    pytest.param(
        "In the first half of 2017 5 kg were seized.\n\nThey seized 12 kg.",
        "2017",
        id="not_from_a_paragraph_without_figures_placed",
    ),
    pytest.param("In 2015, 5 kg were seized.\n\nThey seized 12 kg.", "2017", id="not_from_afar"),
    pytest.param(
        "An XYZ 2015 annual report counted 5 users.\n\nBy an XYZ annual report, 12 kg were found.",
        "2015",
        id="publication_cited_again",
    ),
    pytest.param(
        "In fiscal year 2015-2016 it took 9 kg. In the same year it took 12 kg.",
        "2015/2016",
        id="same_fiscal_year",
    ),
    pytest.param(
        "In fiscal year 2016-2017 it took 9 kg; in the fiscal year before, 12 kg.",
        "2015/2016",
        id="fiscal_year_before",
    ),
    pytest.param(
        "Through June 2017 it took 9 kg. For all of 2016, the corresponding total was 7 kg. It then"
        " took 12 kg.",
        "2017-01/2017-06",
        id="after_a_glance_back",
    ),
    pytest.param(
        "Through June 2017 it took 9 kg. This is half of what it took in 2016, when the 2014 crop"
        " was sold. It also took 12 kg.",
        "2017-01/2017-06",
        id="a_crop_s_year_in_passing",
    ),
    pytest.param(
        "A survey of 2015 heard 90 people. Of the respondents, 12 had used it.",
        "2015",
        id="respondents",
    ),
    pytest.param(
        "In 2017 it took 90 kg of one (80 kg in 2016) and 9 kg of another (12 kg).",
        "2016",
        id="like_parentheses",
    ),
    pytest.param(
        "Through June 2017 it took 9 kg. Of another it took 7 kg (12 kg a year earlier).",
        "2016-01/2016-06",
        id="months_a_year_earlier",
    ),
    pytest.param("It took 9 kg in 2017 and 12 kg twelve months earlier.", "2016", id="months"),
]


@pytest.mark.parametrize(("text", "period"), INHERITED)
def test_a_period_is_inherited_only_where_the_text_goes_on(text: str, period: str) -> None:
    assert setting_of(text, "12").time_period == period


def test_a_run_of_seizures_goes_on_into_the_next_paragraph() -> None:
    text = "In the first half of 2017 50 kg were seized.\n\nThey also seized 12 kg."
    assert settings_of(text, "50", "12")[1].time_period == "2017-01/2017-06"


BASES = [
    pytest.param("Police seized 12 kg in 2016.", "stated", id="stated"),
    pytest.param("In 2016, police moved. They seized 12 kg.", "inherited", id="inherited"),
    pytest.param("Police seized 12 kg.", "report", id="report"),
]


@pytest.mark.parametrize(("text", "basis"), BASES)
def test_the_basis_tells_where_the_period_comes_from(text: str, basis: str) -> None:
    assert setting_of(text, "12").time_basis == basis
