with

coded as (

    select * from {{ ref('int_observations_coded') }}

),

final as (

    select
        observation_id,
        report_id,
        origin,
        reject_reason,
        kind,
        indicator,
        substance,
        ref_area,
        time_period,
        cast(stated_value as double) as stated_value,
        stated_unit,
        section,
        sentence_number,
        rule_id

    from coded

    where reject_reason is not null

)

select * from final
