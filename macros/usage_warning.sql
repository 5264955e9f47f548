{#- What a reader must know before putting this value beside another; null where nothing. -#}
{% macro usage_warning() -%}
    nullif(concat_ws(
        '; ',
        case when obs_status = 'target' then 'a target, not a result' end,
        case when period_kind = 'part_year' then 'covers ' || time_period || ' only, not a whole year' end,
        case when period_kind = 'years' then 'covers several years (' || time_period || ')' end,
        case when time_basis = 'report' then 'the text states no period: the year reported on is taken' end,
        case when n_answers > 1 then 'other figures bear the same codes and may measure something else' end,
        case when has_other_estimators then 'others give another figure by another method: never add or average' end,
        case when agreement = 'conflict' then 'statements contradict each other: see audit.statements' end,
        case when agreement = 'revised' then 'editions differ: the later one is shown' end
    ), '')
{%- endmacro %}
