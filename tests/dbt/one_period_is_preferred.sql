-- A failure means: a series shows two periods for one year as the one to use.
select
    kind,
    indicator,
    substance,
    ref_area,
    unit_measure,
    obs_status = 'target' as is_target,
    series_estimator,
    year_slot,
    count(distinct time_period) as n_periods
from {{ ref('int_answers') }}
where is_preferred_period
group by all
having count(distinct time_period) > 1
