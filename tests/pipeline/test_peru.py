"""What the two Peru reports must answer, each value beside its sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest

from etl.settings import Settings
from etl.warehouse.query import ask
from tests.conftest import dcw

pytestmark = [pytest.mark.corpus, pytest.mark.xdist_group("peru")]
PERU = "report_id in ('incsr-2014-per', 'mem-6-per')"


def rows(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    return list(ask(settings.published_path, sql).rows)


def test_every_labelled_fact_is_verified_against_the_text(peru: Settings) -> None:
    found = rows(
        peru,
        "select verification, count(*) from marts.fct_observations "
        f"where {PERU} and origin = 'ledger' group by all",
    )
    assert found == [("verified", 85)]


def test_verify_says_so_too(peru: Settings) -> None:
    told = json.loads(dcw("verify", "--json", data=peru.data).stdout)
    assert (told["facts"]["verified"], told["ratings"]["verified"]) == (85, 27)
    assert not told["problems"]


def test_both_ratings_of_all_27_recommendations_agree(peru: Settings) -> None:
    found = rows(
        peru,
        "select count(*), count(*) filter (where rating_body = rating_summary) "
        "from marts.fct_assessments where report_id = 'mem-6-per'",
    )
    assert found == [(27, 27)]


def test_the_tally_of_the_conclusions_is_recomputed(peru: Settings) -> None:
    found = rows(
        peru,
        "select indicator, stated, computed, verdict from audit.claim_checks "
        "where claim_type = 'tally' and ref_area = 'PER' order by stated desc",
    )
    assert [(stated, computed) for _, stated, computed, _ in found] == [
        (27, 27), (16, 16), (5, 5), (3, 3), (2, 2), (1, 1),
    ]  # fmt: skip
    assert {verdict for *_, verdict in found} == {"confirmed"}


def test_without_the_documents_the_same_facts_are_there_unverified(
    peru: Settings, from_ledger: Settings
) -> None:
    same = "select observation_id, obs_value, unit_measure from marts.fct_observations "
    same += f"where {PERU} and origin = 'ledger' order by all"
    assert rows(from_ledger, same) == rows(peru, same)
    states = "select distinct verification, quote is null from marts.fct_observations"
    assert rows(from_ledger, states) == [("unverified", True)]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        pytest.param(
            "select time_period, estimator, obs_value from marts.fct_observations "
            "where indicator = 'cultivation_area' and kind = 'level' and estimator is not null",
            [
                ("2011", "UN", 62500),
                ("2011", "US_GOV", 49500),
                ("2012", "UN", 60400),
                ("2012", "US_GOV", 50500),
            ],
            id="coca cultivated by who counted",
        ),
        pytest.param(
            "select time_period, obs_value from marts.fct_observations "
            "where kind = 'level' "
            "and indicator = 'eradication_area' and substance = 'coca'",
            [
                ("2011", 10290),
                *[("2012", 14171)] * 2,
                *[("2013", 23785)] * 2,
            ],
            id="coca eradicated, 2012 and 2013 by both reports",
        ),
        pytest.param(
            "select substance, stated_value, stated_unit from marts.fct_observations where "
            "indicator = 'seizure_mass' and substance like 'cocaine%' and time_period = '2013'",
            [("cocaine", 24.3, "T"), ("cocaine_base", 11, "T"), ("cocaine_hcl", 13.3, "T")],
            id="cocaine seized by form",
        ),
        pytest.param(
            "select time_period, stated_value from marts.fct_observations where "
            "indicator = 'seizure_mass' and substance = 'precursor_chemicals'",
            [("2012", 1930), ("2013", 2240)],
            id="precursors seized",
        ),
        pytest.param(
            "select indicator, time_period, obs_value from marts.fct_observations where "
            "indicator in ('counternarcotics_budget', 'agency_budget')",
            [
                ("agency_budget", "2012", 13e6),
                ("agency_budget", "2013", 11e6),
                ("counternarcotics_budget", "2012", 220e6),
                ("counternarcotics_budget", "2013", 256e6),
            ],
            id="budgets",
        ),
        pytest.param(
            "select obs_value, unit_measure from marts.fct_observations "
            "where indicator = 'treatment_beds'",
            [(160, "COUNT")],
            id="treatment beds",
        ),
    ],
)
def test_questions_are_answered_with_their_sentences(
    peru: Settings, question: str, answer: list[tuple[Any, ...]]
) -> None:
    scoped = f"{question} and {PERU}"
    assert sorted(rows(peru, scoped)) == answer
    proof = scoped.replace("select ", "select distinct quote, section, ", 1)
    assert all(quote and section for quote, section, *_ in rows(peru, proof))


def test_which_recommendations_were_not_started(peru: Settings) -> None:
    found = rows(
        peru,
        "select recommendation from marts.fct_assessments where rating = 'not_started' "
        "and report_id = 'mem-6-per' order by recommendation",
    )
    assert found == [(8,), (21,)]


def test_both_reports_agree_on_eradication(peru: Settings) -> None:
    found = rows(
        peru,
        "select time_period, obs_value, other_value, reconciliation_class "
        "from audit.reconciliation "
        "where compared = 'series' and indicator = 'eradication_area' and substance = 'coca' "
        "and report_id = 'incsr-2014-per' and other_report_id = 'mem-6-per' order by time_period",
    )
    assert found == [("2012", 14171, 14171, "equal"), ("2013", 23785, 23785, "equal")]


def test_explain_shows_the_sentence_with_its_number_marked(peru: Settings) -> None:
    ((name,),) = rows(
        peru,
        "select observation_id from marts.fct_observations "
        "where report_id = 'incsr-2014-per' and stated_value = 23785",
    )
    assert ">>23,785<<" in dcw("explain", name, data=peru.data).stdout
