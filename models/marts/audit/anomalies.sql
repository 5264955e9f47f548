-- Figures that a reader should see before using their series. A step is fivefold or more, up
-- or down, against the series' last known whole year within three years, where the larger
-- figure is at least 20. An outlier lies more than 3.5 scaled median absolute deviations from
-- the median of the logarithms of a series of five years or more. Nothing is changed.
with

answers as (

    select * from {{ ref('int_answers') }}

),

series as (

    select * from answers
    where
        kind = 'level'
        and identified_by_codes
        and period_kind = 'year'
        and obs_status <> 'target'
        and is_preferred_period
        and n_answers = 1
        and obs_value > 0

),

with_previous as (

    select
        *,
        ln(obs_value) as log_value,
        lag(obs_value) over by_year as previous_value,
        lag(observation_id) over by_year as previous_observation_id,
        lag(year) over by_year as previous_year,
        count(*) over (partition by series_key) as n_years,
        median(ln(obs_value)) over (partition by series_key) as median_log

    from series

    window by_year as (partition by series_key order by year)

),

with_spread as (

    select
        *,
        median(abs(log_value - median_log)) over (partition by series_key) as spread

    from with_previous

),

flagged as (

    select
        *,
        obs_value / previous_value as ratio,
        case
            when
                year - previous_year <= 3
                and greatest(obs_value, previous_value) >= 20
                and (obs_value >= 5 * previous_value or obs_value * 5 <= previous_value)
                then 'step'
            when
                n_years >= 5
                and spread > 0
                and abs(log_value - median_log) > 3.5 * 1.4826 * spread
                then 'outlier'
        end as anomaly_kind

    from with_spread

),

final as (

    select
        observation_id,
        anomaly_kind,
        report_id,
        indicator,
        substance,
        ref_area,
        series_estimator as estimator,
        year,
        unit_measure,
        obs_value,
        cast(previous_year as integer) as previous_year,
        previous_value,
        previous_observation_id,
        round(ratio, 4) as ratio

    from flagged

    where anomaly_kind is not null

)

select * from final
