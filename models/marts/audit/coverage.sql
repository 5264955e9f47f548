with

reports as (

    select * from {{ ref('int_reports') }}

),

mentions as (

    select
        report_id,
        count(*) as n_numbers,
        count(*) filter (where stands_as_fact) as n_numbers_in_facts,
        count(*) filter (where disposition = 'unexplained') as n_unexplained
    from {{ ref('int_number_mentions') }}
    group by report_id

),

observations as (

    select
        report_id,
        count(*) as n_facts,
        count(*) filter (where origin = 'ledger') as n_ledger,
        count(*) filter (where origin = 'extracted') as n_extracted,
        count(*) filter (where origin = 'corrected') as n_corrected,
        count(*) filter (where verification = 'verified') as n_verified,
        count(*) filter (where verification in ('not_found', 'contradicted')) as n_refuted,
        count(*) filter (where review = 'reviewed') as n_reviewed
    from {{ ref('int_observations') }}
    group by report_id

),

assessments as (

    select
        report_id,
        count(*) as n_assessments
    from {{ ref('int_assessments') }}
    group by report_id

),

final as (

    select
        reports.report_id,
        reports.has_document,
        reports.char_count,
        {% for column in ['n_numbers', 'n_numbers_in_facts', 'n_unexplained'] -%}
        coalesce(mentions.{{ column }}, 0) as {{ column }},
        {% endfor -%}
        {% for column in [
            'n_facts', 'n_ledger', 'n_extracted', 'n_corrected', 'n_verified', 'n_refuted',
            'n_reviewed'
        ] -%}
        coalesce(observations.{{ column }}, 0) as {{ column }},
        {% endfor -%}
        coalesce(assessments.n_assessments, 0) as n_assessments

    from reports

    left join mentions
        on reports.report_id = mentions.report_id

    left join observations
        on reports.report_id = observations.report_id

    left join assessments
        on reports.report_id = assessments.report_id

)

select * from final
