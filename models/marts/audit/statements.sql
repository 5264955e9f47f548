with

relations as (

    select * from {{ ref('int_statement_relations') }}

),

final as (

    select
        answer_id,
        observation_id,
        preferred_observation_id,
        relation,
        report_id,
        edition_year,
        kind,
        indicator,
        substance,
        ref_area,
        time_period,
        series_estimator as estimator,
        unit_measure,
        obs_value,
        obs_value_high,
        qualifier,
        cast(preference_order as integer) as preference_order,
        ties_with_preferred

    from relations

)

select * from final
