"""Faults to inject: each is what a broken reader, loader, model or disk would leave behind."""

from __future__ import annotations

from dataclasses import dataclass

STAGING, MARTS = "staging", "marts"


@dataclass(frozen=True)
class Fault:
    """One fault: SQL that damages the database which a gate looks at."""

    name: str
    gate: str
    sql: str


ONE = "report_id = 'incsr-2018-bvt'"
DOCUMENT = f"UPDATE staging.documents SET {{}} WHERE {ONE}"
REHASHED = "text_sha256 = sha256({0}), char_count = length({0}), text = {0}"
HALF = "substr(text, 1, length(text) // 2)"
LATIN = "replace(text, 'Arvania', 'ArvaniÃ©')"
SEIZURE = f"indicator = 'seizure_mass' AND {ONE}"


def _observations(change: str, where: str) -> str:
    return f"UPDATE staging.observations SET {change} WHERE {where}"


def _again(table: str, change: str, where: str = "true") -> str:
    return f"INSERT INTO {table} SELECT * REPLACE ({change}) FROM {table} WHERE {where}"


STAGING_FAULTS = {
    "unit_times_1000": _observations("stated_value = stated_value * 1000", SEIZURE),
    "unit_of_another_kind": _observations("stated_unit = 'HA'", SEIZURE),
    "unit_unknown": _observations("stated_unit = 'TONNES'", SEIZURE),
    "value_beyond_the_world": _observations("stated_value = 1e12", SEIZURE),
    "digits_of_a_value_changed": _observations("stated_value = 42.3", SEIZURE),
    "digits_of_a_document_changed": DOCUMENT.format(
        REHASHED.format("replace(text, '24.3', '24.8')")
    ),
    "document_changed_behind_its_hash": DOCUMENT.format("text = replace(text, 'hills', 'halls')"),
    "year_shifted_by_ten": _observations("time_period = '2027'", SEIZURE),
    "year_of_one_fact_shifted": _observations("time_period = '2016'", SEIZURE),
    "years_of_a_report_shifted": _observations("time_period = '2016'", ONE),
    "undated_years_shifted": _observations("time_period = '2015'", "time_basis = 'report'"),
    "period_without_form": _observations("time_period = 'FY 2017'", SEIZURE),
    "period_backwards": _observations("time_period = '2017-10/2017-01'", SEIZURE),
    "target_read_as_actual": _observations("time_period = '2025'", SEIZURE),
    "country_lost": _observations("ref_area = NULL", "report_id LIKE 'incsr%'"),
    "country_of_one_fact_lost": _observations("ref_area = NULL", SEIZURE),
    "country_swapped": _observations("ref_area = 'HMD'", ONE),
    "country_as_a_name": _observations("ref_area = 'Arvania'", SEIZURE),
    "substance_swapped": _observations("substance = 'heroin'", SEIZURE),
    "substance_unknown": _observations("substance = 'coccaine'", SEIZURE),
    "indicator_unknown": _observations("indicator = 'seizures'", SEIZURE),
    "kind_unknown": _observations("kind = 'total'", SEIZURE),
    "qualifier_unknown": _observations("qualifier = 'circa'", SEIZURE),
    "estimate_read_as_another_status": _observations("obs_status = 'final'", SEIZURE),
    "range_ends_swapped": _observations(
        "stated_value = stated_value_high, stated_value_high = stated_value",
        "stated_value_high IS NOT NULL",
    ),
    "range_end_lost": _observations("stated_value_high = NULL", "qualifier = 'range'"),
    "span_ends_swapped": _observations(
        "number_start = number_end, number_end = number_start", SEIZURE
    ),
    "span_off_by_one": _observations(
        "number_start = number_start + 1, number_end = number_end + 1", SEIZURE
    ),
    "quote_of_another_sentence": _observations("quote = upper(quote)", SEIZURE),
    "proof_lost": _observations("number_start = NULL", SEIZURE),
    "sign_flipped": _observations("stated_value = -stated_value", "kind = 'change'"),
    "negative_mass": _observations("stated_value = -stated_value", SEIZURE),
    "share_over_100": _observations("stated_value = 140", f"kind = 'share' AND {ONE}"),
    "ledger_contradicted": _observations(
        "origin = 'ledger', verification = 'contradicted'", SEIZURE
    ),
    "half_of_the_facts_gone": "DELETE FROM staging.observations "
    "WHERE hash(observation_id) % 2 = 0; DELETE FROM staging.number_mentions "
    "WHERE observation_id NOT IN (SELECT observation_id FROM staging.observations)",
    "facts_of_a_report_gone": f"DELETE FROM staging.observations WHERE {ONE}",
    "duplicate_id": _again("staging.observations", "rule_id AS rule_id", SEIZURE),
    "two_facts_on_one_number": _again(
        "staging.observations", "'0123456789abcdef' AS observation_id", SEIZURE
    ),
    "edition_loaded_twice": ";".join(
        _again(f"staging.{table}", "'incsr-2018-qqb' AS report_id", ONE)
        for table in ("reports", "documents", "sections", "sentences")
    ),
    "report_of_an_unknown_edition": f"UPDATE staging.reports SET edition_year = 2081 WHERE {ONE}",
    "encoding_damage": DOCUMENT.format(
        REHASHED.format("replace(text, 'seized', 's' || chr(65533) || 'ized')")
    ),
    "mojibake": DOCUMENT.format(REHASHED.format(LATIN)),
    "binary_document": DOCUMENT.format(REHASHED.format("replace(text, 'hills', 'h' || chr(1))")),
    "text_cut_after_reading": DOCUMENT.format(f"text = {HALF}"),
    "document_truncated": ";".join(
        (
            DOCUMENT.format(REHASHED.format(HALF)),
            *(
                f"DELETE FROM staging.{table} WHERE {ONE} AND {end} > (SELECT char_count "
                f"FROM staging.documents WHERE {ONE})"
                for table, end in (
                    ("sentences", "end_char"),
                    ("number_mentions", "end_char"),
                    ("observations", "quote_end"),
                )
            ),
            (
                "UPDATE staging.sections SET end_char = "
                f"(SELECT char_count FROM staging.documents WHERE {ONE}) WHERE {ONE}"
            ),
        )
    ),
    "document_empty": DOCUMENT.format(REHASHED.format("''")),
    "document_row_lost": f"DELETE FROM staging.documents WHERE {ONE}",
    "report_withheld": ";".join(
        f"DELETE FROM staging.{table} WHERE report_id LIKE '%bvt'"
        for table in (
            "reports",
            "documents",
            "sections",
            "sentences",
            "number_mentions",
            "observations",
            "assessments",
            "findings",
        )
    ),
    "sentences_shifted": "UPDATE staging.sentences SET start_char = start_char + 3 "
    f"WHERE {ONE} AND sentence_index > 2",
    "sentences_overlap": _again("staging.sentences", "sentence_index + 100 AS sentence_index", ONE),
    "numbers_overlooked": "DELETE FROM staging.number_mentions "
    "WHERE disposition = 'date' AND mention_index % 2 = 1",
    "nothing_explained": "UPDATE staging.number_mentions SET disposition = 'unexplained' "
    "WHERE disposition <> 'fact'; "
    "UPDATE staging.number_mentions SET disposition = 'unexplained' WHERE mention_index % 2 = 0",
    "mention_of_no_fact": "UPDATE staging.number_mentions SET observation_id = 'ffffffffffffffff' "
    f"WHERE {ONE} AND disposition = 'date'",
    "rating_outside_the_scale": "UPDATE staging.assessments SET rating_body = 'good' "
    "WHERE recommendation = 1",
    "ratings_disagree": "UPDATE staging.assessments SET rating_summary = 'started' "
    "WHERE recommendation = 1",
    "rating_misread_twice": "UPDATE staging.assessments SET rating_body = 'started', "
    "rating_summary = 'started' WHERE recommendation = 1",
    "recommendation_missing": "DELETE FROM staging.assessments WHERE recommendation = 2",
    "shortcoming_lost": "DELETE FROM staging.findings",
    "finding_of_no_assessment": "UPDATE staging.findings SET recommendation = 99",
}

FACT = f"UPDATE marts.fct_observations SET {{}} WHERE {SEIZURE}"
MART_FAULTS = {
    "factor_applied_twice": FACT.format("obs_value = obs_value * 1000"),
    "unit_without_factor": FACT.format("unit_measure = 'T'"),
    "value_lost": FACT.format("obs_value = NULL"),
    "edition_joined_twice": "INSERT INTO marts.fct_observations FROM marts.fct_observations "
    f"WHERE {ONE}",
    "half_of_the_facts_dropped": "DELETE FROM marts.fct_observations "
    "WHERE hash(observation_id) % 2 = 0",
    "one_fact_dropped": f"DELETE FROM marts.fct_observations WHERE {SEIZURE}",
    "country_dropped": "DELETE FROM marts.fct_observations WHERE ref_area = 'HMD'",
    "dates_shifted": FACT.format("period_end = period_end + INTERVAL 1 YEAR"),
    "country_of_another_row": FACT.format("ref_area_iso3 = 'HMD'"),
    "evidence_lost": f"DELETE FROM evidence.documents WHERE {ONE}",
    "quote_cut": FACT.format("quote = left(quote, 10)"),
    "spans_of_another_row": FACT.format(
        "number_start = number_start - 4, number_end = number_end - 4"
    ),
    "contradicted_fact_published": FACT.format("verification = 'contradicted'"),
    "mart_row_dropped": "DELETE FROM marts.control_seizures WHERE ref_area = 'HMD'",
    "mart_columns_swapped": "UPDATE marts.control_seizures SET seized_kg = seized_l, "
    "seized_l = seized_kg",
    "mart_year_shifted": "UPDATE marts.control_seizures SET year = year - 1",
    "mart_country_swapped": "UPDATE marts.control_seizures SET ref_area = 'HMD'",
    "mart_value_rounded": "UPDATE marts.governance_budgets SET counternarcotics_usd = 3000000",
    "mart_value_summed": "UPDATE marts.control_enforcement SET arrests = arrests * 2",
    "mart_row_twice": "INSERT INTO marts.demand_treatment FROM marts.demand_treatment",
    "remainder_miscomputed": "UPDATE marts.supply_crops SET remaining_ha = cultivated_ha",
    "assessment_twice": "INSERT INTO marts.fct_assessments FROM marts.fct_assessments",
    "scorecard_rating_changed": "UPDATE marts.governance_mem_scorecard SET rating = 'started' "
    "WHERE recommendation = 1",
    "tally_changed": "UPDATE marts.governance_mem_tally SET n_stated = 5",
    "mention_disposition_lost": f"UPDATE audit.number_mentions SET disposition = NULL WHERE {ONE}",
    "verdict_unknown": "UPDATE audit.claim_checks SET verdict = NULL",
}

FAULTS = tuple(
    Fault(name, gate, sql)
    for gate, faults in ((STAGING, STAGING_FAULTS), (MARTS, MART_FAULTS))
    for name, sql in faults.items()
)
