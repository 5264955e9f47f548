with

recommendations as (

    select * from {{ ref('recommendations') }}

),

final as (

    select
        round,
        recommendation,
        chapter,
        topic,
        applies_to

    from recommendations

)

select * from final
