with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context(substance=false) }},
        replace(indicator, 'recommendations_', '') as rating,
        obs_value as n_stated,
        {{ answer_evidence() }}

    from answers

    where mart = 'governance_mem_tally' and kind = 'level'

)

select * from final
