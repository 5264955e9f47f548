with

findings as (

    select * from {{ ref('stg_findings') }}

),

reports as (

    select * from {{ ref('stg_reports') }}
    where report_status = 'active'

),

ranked as (

    select
        *,
        row_number() over (
            partition by finding_id
            order by case origin when 'ledger' then 1 else 2 end
        ) as precedence

    from findings

),

final as (

    select
        ranked.*,
        reports.edition as round,
        reports.ref_area

    from ranked

    inner join reports
        on ranked.report_id = reports.report_id

    where ranked.precedence = 1

)

select * from final
