with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context(substance=false) }},
        {{ measures({
            'extraditions': ('extraditions', ['PERSONS', 'COUNT']),
            'extradition_requests': ('extradition_requests', ['COUNT', 'PERSONS']),
            'agreements': ('agreements', ['COUNT']),
            'equipment_donated': ('equipment_donated', ['COUNT']),
            'summit_participants': ('summit_participants', ['COUNT', 'PERSONS']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'governance_cooperation'
        and kind <> 'change'

)

select * from final
