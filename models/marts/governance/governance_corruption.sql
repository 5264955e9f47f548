with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context(substance=false) }},
        {{ measures({
            'corruption_cases': ('corruption_cases', ['COUNT', 'PERSONS']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'governance_corruption'
        and kind <> 'change'

)

select * from final
