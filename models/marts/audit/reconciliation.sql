-- Each statement beside the preferred one of its quantity, and estimators beside each other.
with

relations as (

    select * from {{ ref('int_statement_relations') }}

),

answers as (

    select
        *,
        concat_ws(
            '|', kind, indicator, coalesce(substance, ''), coalesce(ref_area, ''), time_period,
            unit_measure, case obs_status when 'target' then 'target' else 'fact' end
        ) as subject_key
    from {{ ref('int_answers') }}
    where identified_by_codes

),

same_quantity as (

    select
        preferred.answer_id,
        preferred.observation_id,
        others.observation_id as other_observation_id,
        case
            when preferred.report_id = others.report_id then 'same_report'
            when preferred.series = others.series then 'editions'
            else 'series'
        end as compared,
        others.relation as reconciliation_class,
        others.obs_value as other_value,
        others.report_id as other_report_id,
        others.series_estimator as other_estimator

    from relations as preferred

    inner join relations as others
        on preferred.answer_id = others.answer_id

    where preferred.relation = 'preferred' and others.relation <> 'preferred'

),

estimators as (

    select
        one.answer_id,
        one.observation_id,
        other.observation_id as other_observation_id,
        'estimators' as compared,
        case
            when one.obs_value = other.obs_value then 'equal'
            when {{ is_rounding(
                'one.obs_value', 'other.obs_value', 'one.last_digit_place', 'other.last_digit_place'
            ) }} then 'rounded'
            else 'estimators_differ'
        end as reconciliation_class,
        other.obs_value as other_value,
        other.report_id as other_report_id,
        other.series_estimator as other_estimator

    from answers as one

    inner join answers as other
        on
            one.subject_key = other.subject_key
            and coalesce(one.series_estimator, '~') < coalesce(other.series_estimator, '~')

),

together as (

    select * from same_quantity

    union all

    select * from estimators

),

final as (

    select
        together.observation_id,
        together.other_observation_id,
        together.compared,
        together.reconciliation_class,
        observations.kind,
        observations.indicator,
        observations.substance,
        observations.ref_area,
        observations.time_period,
        observations.unit_measure,
        observations.report_id,
        together.other_report_id,
        observations.series_estimator as estimator,
        together.other_estimator,
        observations.obs_value,
        together.other_value,
        round(together.other_value - observations.obs_value, 8) as difference

    from together

    inner join relations as observations
        on together.observation_id = observations.observation_id

)

select * from final
