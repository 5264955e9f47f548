with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'production_potential_kg': ('production_potential', ['KG']),
            'yield_kg_per_ha': ('crop_yield', ['KG PER HA']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'supply_production'
        and kind <> 'change'

)

select * from final
