{#-
  Which statements tell of one series: same kind, indicator, substance, area, estimator,
  unit, and plans apart from what happened.
-#}
{% macro series_key() -%}
    concat_ws(
        '|', kind, indicator, coalesce(substance, ''), coalesce(ref_area, ''),
        coalesce(series_estimator, ''), unit_measure,
        case obs_status when 'target' then 'target' else 'fact' end
    )
{%- endmacro %}

{#-
  The written rule of preference among statements of one quantity in one period: later
  edition over earlier, exact over qualified, more digits over fewer, stated period over
  inherited, read by a person over read by machine. Whole year over part is decided among
  periods (`int_answers`), and a named estimator is a series of its own (`series_key`).
-#}
{% macro preference() -%}
    edition_year desc,
    {{ qualifier_rank('qualifier') }},
    last_digit_place,
    case time_basis when 'stated' then 1 when 'inherited' then 2 else 3 end,
    case review when 'reviewed' then 1 else 2 end
{%- endmacro %}

{#-
  1 where a value is too far above its neighbour to be the same quantity: more than three
  times as much, or more than a quarter above it within one report. An edition may revise a
  figure by much; one report seldom gives the same figure twice and differently.
-#}
{% macro is_another_quantity(value, value_below, report, report_below) -%}
    case
        when {{ value_below }} is null or {{ value }} = {{ value_below }} then 0
        when {{ value }} > 3 * {{ value_below }} then 1
        when {{ value }} > 1.25 * {{ value_below }} and {{ report }} = {{ report_below }} then 1
        else 0
    end
{%- endmacro %}

{#- How one statement stands to the preferred one. -#}
{% macro relation_to(value, high, place, report, edition_year, report_series, preferred) -%}
    case
        when
            {{ value }} = {{ preferred }}.obs_value
            and coalesce({{ high }}, -1) = coalesce({{ preferred }}.obs_value_high, -1)
            then 'equal'
        when {{ is_rounding(value, preferred ~ '.obs_value', place, preferred ~ '.last_digit_place') }}
            then 'rounded'
        when
            {{ report_series }} = {{ preferred }}.series
            and {{ edition_year }} <> {{ preferred }}.edition_year
            then 'revised'
        else 'conflict'
    end
{%- endmacro %}

{#- Whether two figures may be one, rounded: within half a last place and a twentieth. -#}
{% macro is_rounding(one, other, place_one, place_other) -%}
    (
        abs({{ one }} - {{ other }}) <= 0.5 * greatest({{ place_one }}, {{ place_other }}) + 1e-9
        and abs({{ one }} - {{ other }}) <= 0.05 * greatest(abs({{ one }}), abs({{ other }}))
    )
{%- endmacro %}
