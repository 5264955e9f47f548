with

assessments as (

    select * from {{ ref('stg_assessments') }}

),

reports as (

    select * from {{ ref('stg_reports') }}
    where report_status = 'active'

),

ranked as (

    select
        *,
        row_number() over (
            partition by report_id, recommendation
            order by case origin when 'ledger' then 1 else 2 end
        ) as precedence

    from assessments

),

final as (

    select
        ranked.*,
        reports.edition as round,
        reports.edition_year as year,
        reports.ref_area,
        coalesce(ranked.rating_body, ranked.rating_summary) as rating,
        case
            when ranked.rating_body is null or ranked.rating_summary is null then 'one_only'
            when ranked.rating_body = ranked.rating_summary then 'equal'
            else 'conflict'
        end as agreement

    from ranked

    inner join reports
        on ranked.report_id = reports.report_id

    where ranked.precedence = 1

)

select * from final
