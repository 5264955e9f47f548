with

mentions as (

    select * from {{ ref('int_number_mentions') }}

),

final as (

    select
        report_id,
        mention_index,
        sentence_index,
        number_start,
        number_end,
        number_text,
        number_value,
        disposition,
        rule_id,
        observation_id,
        stands_as_fact

    from mentions

)

select * from final
