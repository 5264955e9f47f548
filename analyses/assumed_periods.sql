-- How many figures of each report rest on an assumed period: the text never states one, so
-- the year reported on was taken.
with

observations as (

    select * from {{ ref('fct_observations') }}

),

final as (

    select
        report_id,
        count(*) as n_facts,
        count(*) filter (where time_basis = 'report') as n_assumed,
        round(100.0 * count(*) filter (where time_basis = 'report') / count(*), 1) as assumed_pct

    from observations

    group by report_id

)

select * from final
order by assumed_pct desc, report_id asc
