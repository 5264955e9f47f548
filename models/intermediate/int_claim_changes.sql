-- Each stated change beside the one computed from the nearest pair of levels.
with

claims as (

    select * from {{ ref('int_statements') }}
    where kind = 'change'

),

candidates as (

    select * from {{ ref('int_change_candidates') }}

),

laters as (

    select * from candidates
    where
        year = claim_year
        and (claim_period_kind = 'years' or time_period = claim_period or remoteness = 1)

),

laters_seen as (

    select distinct claim_id from laters

),

pairs as (

    select
        laters.claim_id,
        laters.obs_value as later_value,
        laters.last_digit_place as later_value_place,
        laters.level_id || ',' || earlier.level_id as evidence_ids,
        laters.unit_measure as level_unit,
        earlier.obs_value as earlier_value,
        earlier.last_digit_place as earlier_value_place,
        greatest(laters.remoteness, earlier.remoteness) as remoteness,
        row_number() over (
            partition by laters.claim_id
            order by
                case when laters.level_estimator = laters.claim_estimator then 1 else 2 end,
                laters.remoteness + earlier.remoteness,
                laters.distance + earlier.distance, evidence_ids
        ) as nearness

    from laters

    inner join candidates as earlier
        on
            laters.claim_id = earlier.claim_id
            and laters.unit_measure = earlier.unit_measure
            and coalesce(laters.level_estimator, '') = coalesce(earlier.level_estimator, '')
            and laters.year > earlier.year

    where
        abs(laters.n_days - earlier.n_days) <= 31
        and case
            when laters.claim_period_kind = 'years' then earlier.year = laters.claim_first_year
            else earlier.year = laters.year - 1 or earlier.remoteness = 1
        end

),

computed as (

    select
        claims.*,
        pairs.*,
        case
            when claims.unit_measure <> 'PT' then pairs.later_value - pairs.earlier_value
            when pairs.earlier_value > 0 and pairs.level_unit <> 'PT'
                then {{ pct_change('pairs.later_value', 'pairs.earlier_value', 0) }}
        end as computed,
        {{ pct_change('pairs.later_value', 'pairs.earlier_value', -1) }} as computed_low,
        {{ pct_change('pairs.later_value', 'pairs.earlier_value', 1) }} as computed_high,
        laters_seen.claim_id is not null as has_later

    from claims

    left join pairs
        on
            claims.observation_id = pairs.claim_id
            and pairs.nearness = 1
            and claims.obs_status <> 'target'

    left join laters_seen on claims.observation_id = laters_seen.claim_id

),

final as (

    select
        *,
        'change' as claim_type,
        obs_value as stated,
        {{ claim_verdict(
            'obs_value', 'computed', 'least(last_digit_place, 1)', 'computed_low', 'computed_high',
            'qualifier', 'number_text'
        ) }} as verdict,
        case
            when computed is not null then null
            when obs_status = 'target' then 'planned'
            when earlier_value = 0 then 'base_is_zero'
            when level_unit = 'PT' then 'percent_or_points'
            when has_later then 'no_earlier_level'
            else 'no_later_level'
        end as reason,
        case remoteness when 1 then 'sentence' when 2 then 'report' when 3 then 'series' end
            as basis

    from computed

)

select * from final
