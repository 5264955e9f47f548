with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context(substance=false) }},
        {{ measures({
            'vehicles_seized': ('vehicles_seized', ['COUNT']),
            'firearms_seized': ('firearms_seized', ['COUNT']),
            'cash_seized_usd': ('cash_seized', ['USD']),
            'assets_seized_usd': ('assets_seized', ['USD']),
            'assets_forfeited_usd': ('assets_forfeited', ['USD']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'control_assets'
        and kind <> 'change'

)

select * from final
