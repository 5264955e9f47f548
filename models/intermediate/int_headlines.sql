-- One answer a headline, country and year: the whole year's where there is one, then the
-- best supported, then the later edition's.
with

answers as (

    select * from {{ ref('int_answers') }}
    where
        kind = 'level'
        and obs_status <> 'target'
        and period_kind <> 'years'
        and ref_area = ref_area_iso3

),

named as (

    select
        *,
        case
            {%- for headline in headlines() %}
            when {{ is_headline(headline) }} then '{{ headline[0] }}'
            {%- endfor %}
        end as headline

    from answers

),

ranked as (

    select
        *,
        count(*) over same_headline as n_answers_to_choose,
        row_number() over (
            same_headline
            order by
                case period_kind when 'year' then 1 else 2 end asc,
                period_end - period_start desc,
                n_statements desc,
                edition_year desc,
                obs_value desc,
                observation_id asc
        ) as choice

    from named

    where headline is not null

    window same_headline as (partition by headline, ref_area, year)

),

final as (

    select
        headline,
        ref_area,
        year,
        time_period,
        period_kind,
        obs_value,
        observation_id,
        series_estimator,
        agreement,
        n_answers_to_choose

    from ranked

    where choice = 1

)

select * from final
