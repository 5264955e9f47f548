"""Who tells a figure, in the many ways of saying that it is theirs."""

from __future__ import annotations

import pytest

from tests.extract.setting import setting_of, settings_of

TELLERS = [
    pytest.param(
        "By U.S. estimates, the latest for 2016, it made 12 kg.", "US_GOV", id="by_theirs"
    ),
    pytest.param("By the ONB's reckoning, 12 kg were taken.", "ONB", id="by_its_reckoning"),
    pytest.param("To judge by ONB data, 12 kg were taken.", "ONB", id="judging_by"),
    pytest.param("Government registers list 12 users.", "PER_GOV", id="registers"),
    pytest.param("Official Peruvian figures put the haul at 12 kg.", "PER_GOV", id="official"),
    pytest.param("Twelve, or 12 kg, were taken, the ONB maintains.", "ONB", id="told_behind"),
    pytest.param("Sailors and marines of the ONB found 12 kg.", "ONB", id="sailors"),
    pytest.param("The 12 kg that agents of the ONB took came by sea.", "ONB", id="that_they_took"),
    pytest.param(
        "In all 12 kg, up from 9 kg, were taken by the ONB.", "ONB", id="by_past_an_aside"
    ),
    pytest.param("It fell to the ONB to burn 12 kg.", "ONB", id="fell_to"),
    pytest.param("At the hands of the ONB, 12 kg were lost.", "ONB", id="hands"),
    pytest.param("The ONB counts 9 kg; the press believes that it is 12 kg.", "", id="the_press"),
    pytest.param("Within Peru, UNODC figures show 12 kg.", "UN", id="place_and_source"),
]


@pytest.mark.parametrize(("text", "estimator"), TELLERS)
def test_a_figure_is_its_teller_s(text: str, estimator: str) -> None:
    assert setting_of(text, "12").estimator == estimator


ANNOUNCED = [
    pytest.param("Results given by the ONB were the following.", "ONB", id="were_the_following"),
    pytest.param("The ONB gave the following figures.", "ONB", id="gave_the_following"),
    pytest.param("Figures from the ONB were as follows.", "ONB", id="as_follows"),
]


@pytest.mark.parametrize(("first", "estimator"), ANNOUNCED)
def test_what_is_announced_is_the_announcer_s(first: str, estimator: str) -> None:
    text = f"{first} Opium came to 12 kg. Another 34 kg were pills. In bags were 56 kg."
    found = settings_of(text, "12", "34", "56")
    assert {setting.estimator for setting in found} == {estimator}


def test_a_speaker_put_in_between_goes_on() -> None:
    text = "The ONB said that 34 kg were taken. In that time, Ruiz asserted, 12 kg were burned."
    assert [s.estimator for s in settings_of(text, "34", "12")] == ["ONB", "ONB"]


def test_what_was_hoped_for_is_a_target() -> None:
    text = "It beat the 12 ha which the government had hoped to clear in 2017."
    assert setting_of(text, "12", indicator="eradication_area").status == "target"


def test_each_clause_has_its_own_place() -> None:
    text = "In Ucayali, fields covered 34 ha; in Loreto, 12 ha."
    found = settings_of(text, "34", "12", indicator="cultivation_area")
    assert [setting.ref_area for setting in found] == ["PER-UCAYALI", "PER-LORETO"]


def test_american_money_makes_pupils_theirs() -> None:
    text = "An American grant paid for lessons in which 12 pupils took part."
    assert setting_of(text, "12", indicator="prevention_participants").estimator == "US_GOV"


def test_a_country_beside_a_source_is_not_joined_with_it() -> None:
    text = "Within Peru, U.S. estimates show Ucayali ahead: fields there grew to 12 ha."
    assert setting_of(text, "12", indicator="cultivation_area").ref_area == "PER-UCAYALI"
