"""Times that a text points at without naming them, and comparisons that stand aside."""

from __future__ import annotations

import pytest

from etl.extract.context import Placer
from tests.extract.reading import document_of
from tests.extract.setting import concept_of, quantity_at, setting_of, settings_of

POINTED = [
    pytest.param("In 2016 it took 9 kg, whereas this time it took 12 kg.", "2017", id="this_time"),
    pytest.param("In 2016 it took 9 kg; the present year's haul was 12 kg.", "2017", id="present"),
    pytest.param(
        "The chief spoke on August 9. By then, he said, 12 kg had been seized in 2017.",
        "2017-01/2017-08",
        id="by_then_of_a_speech",
    ),
    pytest.param(
        "On May 3, 2017, it gave its tally for the year. Up to that date it had taken 12 kg.",
        "2017-01/2017-05",
        id="up_to_that_date",
    ),
    pytest.param(
        "From January to May 2017 it took 9 kg. A year earlier the same five months gave 12 kg.",
        "2016-01/2016-05",
        id="year_before_the_months",
    ),
    pytest.param(
        "Its tally since 2006, made public on March 9, 2017, held: 9 kg taken; 12 kg burned.",
        "2006/2017",
        id="list_since",
    ),
    pytest.param(
        "Figures for 2015 that it released in May 2017 show 12 kg seized.", "2015", id="released"
    ),
    pytest.param(
        "Its report on 2016, which came out in May 2017, counts 12 kg.", "2016", id="came_out"
    ),
    pytest.param("The peak, dating from 2008, had stood at 12 kg.", "2008", id="dating_from"),
    pytest.param(
        "The rate, which in 2009 had stood at 12, was cut in 2016 to 9.", "2009", id="which_had"
    ),
    pytest.param(
        "Seizures, which had come to 9 kg in 2015, shrank to 12 kg.", "2017", id="had_aside"
    ),
    pytest.param("It has trained 12 men from 2014 onward.", "2014/2017", id="onward"),
    pytest.param("From 2013 on, it has trained 12 men.", "2013/2017", id="on"),
    pytest.param("It opened its doors in 2010 and has 12 men.", "2017", id="opened_and_has"),
    pytest.param("Scanners at 12 ports, bought in 2008, are broken.", "2017", id="bought_then"),
    pytest.param("In June 2016 it took 9 kg; the month that followed, 12.", "2016-07", id="next"),
    pytest.param("In 2015 it took 9 kg. Of the 2016 cases, 12 were big.", "2016", id="year_s"),
    pytest.param(
        "Labs shut in 2017 did not exceed 12, of which one reopened.", "2017", id="not_exceed"
    ),
    pytest.param(
        "In 2016 it took 9 kg. In 2012 the haul had stood at 7 kg. Then it took 12 kg more.",
        "2016",
        id="had_stood_in_between",
    ),
    pytest.param(
        "Of the boxes 12 percent were traced from the ports of the deep south in 2016 to Peru.",
        "2016",
        id="a_share_from_somewhere",
    ),
    pytest.param("It gave $12 to the plan of its drug strategy to 2022.", "2017", id="strategy_to"),
    pytest.param(
        "It took 9 kg in 2016. On May 31 of that year, it lost 12 kg.", "2016-05", id="of_that_year"
    ),
    pytest.param(
        "From May to June 2017 it took 9 kg. By comparison, it took 8 kg in the same months of the"
        " year before. It took 12 kg over the same two months.",
        "2017-05/2017-06",
        id="months_meant_past_a_glance",
    ),
    pytest.param(
        "It was founded in 2009. In 2016 it moved. It took 12 kg since it opened.",
        "2009/2017",
        id="since_it_opened",
    ),
    pytest.param("In 2017 it took 12 kg by early May.", "2017-01/2017-05", id="by_early"),
    pytest.param(
        "By the first days of May 2017 it had taken 12 kg.", "2017-01/2017-05", id="by_the_first"
    ),
    pytest.param("At the summit of May 2017 were 12 of them.", "2017-05", id="summit_s_month"),
    pytest.param(
        "The chief met the press on May 9. He put it at 12 kg since August 2016.",
        "2016-08/2017-05",
        id="since_up_to_a_speech",
    ),
    pytest.param("In 2015 it had 9 kg; at last count it had 12 kg.", "2017", id="last_count"),
    pytest.param("The year 2015 saw 9 kg; the year after, 12 kg.", "2016", id="year_after"),
    pytest.param("Hauls, 9 kg in 2016, dropped to 12 kg.", "2017", id="aside_before_a_fall"),
    pytest.param("The unit, 90 strong in 2015, has since grown to 12.", "2017", id="since_grown"),
    pytest.param("The 2016 haul was 12 kg and that of 2015 was 9 kg.", "2016", id="and_that_of"),
    pytest.param("By year's end its haul of 2017 exceeded 12 kg.", "2017", id="exceeded"),
]


@pytest.mark.parametrize(("text", "period"), POINTED)
def test_a_time_is_pointed_at(text: str, period: str) -> None:
    assert setting_of(text, "12").time_period == period


PAIRS = [
    pytest.param("It took 12 kg in 2017, far below the 2016 total of 34 kg.", id="below_total"),
    pytest.param("It took 12 kg in 2017, above that of 2016 (34 kg).", id="above_that"),
    pytest.param("It took 12 kg in 2017, behind the 34 kg of 2016.", id="behind"),
    pytest.param("It took 12 kg in 2017, after a record 34 kg in 2016.", id="after_a_record"),
    pytest.param("It took 12 kg in 2017, not as much as the 34 kg of 2016.", id="as_much_as"),
]


@pytest.mark.parametrize("text", PAIRS)
def test_a_verdict_opens_the_other_side(text: str) -> None:
    found = settings_of(text, "12", "34")
    assert [setting.time_period for setting in found] == ["2017", "2016"]


def test_a_goal_is_of_the_time_in_which_it_was_missed() -> None:
    text = "It burned 12 ha in 2016, short of its goal of 34 ha."
    found = settings_of(text, "12", "34", indicator="eradication_area")
    assert [setting.time_period for setting in found] == ["2016", "2016"]


CHANGES = [
    pytest.param("The haul of 2015, a record, was surpassed by 12 percent.", "2016", id="beaten"),
    pytest.param("It grew by 12 percent: from 9 kg in 2015 to 10 kg in 2016.", "2016", id="from"),
    pytest.param("It grew by 12 percent: 9 kg in 2015 and 10 kg in 2016.", "2016", id="spelled"),
    pytest.param("It took half as many as the year before.", "2017", id="as_many_as"),
]


@pytest.mark.parametrize(("text", "period"), CHANGES)
def test_a_change_is_of_the_later_year(text: str, period: str) -> None:
    number = "half" if "half" in text else "12"
    assert setting_of(text, number, kind="change").time_period == period


def test_parts_of_a_register_go_on_with_its_year() -> None:
    text = "In 2015 it listed 90 users. Women are 20 percent, or 12 users."
    found = settings_of(text, "90", "12", indicator="drug_users")
    assert [setting.time_period for setting in found] == ["2015", "2015"]


def test_a_survey_gone_by_is_no_time_of_deeds() -> None:
    document = document_of("A survey in 2013 found 90 users. The police seized 12 kg.")
    placer = Placer(document)
    placer.place(quantity_at(document, "90"), concept_of("drug_users"))
    assert placer.place(quantity_at(document, "12"), concept_of()).time_period == "2017"
