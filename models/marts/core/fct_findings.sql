with

findings as (

    select * from {{ ref('int_findings') }}

),

assessments as (

    select * from {{ ref('int_assessments') }}

),

final as (

    select
        findings.finding_id,
        findings.report_id,
        findings.round,
        findings.ref_area,
        findings.recommendation,
        assessments.chapter,
        assessments.rating,
        findings.polarity,
        findings.topic,
        findings.quote,
        findings.quote_start,
        findings.quote_end,
        findings.section,
        findings.sentence_number,
        findings.origin,
        findings.verification

    from findings

    left join assessments
        on
            findings.report_id = assessments.report_id
            and findings.recommendation = assessments.recommendation

)

select * from final
