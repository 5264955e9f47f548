with

source as (

    select * from {{ source('staging', 'number_mentions') }}

),

renamed as (

    select
        report_id,
        mention_index,
        sentence_index,
        start_char as number_start,
        end_char as number_end,
        text as number_text,
        cast(numeric_value as double) as number_value,
        disposition,
        rule_id,
        observation_id

    from source

)

select * from renamed
