with

source as (

    select * from {{ source('staging', 'observations') }}

),

renamed as (

    select
        observation_id,
        origin,
        report_id,
        kind,
        indicator,
        nullif(substance, '') as substance,
        nullif(ref_area, '') as ref_area,
        nullif(time_period, '') as time_period,
        time_basis,
        stated_value,
        stated_value_high,
        stated_unit,
        qualifier,
        obs_status,
        nullif(estimator, '') as estimator,
        section_id as section,
        sentence_number,
        sentence_index,
        anchor,
        occurrence,
        number_word,
        number_text,
        number_start,
        number_end,
        quote,
        quote_start,
        quote_end,
        nullif(page, 0) as page,
        verification,
        review,
        rule_id,
        extractor_version,
        note

    from source

)

select * from renamed
