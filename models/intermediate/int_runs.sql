{{ config(materialized='ephemeral') }}

with

runs as (

    select * from {{ ref('stg_runs') }}

)

select
    *,
    date_diff('millisecond', started_at, finished_at) / 1000.0 as duration_seconds
from runs
