"""Who counted a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.errors import SeedError
from etl.extract import extract
from etl.extract.context.agencies import Organization, Word
from etl.extract.context.tables import Cue
from etl.extract.lexicon import load
from tests.extract.reading import document_of
from tests.extract.setting import setting_of, settings_of

INTRODUCED = "The National Bureau of Balloons (NBB) is new. "

SOURCES = [
    pytest.param("The U.S. government estimates that 12 ha grew.", "US_GOV", id="us"),
    pytest.param("According to UNODC, 12 ha grew.", "UN", id="un_office"),
    pytest.param("A 2015 United Nations survey found 12 users.", "UN", id="survey"),
    pytest.param("The Government of Peru reported seizing 12 kg.", "PER_GOV", id="government_of"),
    pytest.param("The Peruvian government seized 12 kg.", "PER_GOV", id="demonym_government"),
    pytest.param("The government reported 12 kg.", "PER_GOV", id="the_government"),
    pytest.param("Peruvian authorities reported seizing 12 kg.", "PER_GOV", id="body_that_reports"),
    pytest.param("Peruvian authorities seized 12 kg.", "", id="body_that_acts"),
    pytest.param("Peruvian police seized 12 kg.", "", id="force_that_acts"),
    pytest.param("Peruvian police reported seizing 12 kg.", "PER_GOV", id="force_that_reports"),
    pytest.param("According to government sources, 12 kg were seized.", "PER_GOV", id="sources"),
    pytest.param("Authorities seized 12 kg.", "", id="unnamed"),
    pytest.param("Peru seized 12 kg.", "", id="country"),
    pytest.param(INTRODUCED + "NBB seized 12 kg.", "NBB", id="abbreviation"),
    pytest.param(
        INTRODUCED + "The National Bureau of Balloons seized 12 kg.", "NBB", id="its_full_name"
    ),
    pytest.param("The Ministry of Rain seized 12 kg.", "PER_GOV", id="ministry_without_short"),
    pytest.param("In May, 12 kg were seized by NBB.", "NBB", id="passive"),
    pytest.param(
        "Working with NBB, the Peruvian government seized 12 kg.", "PER_GOV", id="partner"
    ),
    pytest.param(
        "According to statistics provided by the NBB, 12 kg were seized.", "NBB", id="provided_by"
    ),
    pytest.param("By the account of the NBB, QRS seized 12 kg.", "NBB", id="by_the_account_of"),
    pytest.param("The price was put by UNODC at 12.", "UN", id="put_by"),
    pytest.param("A survey, conducted by NBB in 2016, found 12.", "NBB", id="conducted_by"),
    pytest.param(
        "UNODC, which works with the NBB on a survey, believes that 12 ha grew.",
        "UN",
        id="partner_in_a_survey",
    ),
    pytest.param("The Bureau of Kites (BoKi) is new. The BoKi took 12 kg.", "", id="no_capitals"),
    pytest.param("The Kite Bureau (KiBu) is old. KIBU took 12 kg.", "KIBU", id="in_capitals"),
    pytest.param("The Kite Ministry (KiM) took 12 kg.", "KIM", id="mixed_case"),
    pytest.param("The Sudden Wind (SUWI) team took 12 kg.", "SUWI", id="kind_behind_the_short"),
    pytest.param(
        INTRODUCED + "The NBB, made up of customs men and the QRS, took 12 kg.",
        "NBB",
        id="members_do_not_act",
    ),
    pytest.param("The United States gave the NBB 12 boats.", "US_GOV", id="giver"),
    pytest.param("NBB’s Storm Unit seized 12 kg.", "NBB", id="unit_of_an_agency"),
    pytest.param("A newspaper quoted 12 kg; it was reported in May.", "", id="nobody"),
    pytest.param("They seized 12 kg, UNODC said in May.", "UN", id="named_behind"),
    pytest.param("There were 12 kg, according to media reports.", "", id="media"),
    pytest.param(
        "The NBB reported 5 kg, but there were 12 kg, according to UNODC.",
        "UN",
        id="nearest_source",
    ),
    pytest.param(
        INTRODUCED + "This bureau also took part. It seized 12 kg.", "NBB", id="meant_by_its_noun"
    ),
    pytest.param(
        "ABC statistics show a rise in crime. In May, police seized 12 kg.", "ABC", id="announced"
    ),
    pytest.param(
        "The Judicial Police (JP) leads. According to JP data, customs took 12 kg.",
        "JP",
        id="two_letters",
    ),
    pytest.param(
        "A patrol acting on information supplied by the ABC seized 12 kg.", "", id="a_hint"
    ),
    pytest.param("In May, Carabineros seized 12 kg.", "CARABINEROS", id="a_force_by_name"),
    pytest.param(
        "Figures compiled by the Undersecretariat for Crime show that 12 kg were seized.",
        "PER_GOV",
        id="undersecretariat",
    ),
]


@pytest.mark.parametrize(("text", "estimator"), SOURCES)
def test_who_is_behind_a_number(text: str, estimator: str) -> None:
    assert setting_of(text, "12").estimator == estimator


THROUGH_OTHERS = [
    pytest.param("Officers of the NBB seized 12 kg.", "NBB", id="officers_of"),
    pytest.param("Agents from the NBB seized 12 kg.", "NBB", id="agents_from"),
    pytest.param("The Storm Unit of the NBB seized 12 kg.", "NBB", id="unit_of"),
    pytest.param("Clinics of the Ministry of Rain treated 12.", "PER_GOV", id="clinics_of"),
    pytest.param("The director of the NBB said that 12 kg were found.", "NBB", id="director"),
    pytest.param("Two officers of the NBB were held with 12 kg.", "", id="who_is_held"),
    pytest.param("Seizures by the NBB came to 12 kg.", "NBB", id="seizures_by"),
    pytest.param("Raids carried out by NBB brought 12 kg.", "NBB", id="carried_out_by"),
    pytest.param("The NBB, a unit of the QRS, seized 12 kg.", "NBB", id="a_unit_of"),
    pytest.param("NBB, under the Ministry of Rain, seized 12 kg.", "NBB", id="under"),
    pytest.param("NBB, QRS, and TUV seized 12 kg.", "NBB", id="first_of_three"),
    pytest.param("NBB filed 3 cases, and in May police took 12 kg.", "", id="police_since_then"),
    pytest.param("NBB filed 3 cases; courts have heard 12.", "", id="courts_since_then"),
    pytest.param("Police in Peru reported 12 kg.", "PER_GOV", id="police_in"),
    pytest.param("The customs service reported 12 kg.", "PER_GOV", id="office_without_name"),
    pytest.param("Following an NBB raid, police took 12 kg.", "", id="following_a_raid"),
    pytest.param("NBB, QRS, and other agencies took 12 kg.", "", id="with_others"),
    pytest.param("Police took an NBB boat and 12 kg.", "", id="what_is_taken"),
    pytest.param("The survey by NBB and UNODC found 12 ha.", "UN", id="survey_with_the_un"),
    pytest.param("The Ministry of Rain, Wind and Snow (MRWS) took 12.", "MRWS", id="commas_in_it"),
    pytest.param("A government survey found 12.", "PER_GOV", id="government_survey"),
    pytest.param("Government officials say that 12 burned.", "PER_GOV", id="its_officials"),
    pytest.param("Many government officials faced 12 charges.", "", id="officials_of_it"),
    pytest.param("Peruvian prosecutors reported 12.", "PER_GOV", id="prosecutors_report"),
    pytest.param("Peruvian prosecutors charged 12.", "", id="prosecutors_act"),
    pytest.param("Peruvian officials put seizures at 12 kg.", "PER_GOV", id="put_at"),
    pytest.param("A spokesman for the NBB said 12 burned.", "NBB", id="spokesman"),
    pytest.param("Courses for the NBB reached 12.", "", id="for_it_is_not_by_it"),
    pytest.param("Official figures show 12 kg.", "PER_GOV", id="official_figures"),
    pytest.param("Data from the Inspectorate of the NBB show 12 kg.", "NBB", id="data_of_a_part"),
    pytest.param("The Blue Kites (BLK) are new. BLK reported 12 kg.", "BLK", id="by_its_deeds"),
    pytest.param("The Armed Forces of Kites (FARC) took 12 kg.", "", id="armed_group"),
]


@pytest.mark.parametrize(("text", "estimator"), THROUGH_OTHERS)
def test_an_agency_acts_through_its_people(text: str, estimator: str) -> None:
    assert setting_of(INTRODUCED + text, "12").estimator == estimator


STAFF = [
    pytest.param("With a staff of 12, the NBB is small.", id="with_a_staff"),
    pytest.param("The NBB, QRS’s elder sister, has 12 officers.", id="whose_sister"),
    pytest.param("The NBB, under the QRS, has a staff of 12.", id="under_another"),
]


@pytest.mark.parametrize("text", STAFF)
def test_staff_is_the_subject_s(text: str) -> None:
    found = setting_of(INTRODUCED + text, "12", indicator="agency_personnel")
    assert found.estimator == "NBB"


def test_staff_and_budget_belong_to_their_agency() -> None:
    text = "NBB has a staff of 12 people."
    assert setting_of(text, "12", indicator="agency_personnel").estimator == "NBB"


def test_an_agency_may_stand_right_before_its_budget() -> None:
    text = "Congress gave the NBB 12.5 billion soles."
    found = setting_of(INTRODUCED + text, "12.5", indicator="agency_budget")
    assert found.estimator == "NBB"


def test_a_national_budget_is_the_government_s() -> None:
    text = "Peru spent 12 on prevention."
    assert setting_of(text, "12", indicator="demand_reduction_budget").estimator == "PER_GOV"


def test_a_source_stands_for_the_sentence_after_it() -> None:
    found = settings_of("UNODC reported 12 kg. In all, 34 kg were found.", "12", "34")
    assert [setting.estimator for setting in found] == ["UN", "UN"]


def test_a_new_actor_ends_the_source_before() -> None:
    found = settings_of("UNODC reported 12 kg. Peruvian authorities seized 34 kg.", "12", "34")
    assert [setting.estimator for setting in found] == ["UN", ""]


def test_agencies_named_respectively_have_their_own_numbers() -> None:
    text = "NBB and QRS will see 12 and 34 percent increases, respectively."
    found = settings_of(text, "12", "34", indicator="agency_budget")
    assert [setting.estimator for setting in found] == ["NBB", "QRS"]


GOES_ON = [
    pytest.param("NBB seized 12 kg. Officers also burned 34 kg.", "NBB", id="officers"),
    pytest.param("NBB seized 12 kg. In May it burned 34 kg.", "NBB", id="it"),
    pytest.param("NBB seized 12 kg. Other drugs found were 34 kg.", "NBB", id="other_drugs"),
    pytest.param("NBB seized 12 kg. In addition, 34 kg were burned.", "NBB", id="in_addition"),
    pytest.param("NBB seized 12 kg. Herbs made up 34 kg of this total.", "NBB", id="of_this"),
    pytest.param("NBB seized 12 kg. The bureau burned 34 kg.", "NBB", id="the_bureau"),
    pytest.param("NBB seized 12 kg.\n\nOfficers burned 34 kg.", "NBB", id="next_paragraph"),
    pytest.param("NBB reported 12 kg. Health workers believe 34 exist.", "", id="strangers"),
    pytest.param("NBB seized 12 kg. Most of it, 34 kg, was wet.", "NBB", id="most_of_it"),
    pytest.param("NBB seized 12 kg. Men at ports found 34 kg.", "", id="men_elsewhere"),
    pytest.param("NBB listed 12 kg as follows:\n\nHerbs: 34 kg", "NBB", id="item_like_a_heading"),
    pytest.param("NBB seized 12 kg. The courts took 34 kg.", "", id="courts"),
    pytest.param("NBB seized 12 kg. Authorities also burned 34 kg.", "", id="authorities"),
    pytest.param("NBB seized 12 kg. On May 3 QRS officers took 34 kg.", "QRS", id="after_a_day"),
    pytest.param("NBB and others seized 12 kg, among them:\n\n- Herbs: 34 kg", "NBB", id="item"),
]


@pytest.mark.parametrize(("text", "estimator"), GOES_ON)
def test_an_agency_s_deeds_go_on_with_what_is_added(text: str, estimator: str) -> None:
    assert settings_of(INTRODUCED + text, "12", "34")[1].estimator == estimator


@pytest.mark.parametrize(
    ("text", "estimators"),
    [
        pytest.param(
            "An NBB survey found 1,200 drug users. Some 34 clinics treat addicts.",
            ["NBB", ""],
            id="users_then_clinics",
        ),
        pytest.param(
            "According to the NBB, coca covered 1,200 hectares. Some 34,000 people are "
            "believed to use cocaine.",
            ["NBB", ""],
            id="crops_then_users",
        ),
        pytest.param(
            "According to the NBB, coca covered 1,200 hectares. Farmers grew opium poppy on 34 "
            "hectares.",
            ["NBB", "NBB"],
            id="crops_then_crops",
        ),
    ],
)
def test_who_counts_one_thing_does_not_speak_for_another(text: str, estimators: list[str]) -> None:
    facts = extract(document_of(f"2. Supply Reduction\n\n{text}\n", "incsr-2018-per")).facts
    assert [fact.estimator for fact in facts] == estimators


GIVERS = [
    pytest.param("U.S. advisors trained 12 officers.", "US_GOV", id="advisors"),
    pytest.param("With U.S. support, 12 officers were trained.", "US_GOV", id="support"),
    pytest.param("NBB has received 12 from the United States.", "US_GOV", id="received"),
    pytest.param("NBB trained 12 officers.", "NBB", id="its_own"),
    pytest.param("Under U.S. auspices, 12 officers were trained.", "US_GOV", id="auspices"),
    pytest.param("U.S. funds bought the NBB 12 trucks.", "US_GOV", id="funds_as_subject"),
    pytest.param("Thanks to U.S. aid, the NBB has 12 trucks.", "US_GOV", id="thanks_to"),
    pytest.param("CARSI courses drew 12 sailors of the NBB.", "US_GOV", id="initiative"),
    pytest.param(
        "Some 12 officers attended a course in the United States.", "US_GOV", id="taught_there"
    ),
    pytest.param(
        "The United States gave money. It paid for courses for 12 men.", "US_GOV", id="it_paid"
    ),
    pytest.param("NBB uses 12 boats given by the United States.", "US_GOV", id="given_by"),
    pytest.param("The embassy sponsored 12 courses.", "US_GOV", id="the_embassy"),
    pytest.param("It rained in May. Then 12 men were taught.", "", id="by_nobody"),
]


@pytest.mark.parametrize(("text", "estimator"), GIVERS)
def test_aid_is_the_giver_s(text: str, estimator: str) -> None:
    assert setting_of(text, "12", indicator="personnel_trained").estimator == estimator


def test_what_the_united_states_pays_for_is_theirs() -> None:
    text = "With U.S. aid, centers treated 12 people."
    assert setting_of(text, "12", indicator="treatment_admissions").estimator == "US_GOV"
    text = "U.S.-supported centers treated 12 people."
    assert setting_of(text, "12", indicator="treatment_admissions").estimator == "US_GOV"
    assert setting_of(text, "12", indicator="arrests").estimator == ""


NAMES = [
    pytest.param("The Ministry of Education took 12.", "PER_GOV", id="a_thing_in_its_name"),
    pytest.param("The Border Troops took 12.", "PER_GOV", id="troops"),
    pytest.param("The Central Registry of Kites listed 12.", "PER_GOV", id="central_registry"),
    pytest.param("President Sun reported 12.", "PER_GOV", id="president"),
    pytest.param("The president said that 12 burned.", "PER_GOV", id="president_without_name"),
    pytest.param("NBB President Sun reported 12.", "NBB", id="an_agency_s_president"),
    pytest.param("The Kite Fund took 12.", "", id="a_fund"),
    pytest.param("In NBB operations, 12 kg were burned.", "NBB", id="its_operations"),
    pytest.param("Some 12 kites are registered with the NBB.", "NBB", id="registered_with"),
    pytest.param("The campaigns of the NBB reached 12.", "NBB", id="its_campaigns"),
    pytest.param("Since the NBB raid, 12 kg were burned.", "", id="since_its_raid"),
]


@pytest.mark.parametrize(("text", "estimator"), NAMES)
def test_what_is_an_agency_s(text: str, estimator: str) -> None:
    assert setting_of(INTRODUCED + text, "12").estimator == estimator


TOLD_AGAIN = [
    pytest.param("It works well. The same source gives 34 kg.", "NBB", id="same_source"),
    pytest.param("NBB attributes it to the rain. Some 34 kg were wet.", "NBB", id="its_reasons"),
    pytest.param("According to its last survey, 34 kg were wet.", "NBB", id="its_survey"),
    pytest.param("The 2016 figure was 34 kg.", "NBB", id="figure_of_a_year"),
    pytest.param("That was up from 34 kg.", "NBB", id="that_was"),
    pytest.param("In seizures by all agencies, 34 kg were wet.", "", id="all_agencies"),
    pytest.param("In May police took 34 kg.", "", id="police_after_a_month"),
]


@pytest.mark.parametrize(("text", "estimator"), TOLD_AGAIN)
def test_a_source_is_meant_again(text: str, estimator: str) -> None:
    found = settings_of(INTRODUCED + "NBB reported 12 kg. " + text, "12", "34")
    assert found[1].estimator == estimator


WRONG_LINES = [
    pytest.param(Cue, {"code": ("since",)}, "cue,code,example\nsince,maybe,since x\n", id="code"),
    pytest.param(Cue, {}, "cue,code,example\nSince,since,since x\n", id="capital_never_matches"),
    pytest.param(Word, {}, "cue,code,example\na,b,a\na,c,a\n", id="twice"),
    pytest.param(Organization, {}, "cue,code,example\nnbb,NBB,the bureau\n", id="wrong_example"),
]


@pytest.mark.parametrize(("row", "codes", "table"), WRONG_LINES)
def test_a_line_that_cannot_work_is_refused(
    tmp_path: Path, row: type, codes: dict[str, tuple[str, ...]], table: str
) -> None:
    file = tmp_path / "table.csv"
    file.write_text(table)
    with pytest.raises(SeedError):
        load("table", row, codes=codes, path=file)
