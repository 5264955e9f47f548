with

observations as (

    select
        *,
        split_part(stated_unit, ' PER ', 1) as unit_above,
        nullif(split_part(stated_unit, ' PER ', 2), '') as unit_below,
        split_part(split_part(ref_area, ';', 1), '-', 1) as first_country,
        {{ period_start('time_period') }} as period_start,
        {{ period_end('time_period') }} as period_end

    from {{ ref('int_observations_merged') }}

),

reports as (

    select * from {{ ref('stg_reports') }}

),

indicators as (

    select * from {{ ref('indicators') }}

),

substances as (

    select * from {{ ref('substances') }}

),

units as (

    select * from {{ ref('units') }}

),

areas as (

    select * from {{ ref('areas') }}

),

joined as (

    select
        observations.*,
        reports.series,
        reports.edition_year,
        indicators.dimension,
        indicators.identified_by_codes,
        indicators.unit_kind,
        indicators.mart,
        substances."group" as substance_group,
        substances.parent as parent_substance,
        above.canonical_unit
        || coalesce(' PER ' || coalesce(below.canonical_unit, observations.unit_below), '')
            as unit_measure,
        cast(above.factor as double) / coalesce(cast(below.factor as double), 1) as unit_factor,
        cast(observations.stated_value * above.factor as double)
        / coalesce(cast(below.factor as double), 1) as obs_value,
        cast(observations.stated_value_high * above.factor as double)
        / coalesce(cast(below.factor as double), 1) as obs_value_high,
        case
            when strpos(replace(observations.ref_area, ';' || areas.ref_area, ''), ';') = 0
                then areas.ref_area
        end as ref_area_iso3,
        case
            when reports.report_id is null then 'unknown_report'
            when reports.report_status = 'withdrawn' then 'withdrawn_report'
            when indicators.indicator is null then 'unknown_indicator'
            when observations.substance is not null and substances.substance is null
                then 'unknown_substance'
            when above.unit_measure is null then 'unknown_unit'
            when observations.ref_area is not null and areas.ref_area is null then 'unknown_area'
            when observations.time_period is null then 'missing_period'
            when observations.period_start is null or observations.period_end is null
                then 'unreadable_period'
            when observations.period_end < observations.period_start then 'unreadable_period'
            when observations.stated_value is null then 'missing_value'
        end as reject_reason

    from observations

    left join reports
        on observations.report_id = reports.report_id

    left join indicators
        on observations.indicator = indicators.indicator

    left join substances
        on observations.substance = substances.substance

    left join units as above
        on observations.unit_above = above.unit_measure

    -- a rate per something that no list knows stays per that, unconverted
    left join units as below
        on observations.unit_below = below.unit_measure

    left join areas
        on observations.first_country = areas.ref_area

)

select * from joined
