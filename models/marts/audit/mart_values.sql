{% for mart in answer_marts() -%}
-- depends_on: {{ ref(mart) }}
{% endfor -%}
with

together as (

    {% for mart, columns in answer_marts().items() -%}
    {%- set last_mart = loop.last -%}
    {%- for column in columns -%}
    select
        '{{ mart }}' as mart,
        '{{ column }}' as column_name,
        {{ column }} as observation_id
    from {{ ref(mart) }}
    where {{ column }} is not null
    {%- if not (last_mart and loop.last) %}

    union all

    {% endif -%}
    {%- endfor -%}
    {%- endfor %}

)

select * from together
