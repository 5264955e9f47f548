with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'alternative_crops_ha': ('alternative_crops_area', ['HA']),
            'families_supported': ('alternative_development_families', ['COUNT', 'FAMILIES', 'PERSONS']),
            'licit_cultivation_ha': ('licit_cultivation_area', ['HA']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'supply_alternative_development'
        and kind <> 'change'

)

select * from final
