with

statements as (

    select * from {{ ref('int_statements') }}

),

preferred as (

    select * from statements
    where preference_order = 1

),

final as (

    select
        statements.*,
        preferred.observation_id as preferred_observation_id,
        case
            when statements.preference_order = 1 then 'preferred'
            else {{ relation_to(
                'statements.obs_value', 'statements.obs_value_high', 'statements.last_digit_place',
                'statements.report_id', 'statements.edition_year', 'statements.series', 'preferred'
            ) }}
        end as relation,
        statements.preference_order > 1
        and statements.preference_rank = 1
        and statements.obs_value <> preferred.obs_value as ties_with_preferred

    from statements

    inner join preferred
        on statements.answer_id = preferred.answer_id

)

select * from final
