with

areas as (

    select * from {{ ref('int_areas') }}

),

final as (

    select
        ref_area,
        name,
        area_kind,
        country,
        parent_area,
        iso2,
        region,
        subregion

    from areas

)

select * from final
