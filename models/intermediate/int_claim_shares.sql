-- A share beside its part (nearest level of its sentence) and whole (largest of its series).
with

statements as (

    select * from {{ ref('int_statements') }}

),

claims as (

    select * from statements
    where kind = 'share'

),

levels as (

    select * from statements
    where kind = 'level' and unit_measure <> 'PT' and obs_status <> 'target'

),

parts as (

    select
        claims.observation_id as claim_id,
        levels.*,
        row_number() over (
            partition by claims.observation_id
            order by abs(levels.place - claims.place), levels.observation_id
        ) as nearness

    from claims

    inner join levels
        on
            claims.report_id = levels.report_id
            and claims.sentence_key = levels.sentence_key
            and claims.indicator = levels.indicator
            and coalesce(claims.substance, '') = coalesce(levels.substance, '')
            and coalesce(claims.ref_area, '') = coalesce(levels.ref_area, '')
            and claims.time_period = levels.time_period

),

wholes as (

    select
        claims.observation_id as claim_id,
        levels.*,
        row_number() over (
            partition by claims.observation_id
            order by levels.obs_value desc, levels.observation_id asc
        ) as size_order

    from claims

    inner join levels
        on
            claims.report_id = levels.report_id
            and claims.indicator = levels.indicator
            and split_part(claims.ref_area, '-', 1) = levels.ref_area
            and claims.time_period = levels.time_period
            and coalesce(claims.series_estimator, '') = coalesce(levels.series_estimator, '')

),

computed as (

    select
        claims.*,
        parts.obs_value as part_value,
        wholes.obs_value as whole_value,
        parts.observation_id || ',' || wholes.observation_id as evidence_ids,
        case
            when parts.obs_value < wholes.obs_value
                then 100 * parts.obs_value / wholes.obs_value
        end as computed,
        {{ share_bound('parts', 'wholes', -0.5) }} as computed_low,
        {{ share_bound('parts', 'wholes', 0.5) }} as computed_high

    from claims

    left join parts
        on
            claims.observation_id = parts.claim_id
            and parts.nearness = 1

    left join wholes
        on
            claims.observation_id = wholes.claim_id
            and wholes.size_order = 1
            and parts.unit_measure = wholes.unit_measure
            and coalesce(parts.series_estimator, '') = coalesce(wholes.series_estimator, '')

),

final as (

    select
        *,
        'share' as claim_type,
        obs_value as stated,
        {{ claim_verdict(
            'obs_value', 'computed', 'least(last_digit_place, 1)', 'computed_low', 'computed_high',
            'qualifier', 'number_text'
        ) }} as verdict,
        case
            when computed is not null then null
            when part_value is null or part_value = whole_value then 'no_part_stated'
            else 'no_whole_stated'
        end as reason,
        case when computed is not null then 'report' end as basis

    from computed

)

select * from final
