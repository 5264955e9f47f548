with

source as (

    select * from {{ source('staging', 'findings') }}

),

renamed as (

    select
        finding_id,
        origin,
        report_id,
        recommendation,
        polarity,
        nullif(topic, '') as topic,
        section_id as section,
        sentence_number,
        anchor,
        occurrence,
        sentence_index,
        quote,
        quote_start,
        quote_end,
        verification

    from source

)

select * from renamed
