with

reports as (

    select * from {{ ref('stg_reports') }}

),

documents as (

    select * from {{ ref('stg_documents') }}

),

editions as (

    select * from {{ ref('editions') }}

),

final as (

    select
        reports.*,
        coalesce(documents.title, reports.title) as chapter_title,
        editions.title as edition_title,
        editions.publisher,
        editions.published_on,
        editions.address,
        documents.report_id is not null as has_document,
        documents.text_sha256,
        documents.media_type,
        documents.layout,
        documents.file_name,
        documents.char_count,
        documents.page_count

    from reports

    left join documents
        on reports.report_id = documents.report_id

    left join editions
        on
            reports.series = editions.series
            and reports.edition = editions.edition

)

select * from final
