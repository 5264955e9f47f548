with

changes as (

    select {{ claim_columns() }} from {{ ref('int_claim_changes') }}

),

shares as (

    select {{ claim_columns() }} from {{ ref('int_claim_shares') }}

),

totals as (

    select {{ claim_columns() }} from {{ ref('int_claim_totals') }}

),

tallies as (

    select {{ claim_columns() }} from {{ ref('int_claim_tallies') }}

),

together as (

    select * from changes

    union all

    select * from shares

    union all

    select * from totals

    union all

    select * from tallies

),

final as (

    select
        md5(concat_ws('|', observation_id, claim_type, basis)) as claim_id,
        observation_id,
        report_id,
        claim_type,
        indicator,
        substance,
        ref_area,
        time_period,
        estimator,
        stated,
        round(computed, 4) as computed,
        round(computed - stated, 4) as difference,
        unit_measure,
        verdict,
        reason,
        basis,
        evidence_ids

    from together

)

select * from final
