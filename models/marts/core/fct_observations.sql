with

observations as (

    select * from {{ ref('int_statements') }}

),

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        observations.observation_id,
        observations.report_id,
        observations.dimension,
        observations.kind,
        observations.indicator,
        observations.substance,
        observations.ref_area,
        observations.ref_area_iso3,
        observations.time_period,
        observations.period_start,
        observations.period_end,
        observations.time_basis,
        observations.obs_value,
        observations.obs_value_high,
        observations.unit_measure,
        cast(observations.stated_value as double) as stated_value,
        cast(observations.stated_value_high as double) as stated_value_high,
        observations.stated_unit,
        observations.qualifier,
        observations.obs_status,
        observations.estimator,
        coalesce(answers.is_preferred_period, false) as is_preferred,
        observations.quote,
        observations.quote_start,
        observations.quote_end,
        observations.number_start,
        observations.number_end,
        observations.section,
        observations.page,
        observations.origin,
        observations.verification,
        observations.rule_id,
        observations.extractor_version

    from observations

    left join answers
        on observations.observation_id = answers.observation_id

)

select * from final
