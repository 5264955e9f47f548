-- The tally of ratings that an evaluation states beside the ratings counted one by one.
with

statements as (

    select
        *,
        replace(indicator, 'recommendations_', '') as rating
    from {{ ref('int_statements') }}
    where mart = 'governance_mem_tally' and kind = 'level'

),

assessments as (

    select * from {{ ref('int_assessments') }}

),

counted as (

    select
        report_id,
        rating,
        count(*) as n_counted
    from assessments
    group by report_id, rating

    union all

    select
        report_id,
        'total' as rating,
        count(*) as n_counted
    from assessments
    group by report_id

),

rated_reports as (

    select distinct report_id from assessments

),

joined as (

    select
        statements.*,
        case
            when rated_reports.report_id is not null
                then cast(coalesce(counted.n_counted, 0) as double)
        end as computed

    from statements

    left join rated_reports
        on statements.report_id = rated_reports.report_id

    left join counted
        on
            statements.report_id = counted.report_id
            and statements.rating = counted.rating

),

final as (

    select
        *,
        'tally' as claim_type,
        obs_value as stated,
        case
            when computed is null then 'not_checkable'
            when obs_value = computed then 'confirmed'
            else 'contradicted'
        end as verdict,
        case when computed is null then 'no_assessments' end as reason,
        'marts.fct_assessments' as basis,
        cast(null as varchar) as evidence_ids

    from joined

)

select * from final
