-- The scale of each round: so far all rounds share one.
with

ratings as (

    select * from {{ ref('rating_scales') }}

),

rounds as (

    select distinct round from {{ ref('recommendations') }}

),

final as (

    select
        rounds.round,
        ratings.rating,
        ratings.rank as rating_rank,
        ratings.name,
        ratings.meaning

    from rounds

    cross join ratings

)

select * from final
