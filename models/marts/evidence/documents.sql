with

documents as (

    select * from {{ ref('int_documents') }}

),

final as (

    select
        report_id,
        document_sha256,
        text_sha256,
        media_type,
        layout,
        file_name,
        title,
        char_count,
        page_count,
        document_text

    from documents

)

select * from final
