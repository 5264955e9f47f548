with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'trafficked_kg': ('trafficked_mass', ['KG']),
            'consignment_kg': ('consignment_mass', ['KG']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'control_trafficking'
        and kind <> 'change'

)

select * from final
