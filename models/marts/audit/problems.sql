with

problems as (

    select * from {{ ref('int_problems') }}

),

final as (

    select
        severity,
        problem,
        report_id,
        observation_id,
        place,
        expected,
        found

    from problems

)

select * from final
