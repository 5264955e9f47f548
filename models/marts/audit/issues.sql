with

issues as (

    select * from {{ ref('int_issues') }}

),

final as (

    select
        run_id,
        issue_index,
        severity,
        issue_code,
        report_id,
        place,
        expected,
        found

    from issues

)

select * from final
