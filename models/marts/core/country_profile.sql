-- One wide row a country and year with the headline figures.
with

headlines as (

    select * from {{ ref('int_headlines') }}

),

areas as (

    select * from {{ ref('areas') }}

),

pivoted as (

    select
        ref_area,
        year,
        {% for name, _, _, _, _ in headlines() -%}
        max(case when headline = '{{ name }}' then obs_value end) as {{ name }},
        max(case when headline = '{{ name }}' then observation_id end) as {{ name }}_obs,
        {% endfor -%}
        string_agg(
            case when period_kind = 'part_year' then headline || ' (' || time_period || ')' end,
            ', ' order by headline
        ) as partial_figures,
        string_agg(
            case when n_answers_to_choose > 1 then headline end, ', ' order by headline
        ) as chosen_among_several

    from headlines

    group by ref_area, year

),

final as (

    select
        areas.name as country_name,
        areas.region,
        pivoted.*

    from pivoted

    inner join areas
        on pivoted.ref_area = areas.ref_area

)

select * from final
