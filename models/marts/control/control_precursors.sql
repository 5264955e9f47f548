with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'seized_kg': ('seizure_mass', ['KG']),
            'seized_l': ('seizure_volume', ['L']),
            'seizures': ('seizure_events', ['COUNT']),
            'seized_usd': ('seizure_value', ['USD']),
            'destroyed_kg': ('drugs_destroyed_mass', ['KG']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'control_seizures'
        and substance_group = 'chemicals'
        and kind <> 'change'

)

select * from final
