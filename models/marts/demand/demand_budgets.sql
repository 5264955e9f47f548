with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context(substance=false) }},
        {{ measures({
            'demand_reduction_usd': ('demand_reduction_budget', ['USD']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'demand_budgets'
        and kind <> 'change'

)

select * from final
