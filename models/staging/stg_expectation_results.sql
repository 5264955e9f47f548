with

source as (

    select * from {{ source('ops', 'expectation_results') }}

),

renamed as (

    select
        run_id,
        suite,
        expectation_id,
        table_name,
        column_name,
        expectation_type,
        severity,
        success,
        observed,
        unexpected_count,
        sample,
        note

    from source

)

select * from renamed
