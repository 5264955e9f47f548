with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'laboratories': ('laboratories_destroyed', ['COUNT']),
            'maceration_pits': ('maceration_pits_destroyed', ['COUNT']),
            'airstrips': ('airstrips_destroyed', ['COUNT']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'control_laboratories'
        and kind <> 'change'

)

select * from final
