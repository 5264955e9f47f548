-- Countries, their parts, and every combination of them that a figure is about.
with

countries as (

    select * from {{ ref('areas') }}

),

sub_areas as (

    select * from {{ ref('sub_areas') }}

),

seen as (

    select distinct
        ref_area,
        ref_area_iso3
    from {{ ref('int_observations') }}
    where ref_area is not null

),

listed as (

    select
        ref_area,
        iso2,
        name,
        area_kind,
        ref_area as country,
        cast(null as varchar) as parent_area
    from countries

    union all

    select
        code as ref_area,
        null as iso2,
        name,
        kind as area_kind,
        split_part(code, '-', 1) as country,
        parent as parent_area
    from sub_areas

),

unlisted as (

    select
        seen.ref_area,
        null as iso2,
        seen.ref_area as name,
        case when strpos(seen.ref_area, ';') > 0 then 'several' else 'unlisted_part' end
            as area_kind,
        seen.ref_area_iso3 as country,
        case when strpos(seen.ref_area, ';') = 0 then seen.ref_area_iso3 end as parent_area

    from seen

    left join listed
        on seen.ref_area = listed.ref_area

    where listed.ref_area is null

),

together as (

    select * from listed

    union all

    select * from unlisted

),

final as (

    select
        together.*,
        countries.region,
        countries.subregion

    from together

    left join countries
        on together.country = countries.ref_area

)

select * from final
