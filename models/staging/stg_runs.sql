with

source as (

    select * from {{ source('ops', 'runs') }}

),

renamed as (

    select
        run_id,
        command,
        started_at,
        finished_at,
        status as run_status,
        exit_code,
        release_id,
        versions,
        message

    from source

)

select * from renamed
