-- A total beside the sum of its parts: two or more forms of its substance, or parts of
-- its area, that one sentence states for the same period. Parts need not be all: a sum
-- below the total refutes nothing, a sum above it does.
with

levels as (

    select * from {{ ref('int_statements') }}
    where kind = 'level' and unit_measure <> 'PT'

),

parts_by_substance as (

    select
        totals.observation_id as total_id,
        'forms of the substance' as parts_are,
        parts.*

    from levels as totals

    inner join levels as parts
        on
            {{ same_sentence_series('totals', 'parts') }}
            and totals.substance = parts.parent_substance
            and coalesce(totals.ref_area, '') = coalesce(parts.ref_area, '')

),

parts_by_area as (

    select
        totals.observation_id as total_id,
        'parts of the area' as parts_are,
        parts.*

    from levels as totals

    inner join levels as parts
        on
            {{ same_sentence_series('totals', 'parts') }}
            and totals.ref_area = parts.ref_area_iso3
            and totals.ref_area <> parts.ref_area
            and coalesce(totals.substance, '') = coalesce(parts.substance, '')

),

parts as (

    select * from parts_by_substance

    union all

    select * from parts_by_area

),

sums as (

    select
        total_id,
        parts_are,
        round(sum(obs_value), 8) as computed,
        max(obs_value) as largest_part,
        sum({{ rounding_place() }}) / 2 as slack,
        string_agg(observation_id, ',' order by place, observation_id) as evidence_ids

    from parts

    group by total_id, parts_are

    having count(*) > 1

),

final as (

    select
        levels.*,
        'total' as claim_type,
        levels.obs_value as stated,
        sums.computed,
        case
            when abs(sums.computed - levels.obs_value) < 1e-6 then 'confirmed'
            when
                abs(sums.computed - levels.obs_value)
                <= sums.slack + {{ rounding_place('levels.') }} / 2
                then 'rounding'
            when sums.computed < levels.obs_value then 'not_checkable'
            else 'contradicted'
        end as verdict,
        case
            when
                sums.computed
                < levels.obs_value - sums.slack - {{ rounding_place('levels.') }} / 2
                then 'parts_may_be_incomplete'
        end as reason,
        sums.parts_are as basis,
        sums.evidence_ids

    from levels

    inner join sums
        on
            levels.observation_id = sums.total_id
            -- less than one of its parts is no total
            and levels.obs_value >= sums.largest_part

)

select * from final
