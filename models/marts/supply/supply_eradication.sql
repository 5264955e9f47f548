with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'eradicated_ha': ('eradication_area', ['HA']),
            'eradicated_kg': ('eradication_mass', ['KG']),
            'eradicated_plants': ('eradication_plants', ['PLANTS', 'COUNT']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'supply_eradication'
        and kind <> 'change'

)

select * from final
