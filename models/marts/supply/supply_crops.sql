-- Cultivation by estimator beside the eradication of the same area, crop and period.
with

answers as (

    select * from {{ ref('int_answers') }}

),

cultivation as (

    select * from answers
    where indicator = 'cultivation_area' and kind <> 'change'

),

-- one eradication figure an area, crop and period: the best supported
eradication as (

    select
        *,
        count(*) over same_period as n_eradication_figures,
        row_number() over (
            same_period
            order by
                n_statements desc, edition_year desc, obs_value desc, observation_id asc
        ) as choice

    from answers

    where
        indicator = 'eradication_area'
        and unit_measure = 'HA'
        and kind = 'level'
        and obs_status <> 'target'

    window same_period as (partition by coalesce(ref_area, ''), substance, time_period)

),

joined as (

    select
        cultivation.*,
        eradication.obs_value as eradicated_ha,
        eradication.series_estimator as eradication_estimator,
        eradication.observation_id as eradication_observation_id,
        eradication.agreement as eradication_agreement,
        coalesce(eradication.n_eradication_figures, 0) as n_eradication_figures,
        case when cultivation.unit_measure = 'HA' then cultivation.obs_value end as cultivated_ha

    from cultivation

    left join eradication
        on
            coalesce(cultivation.ref_area, '') = coalesce(eradication.ref_area, '')
            and cultivation.substance = eradication.substance
            and cultivation.time_period = eradication.time_period
            and eradication.choice = 1

),

final as (

    select
        {{ answer_context() }},
        cultivated_ha,
        case when unit_measure = 'PT' then obs_value end as share_pct,
        case when unit_measure not in ('HA', 'PT') then obs_value end as value_in_other_unit,
        eradicated_ha,
        eradication_estimator,
        eradication_observation_id,
        eradication_agreement,
        cast(n_eradication_figures as integer) as n_eradication_figures,
        case when eradicated_ha <= cultivated_ha then cultivated_ha - eradicated_ha end
            as remaining_ha,
        round(100 * eradicated_ha / nullif(cultivated_ha, 0), 1) as eradicated_pct_of_cultivated,
        {{ answer_evidence() }}

    from joined

)

select * from final
