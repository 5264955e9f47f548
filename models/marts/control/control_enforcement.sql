with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'arrests': ('arrests', ['PERSONS', 'COUNT']),
            'investigations': ('investigations', ['COUNT', 'PERSONS']),
            'prosecutions': ('prosecutions', ['COUNT', 'PERSONS']),
            'convictions': ('convictions', ['COUNT', 'PERSONS']),
            'acquittals': ('acquittals', ['COUNT', 'PERSONS']),
            'prison_population': ('prison_population', ['PERSONS', 'COUNT']),
            'operations': ('operations', ['COUNT']),
            'organizations_disrupted': ('organizations_disrupted', ['COUNT']),
            'persons_killed': ('persons_killed', ['PERSONS', 'COUNT']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'control_enforcement'
        and kind <> 'change'

)

select * from final
