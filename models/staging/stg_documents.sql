with

source as (

    select * from {{ source('staging', 'documents') }}

),

renamed as (

    select
        report_id,
        sha256 as document_sha256,
        text_sha256,
        media_type,
        layout,
        file_name,
        title,
        char_count,
        page_count,
        text as document_text

    from source

)

select * from renamed
