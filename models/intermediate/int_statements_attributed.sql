with

observations as (

    select * from {{ ref('int_observations') }}

),

-- the one estimator whom the same report names for the same figure
named as (

    select
        report_id,
        kind,
        indicator,
        coalesce(substance, '') as substance,
        coalesce(ref_area, '') as ref_area,
        time_period,
        unit_measure,
        obs_value,
        min(estimator) as estimator

    from observations

    where estimator is not null

    group by all

    having count(distinct estimator) = 1

),

final as (

    select
        observations.*,
        coalesce(observations.estimator, named.estimator) as series_estimator

    from observations

    left join named
        on
            observations.report_id = named.report_id
            and observations.kind = named.kind
            and observations.indicator = named.indicator
            and coalesce(observations.substance, '') = named.substance
            and coalesce(observations.ref_area, '') = named.ref_area
            and observations.time_period = named.time_period
            and observations.unit_measure = named.unit_measure
            and observations.obs_value = named.obs_value

)

select * from final
