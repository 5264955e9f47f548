-- A failure means: a fact bears a code that its dimension does not know, and a join would
-- lose it.
with

codes as (

    {% for column, dimension, key in [
        ('report_id', 'dim_reports', 'report_id'),
        ('indicator', 'dim_indicators', 'indicator'),
        ('substance', 'dim_substances', 'substance'),
        ('ref_area', 'dim_areas', 'ref_area'),
        ('stated_unit', 'dim_units', 'unit_measure'),
        ('estimator', 'dim_organizations', 'organization'),
    ] -%}
    select
        observations.observation_id,
        '{{ column }}' as column_name,
        observations.{{ column }} as code
    from {{ ref('fct_observations') }} as observations
    left join {{ ref(dimension) }} as dimension
        on observations.{{ column }} = dimension.{{ key }}
    where observations.{{ column }} is not null and dimension.{{ key }} is null
    {%- if not loop.last %}

    union all

    {% endif -%}
    {%- endfor %}

)

select * from codes
