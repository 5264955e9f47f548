-- Which edition said what: one row a figure and report, where at least two reports state it.
with

relations as (

    select * from {{ ref('int_statement_relations') }}

),

one_per_report as (

    select
        *,
        row_number() over (
            partition by answer_id, report_id order by preference_order
        ) as report_order

    from relations

),

ordered as (

    select
        *,
        count(*) over (partition by answer_id) as n_reports,
        lag(obs_value) over by_edition as previous_value,
        lag(report_id) over by_edition as previous_report_id,
        lag(observation_id) over by_edition as previous_observation_id

    from one_per_report

    where report_order = 1

    window by_edition as (partition by answer_id order by edition_year, report_id)

),

final as (

    select
        answer_id,
        observation_id,
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
        previous_report_id,
        previous_observation_id,
        previous_value,
        round(obs_value - previous_value, 8) as revision,
        round({{ pct_change('obs_value', 'previous_value') }}, 2) as revision_pct

    from ordered

    where n_reports > 1

)

select * from final
