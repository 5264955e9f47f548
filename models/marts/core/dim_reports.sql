with

reports as (

    select * from {{ ref('int_reports') }}

),

final as (

    select
        report_id,
        series,
        edition,
        edition_year,
        reference_year,
        ref_area,
        chapter_title,
        edition_title,
        publisher,
        published_on,
        address,
        report_status,
        has_document,
        document_sha256,
        media_type,
        layout,
        page_count,
        extractor_version,
        lexicon_version

    from reports

)

select * from final
