"""Whether a number is counted, estimated or planned."""

from __future__ import annotations

import pytest

from tests.extract.setting import setting_of

STATUSES = [
    pytest.param("Police seized 12 kg.", "actual", id="counted"),
    pytest.param("Police seized an estimated 12 kg.", "estimate", id="estimated"),
    pytest.param("Experts estimate that 12 kg are made.", "estimate", id="estimate_that"),
    pytest.param("Traders are believed to have moved 12 kg.", "estimate", id="believed"),
    pytest.param("Nurses guess that 12 are used.", "estimate", id="guess"),
    pytest.param("Farmers could have sold 12 kg.", "estimate", id="could_have"),
    pytest.param("It fell short of the 12-kg goal of the year.", "target", id="goal_by_a_hyphen"),
    pytest.param("Peru plans to destroy 12 kg.", "target", id="plans"),
    pytest.param("Some 12 boats will be delivered.", "target", id="will_be_delivered"),
    pytest.param("It has 3 men, short of the 12 foreseen in its plan.", "target", id="foreseen"),
    pytest.param("The plan provides for 12 centers.", "target", id="provides_for"),
    pytest.param("It planned for 3 ha but burned 12 ha.", "actual", id="plan_and_deed"),
    pytest.param("As planned, 12 ha burned.", "actual", id="as_planned"),
    pytest.param("For lack of political will, 12 ha stayed.", "actual", id="political_will"),
    pytest.param("Police took 12 kg, believed to be foreign.", "actual", id="believed_of_else"),
    pytest.param("Experts put the real number at 12.", "estimate", id="real_number"),
    pytest.param("A clinic treats perhaps 12 people.", "estimate", id="perhaps"),
    pytest.param("Police took 12 kg; whereas experts believe 34.", "actual", id="whereas"),
    pytest.param("It passed its 12 kg goal for 2017.", "target", id="goal"),
    pytest.param("It will destroy 12 kg by 2020.", "target", id="by_a_later_year"),
    pytest.param("Its budget for 2018 is 12.", "target", id="later_year"),
    pytest.param("In January 2018, police seized 12 kg.", "actual", id="past_of_the_edition_year"),
    pytest.param("The number of users is put by researchers at 12.", "estimate", id="put_by"),
    pytest.param("Experts surmise that it holds 12 kg.", "estimate", id="surmise"),
    pytest.param("There are said to be 12 addicts.", "estimate", id="said_to"),
    pytest.param("It would have fetched 12 abroad.", "actual", id="would_have"),
    pytest.param("The allies have promised 12 boats.", "target", id="promised"),
    pytest.param(
        "It fell to an estimated 5 kg from its peak of 12 kg.", "actual", id="only_the_one"
    ),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_how_sure_a_number_is(text: str, status: str) -> None:
    assert setting_of(text, "12").status == status


def test_a_survey_s_count_of_users_is_an_estimate() -> None:
    text = "A UNODC survey found 12 users."
    assert setting_of(text, "12", indicator="drug_users").status == "estimate"
