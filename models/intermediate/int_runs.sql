{{ config(materialized='ephemeral') }}

with

runs as (

    select * from {{ ref('stg_runs') }}

),

final as (

    select
        *,
        date_diff('millisecond', started_at, finished_at) / 1000.0 as duration_seconds

    from runs

)

select * from final
