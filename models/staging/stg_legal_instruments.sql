with

source as (

    select * from {{ source('staging', 'legal_instruments') }}

),

renamed as (

    select
        report_id,
        instrument,
        sentence_index,
        participation,
        quote,
        quote_start,
        quote_end

    from source

)

select * from renamed
