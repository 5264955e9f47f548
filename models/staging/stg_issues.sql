with

source as (

    select * from {{ source('ops', 'issues') }}

),

renamed as (

    select
        run_id,
        issue_index,
        severity,
        code as issue_code,
        report_id,
        place,
        expected,
        found

    from source

)

select * from renamed
