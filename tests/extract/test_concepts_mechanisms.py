"""The few mechanisms by which a number gets its kind, indicator and substance."""

from __future__ import annotations

import pytest

from etl.extract.concepts import code, code_all
from etl.extract.quantities import find
from tests.extract.coding import codes_of, concepts_of, kinds_of
from tests.extract.reading import document_of

KINDS = [
    pytest.param("Heroin seizures fell by 12 percent.", ["change-"], id="verb_before"),
    pytest.param("There was a 12 percent increase in arrests.", ["change+"], id="noun_after"),
    pytest.param("Arrests fell to 12 percent of the old level.", ["share"], id="to"),
    pytest.param(
        "Arrests and convictions rose by 4 percent and 7 percent, respectively.",
        ["change+", "change+"],
        id="joined_before",
    ),
    pytest.param(
        "The army and navy will see 4 percent and 7 percent budget cuts.",
        ["change-", "change-"],
        id="joined_after",
    ),
    pytest.param("Half of the prisoners are drug users.", ["share"], id="half_of"),
    pytest.param("They arrested 40, half the number of 2016.", ["level", "change-"], id="half_the"),
    pytest.param("The price of heroin rose six-fold.", ["change+"], id="fold"),
    pytest.param("The purity of cocaine fell nearly two-fold.", ["change-"], id="fold_down"),
    pytest.param("Drug offenders make up 22 percent of prisoners.", ["share"], id="make_up"),
    pytest.param("Heroin costs $90 per gram.", ["rate"], id="rate"),
    pytest.param("Police checks were halved.", ["change-"], id="halved"),
    pytest.param(
        "Seizures rose by 12, 14, and 20 percent.", ["change+"] * 3, id="rises_with_one_unit"
    ),
    pytest.param(
        "Arrests rose to 490, 12 more than in 2015.", ["level", "change+"], id="so_many_more"
    ),
    pytest.param(
        "They run demand reduction on a budget of 46 million euros.",
        ["level"],
        id="reduction_of_demand",
    ),
    pytest.param("Police held 30 demand reduction events.", ["level"], id="reduction_is_a_name"),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kind_and_sign(text: str, kinds: list[str]) -> None:
    assert kinds_of(text) == kinds


MECHANISMS = [
    pytest.param(
        "They arrested 12 men (down from 15 in 2016).",
        ["arrests/illicit_drugs"] * 2,
        id="compared",
    ),
    pytest.param(
        "Agents seized 40 kg of heroin (32 kg in 2016) and 9 kg of opium (7 kg in 2016).",
        ["seizure_mass/heroin"] * 2 + ["seizure_mass/opium"] * 2,
        id="bracketed",
    ),
    pytest.param(
        "They seized 40 kg of drugs, including 30 kg of hashish and 10 kg of opium.",
        ["seizure_mass/illicit_drugs", "seizure_mass/cannabis_resin", "seizure_mass/opium"],
        id="parts",
    ),
    pytest.param(
        "They seized 40 kg of drugs. This included 30 kg of hashish.",
        ["seizure_mass/illicit_drugs", "seizure_mass/cannabis_resin"],
        id="sentence_before",
    ),
    pytest.param(
        "Users of cannabis and heroin numbered 400 and 90, respectively.",
        ["drug_users/cannabis", "drug_users/heroin"],
        id="respectively",
    ),
    pytest.param(
        "They opened 50 prosecutions and convicted 20 men.",
        ["prosecutions", "convictions"],
        id="noun_outranks_next_verb",
    ),
    pytest.param(
        "They seized 5 kg of heroin, smuggled from the north; 7 kg of hashish; and 2 rifles.",
        ["seizure_mass/heroin", "seizure_mass/cannabis_resin", "firearms_seized"],
        id="participle_describes",
    ),
    pytest.param(
        "People were arrested, and 28 kg of opium were seized.",
        ["seizure_mass/opium"],
        id="passive",
    ),
    pytest.param(
        "They destroyed two heroin and three morphine laboratories.",
        ["laboratories_destroyed/heroin", "laboratories_destroyed/morphine"],
        id="shared_noun",
    ),
    pytest.param(
        "Of 900 arrests, half led to a trial.", ["arrests/illicit_drugs"] * 2, id="share_of_all"
    ),
    pytest.param(
        "There were 300 patients, a 9 percent rise.",
        ["treatment_admissions/illicit_drugs"] * 2,
        id="aside",
    ),
    pytest.param(
        "They seized 5 kg of opium and 6 kg of hashish, compared with 3 kg and 4 kg in 2016.",
        ["seizure_mass/opium", "seizure_mass/cannabis_resin"] * 2,
        id="list_against_list",
    ),
    pytest.param(
        "Half of the 40 inmates have been convicted.",
        ["convictions", "prison_population"],
        id="predicate_of_the_part",
    ),
    pytest.param(
        "The coast has 56 airstrips and 900 inhabitants.", ["other", "none"], id="no_act_no_seizure"
    ),
    pytest.param(
        "They seized 4 kg of cocaine and heroin.", ["seizure_mass/illicit_drugs"], id="two_groups"
    ),
    pytest.param(
        "They seized 4 kg of morphine and heroin.", ["seizure_mass/opiates"], id="one_group"
    ),
    pytest.param(
        "They eradicated 4 ha of opium in May.", ["eradication_area/opium_poppy"], id="crop_form"
    ),
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There were 300 more users than in 2016.", "change+"),
        ("Police made 40 fewer arrests than in 2016.", "change-"),
        ("It counted 800 or so more than at the end of 2016.", "change+"),
        ("They must have held 3 kg more.", "level"),
        ("The area is 400 ha smaller than in 2016.", "change-"),
        ("Seizures fell short of 300 kg.", "level"),
        ("Half the seizures took place in the north.", "share"),
        ("Prices are half the amount of last year.", "change-"),
    ],
    ids=[
        "more_of_them",
        "fewer_of_them",
        "or_so_more",
        "more_alone",
        "smaller",
        "short_of",
        "half",
        "half_of",
    ],
)
def test_what_is_more_than_before_is_a_change(text: str, kind: str) -> None:
    assert kinds_of(text) == [kind]


@pytest.mark.parametrize(("text", "codes"), MECHANISMS)
def test_mechanism(text: str, codes: list[str]) -> None:
    assert codes_of(text) == codes


def test_a_cue_is_named_as_the_rule() -> None:
    [(_, concept)] = concepts_of("Police arrested 12 men.")
    assert concept is not None
    assert concept.rule_id == "cue:arrested"


def test_order_of_quantities_does_not_matter() -> None:
    document = document_of("Police seized 4 kg of heroin (3 kg in 2016) and arrested 12 men.")
    quantities, _ = find(document)
    forth = code_all(quantities, document)
    assert code_all(quantities[::-1], document)[::-1] == forth


def test_one_quantity_alone_is_coded_without_its_neighbours() -> None:
    document = document_of("Police seized 4 kg of heroin and arrested 12 men.")
    quantities, _ = find(document)
    concept = code(quantities[1], document)
    assert concept is not None
    assert concept.indicator == "arrests"


def test_real_reports_are_coded_alike_twice(corpus) -> None:  # type: ignore[no-untyped-def]
    text = (corpus / "incsr-2019-slv.txt").read_text(encoding="utf-8")
    document = document_of(text, "incsr-2019-slv")
    quantities, _ = find(document)
    first = code_all(quantities, document)
    assert first == code_all(quantities, document)
    assert sum(concept is not None for concept in first) > len(first) // 2
