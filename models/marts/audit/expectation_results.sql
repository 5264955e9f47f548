with

results as (

    select * from {{ ref('int_expectation_results') }}

),

final as (

    select
        run_id,
        suite,
        expectation_id,
        table_name,
        column_name,
        expectation_type,
        severity,
        success,
        observed,
        unexpected_count,
        sample,
        note

    from results

)

select * from final
