with

treaties as (

    select * from {{ ref('int_treaties') }}

),

instruments as (

    select * from {{ ref('legal_instruments') }}

),

final as (

    select
        treaties.report_id,
        treaties.ref_area,
        treaties.edition_year,
        treaties.instrument,
        instruments.name as instrument_name,
        treaties.participation,
        treaties.sentence_index,
        treaties.quote,
        treaties.quote_start,
        treaties.quote_end

    from treaties

    left join instruments
        on treaties.instrument = instruments.instrument

)

select * from final
