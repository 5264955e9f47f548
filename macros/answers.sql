{#-
  What every mart of answers has in common: where, when, what and by whom (`answer_context`),
  the value in a column that names its unit (`measures`), and the proof (`answer_evidence`).
-#}
{% macro answer_context(substance=true) -%}
    ref_area,
        ref_area_iso3,
        year,
        time_period,
        period_kind,
        {%- if substance %}
        substance,
        {%- endif %}
        series_estimator as estimator,
        indicator
{%- endmacro %}

{#-
  One column a measure, filled where indicator and unit are its own; percentages in
  `share_pct`; whatever fits none in `value_in_other_unit`, so that no figure is lost.
  `columns` maps a column's name to its indicator and units.
-#}
{% macro measures(columns) -%}
    {%- for name, (measured, units) in columns.items() -%}
        case
            when indicator = '{{ measured }}' and unit_measure in ({{ quoted(units) }})
                then obs_value
        end as {{ name }},
        {% endfor -%}
    case when unit_measure = 'PT' then obs_value end as share_pct,
        case
            when unit_measure <> 'PT'
            {%- for measured, units in columns.values() %}
            and not (indicator = '{{ measured }}' and unit_measure in ({{ quoted(units) }}))
            {%- endfor %}
                then obs_value
        end as value_in_other_unit
{%- endmacro %}

{% macro answer_evidence() -%}
    obs_value_high as value_high,
        unit_measure,
        qualifier,
        obs_status,
        observation_id,
        n_statements,
        agreement,
        is_preferred_period,
        usage_warning
{%- endmacro %}

{% macro quoted(names) -%}
    {%- for name in names -%}'{{ name }}'{{ ", " if not loop.last }}{%- endfor -%}
{%- endmacro %}
