-- One row a quantity: the preferred statement of each series, period and value group.
with

relations as (

    select * from {{ ref('int_statement_relations') }}

),

agreement as (

    select
        answer_id,
        cast(count(*) as integer) as n_statements,
        case
            when count(*) = 1 then 'single'
            when bool_or(relation = 'conflict') then 'conflict'
            when bool_or(relation = 'revised') then 'revised'
            when bool_or(relation = 'rounded') then 'rounded'
            else 'equal'
        end as agreement

    from relations

    group by answer_id

),

groups_in_slot as (

    select
        slot_key,
        count(distinct answer_id) as n_answers

    from relations

    group by slot_key

),

joined as (

    select
        relations.*,
        agreement.n_statements,
        agreement.agreement,
        groups_in_slot.n_answers,
        -- periods of several years compete with none but themselves
        case relations.period_kind
            when 'years' then relations.time_period else cast(relations.year as varchar)
        end as year_slot

    from relations

    inner join agreement
        on relations.answer_id = agreement.answer_id

    inner join groups_in_slot
        on relations.slot_key = groups_in_slot.slot_key

    where relations.preference_order = 1

),

ranked as (

    select
        *,
        min(coalesce(series_estimator, '')) over same_subject
        <> max(coalesce(series_estimator, '')) over same_subject as has_other_estimators,
        -- whole year over part, the longer part over the shorter
        rank() over (
            partition by series_key, year_slot
            order by
                case period_kind when 'part_year' then 2 else 1 end,
                period_end - period_start desc,
                time_period
        ) = 1 as is_preferred_period

    from joined

    window same_subject as (
        partition by
            kind, indicator, coalesce(substance, ''), coalesce(ref_area, ''), time_period,
            unit_measure, case obs_status when 'target' then 1 else 2 end
    )

),

final as (

    select
        * exclude (preference_rank, preference_order, relation, ties_with_preferred),
        {{ usage_warning() }} as usage_warning

    from ranked

)

select * from final
