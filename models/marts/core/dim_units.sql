-- The listed units, and the rates that figures are stated in.
with

units as (

    select * from {{ ref('units') }}

),

rates as (

    select distinct
        stated_unit as unit_measure,
        stated_unit as name,
        'rate' as unit_kind,
        unit_measure as canonical_unit,
        unit_factor as factor

    from {{ ref('int_observations') }}

    where stated_unit like '% PER %'

),

together as (

    select
        unit_measure,
        name,
        unit_kind,
        canonical_unit,
        cast(factor as double) as factor,
        note
    from units

    union all

    select
        *,
        'from the factors of its two units' as note
    from rates

)

select * from together
