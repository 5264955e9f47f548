{{ config(materialized='ephemeral') }}

-- Rows of observations at each station: what came in leaves by exactly one door.
with

staged as (

    select
        count(*) as n_staged,
        count(*) - count(distinct observation_id) as n_superseded
    from {{ ref('stg_observations') }}

),

coded as (

    select
        count(*) as n_coded,
        count(*) filter (where reject_reason is not null) as n_rejected
    from {{ ref('int_observations_coded') }}

),

accepted as (

    select count(*) as n_accepted from {{ ref('int_observations') }}

),

stated as (

    select count(*) as n_statements from {{ ref('int_statements') }}

),

final as (

    select
        staged.*,
        coded.*,
        accepted.*,
        stated.*

    from staged

    cross join coded
    cross join accepted
    cross join stated

)

select * from final
