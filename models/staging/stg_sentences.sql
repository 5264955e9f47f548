with

source as (

    select * from {{ source('staging', 'sentences') }}

),

renamed as (

    select
        report_id,
        sentence_index,
        section_id,
        sentence_number,
        paragraph_index,
        start_char as sentence_start,
        end_char as sentence_end,
        nullif(page, 0) as page,
        anchor,
        occurrence,
        text as sentence_text

    from source

)

select * from renamed
