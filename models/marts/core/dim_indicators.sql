with

indicators as (

    select * from {{ ref('indicators') }}

),

final as (

    select
        indicator,
        dimension,
        unit_kind,
        takes_substance,
        measures,
        identified_by_codes,
        mart,
        definition

    from indicators

)

select * from final
