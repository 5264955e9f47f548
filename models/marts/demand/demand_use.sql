with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'drug_users': ('drug_users', ['PERSONS', 'COUNT']),
            'new_users': ('new_users', ['PERSONS', 'COUNT']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'demand_use'
        and kind <> 'change'

)

select * from final
