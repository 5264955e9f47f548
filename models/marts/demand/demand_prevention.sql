with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context(substance=false) }},
        {{ measures({
            'prevention_participants': ('prevention_participants', ['PERSONS', 'COUNT']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'demand_prevention'
        and kind <> 'change'

)

select * from final
