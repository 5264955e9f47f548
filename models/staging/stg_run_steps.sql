with

source as (

    select * from {{ source('ops', 'run_steps') }}

),

renamed as (

    select
        run_id,
        step_index,
        step,
        started_at,
        finished_at,
        status as step_status,
        rows_in,
        rows_out,
        peak_rss_bytes,
        message

    from source

)

select * from renamed
