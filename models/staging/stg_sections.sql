with

source as (

    select * from {{ source('staging', 'sections') }}

),

renamed as (

    select
        report_id,
        section_id,
        ordinal,
        title,
        nullif(chapter, '') as chapter,
        start_char as section_start,
        end_char as section_end

    from source

)

select * from renamed
