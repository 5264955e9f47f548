with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context(substance=false) }},
        {{ measures({
            'counternarcotics_usd': ('counternarcotics_budget', ['USD']),
            'agency_usd': ('agency_budget', ['USD']),
            'eradication_usd': ('eradication_budget', ['USD']),
            'foreign_assistance_usd': ('foreign_assistance', ['USD']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'governance_budgets'
        and kind <> 'change'

)

select * from final
