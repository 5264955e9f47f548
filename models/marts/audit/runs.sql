with

runs as (

    select * from {{ ref('int_runs') }}

),

final as (

    select
        run_id,
        command,
        started_at,
        finished_at,
        duration_seconds,
        run_status,
        exit_code,
        release_id,
        versions,
        message

    from runs

)

select * from final
