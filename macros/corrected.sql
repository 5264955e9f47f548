{#- The columns of an observation that a correction may change. -#}
{% macro correctable_columns() -%}
    {{ return([
        'kind', 'indicator', 'substance', 'ref_area', 'time_period', 'time_basis',
        'stated_value', 'stated_value_high', 'stated_unit', 'qualifier', 'obs_status', 'estimator',
    ]) }}
{%- endmacro %}

{#- The corrected value where there is one (an empty one clears the column), else the stated. -#}
{% macro corrected(column) -%}
    {%- set value = "nullif(corrections." ~ column ~ ", '')" -%}
    {%- if column.startswith('stated_value') -%}
        {%- set value = 'try_cast(' ~ value ~ ' as decimal(28, 8))' -%}
    {%- endif -%}
    case
        when corrections.{{ column }} is null then ranked.{{ column }}
        else {{ value }}
    end as {{ column }}
{%- endmacro %}
