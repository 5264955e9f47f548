{#- One kind of problem as rows of `audit.problems`. -#}
{% macro problem(severity, name, report_id, observation_id, place, expected, found) -%}
    {{ severity }} as severity,
        {{ name }} as problem,
        cast({{ report_id }} as varchar) as report_id,
        cast({{ observation_id }} as varchar) as observation_id,
        cast({{ place }} as varchar) as place,
        {{ expected }} as expected,
        cast({{ found }} as varchar) as found
{%- endmacro %}
