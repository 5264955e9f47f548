with

source as (

    select * from {{ source('staging', 'assessments') }}

),

renamed as (

    select
        report_id,
        recommendation,
        origin,
        chapter,
        rating_body,
        rating_summary,
        body_start,
        body_end,
        summary_start,
        summary_end,
        verification

    from source

)

select * from renamed
