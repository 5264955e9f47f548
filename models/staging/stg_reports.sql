with

source as (

    select * from {{ source('staging', 'reports') }}

),

renamed as (

    select
        report_id,
        series,
        edition,
        edition_year,
        reference_year,
        nullif(ref_area, '') as ref_area,
        title,
        document_sha256,
        ledger_sha256,
        extractor_version,
        lexicon_version,
        fingerprint,
        status as report_status

    from source

)

select * from renamed
