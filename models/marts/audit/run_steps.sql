with

run_steps as (

    select * from {{ ref('int_run_steps') }}

),

final as (

    select
        run_id,
        step_index,
        step,
        started_at,
        finished_at,
        duration_seconds,
        step_status,
        rows_in,
        rows_out,
        peak_rss_bytes,
        message

    from run_steps

)

select * from final
