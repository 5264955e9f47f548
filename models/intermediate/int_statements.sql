-- Statements of one quantity, gathered. Codes alone do not always name a quantity: a
-- report may give several counts under one code, so figures far apart are kept apart.
with

statements as (

    select
        *,
        {{ series_key() }} as series_key,
        {{ series_key() }} || '|' || time_period as slot_key,
        case when identified_by_codes then '' else cast(obs_value as varchar) end as own_value

    from {{ ref('int_statements_attributed') }}

),

neighbours as (

    select
        *,
        lag(obs_value) over by_value as value_below,
        lag(report_id) over by_value as report_below

    from statements

    window by_value as (
        partition by slot_key, own_value order by obs_value, observation_id
    )

),

gaps as (

    select
        *,
        {{ is_another_quantity('obs_value', 'value_below', 'report_id', 'report_below') }}
            as starts_group

    from neighbours

),

grouped as (

    select
        *,
        sum(starts_group) over (
            partition by slot_key, own_value
            order by obs_value, observation_id
            rows between unbounded preceding and current row
        ) as value_group

    from gaps

),

keyed as (

    select
        *,
        md5(slot_key || '|' || own_value || '|' || value_group) as answer_id

    from grouped

),

ranked as (

    select
        *,
        rank() over (partition by answer_id order by {{ preference() }}) as preference_rank,
        row_number() over (
            partition by answer_id
            order by {{ preference() }}, report_id, section, place, observation_id
        ) as preference_order

    from keyed

),

final as (

    select * exclude (value_below, report_below, starts_group, own_value, value_group)
    from ranked

)

select * from final
