with

assessments as (

    select * from {{ ref('int_assessments') }}

),

final as (

    select
        report_id,
        round,
        year,
        ref_area,
        recommendation,
        chapter,
        rating,
        rating_body,
        rating_summary,
        agreement,
        agreement = 'equal' as ratings_agree,
        body_start,
        body_end,
        summary_start,
        summary_end,
        origin,
        verification

    from assessments

)

select * from final
