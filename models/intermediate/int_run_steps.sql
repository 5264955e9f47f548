{{ config(materialized='ephemeral') }}

with

run_steps as (

    select * from {{ ref('stg_run_steps') }}

),

final as (

    select
        *,
        date_diff('millisecond', started_at, finished_at) / 1000.0 as duration_seconds

    from run_steps

)

select * from final
