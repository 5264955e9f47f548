{{ config(materialized='ephemeral') }}

-- Corrections that change nothing: what they correct has gone, changed, or cannot be corrected.
with

corrections as (

    select * from {{ ref('stg_corrections') }}

),

observations as (

    select * from {{ ref('int_observations_merged') }}

),

final as (

    select
        corrections.correction_id,
        corrections.observation_id,
        observations.report_id,
        corrections.column_name,
        corrections.expected_value,
        case
            when observations.observation_id is null then 'correction_of_absent_fact'
            when corrections.column_name not in ({{ quoted(correctable_columns()) }})
                then 'correction_of_unknown_column'
            else 'stale_correction'
        end as problem

    from corrections

    left join observations
        on corrections.observation_id = observations.observation_id

    where
        observations.observation_id is null
        or corrections.column_name not in ({{ quoted(correctable_columns()) }})
        or corrections.correction_state <> 'applied'

)

select * from final
