with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'drug_deaths': ('drug_deaths', ['PERSONS', 'COUNT']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'demand_deaths'
        and kind <> 'change'

)

select * from final
