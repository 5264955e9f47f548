{{ config(materialized='ephemeral') }}

-- Everything that the build could not take as it was, each with its culprit.
with

rejected as (

    select {{ problem(
        "case origin when 'extracted' then 'warning' else 'error' end", 'reject_reason',
        'report_id', 'observation_id', "section || ', sentence ' || sentence_number",
        "'a code, unit, area and period that the reference lists know'",
        "concat_ws(' | ', indicator, substance, ref_area, time_period, stated_unit)"
    ) }}
    from {{ ref('int_observations_coded') }}
    where reject_reason is not null

),

corrections as (

    select {{ problem(
        "'error'", 'problem', 'report_id', 'observation_id', "'correction ' || correction_id",
        "'a fact that still holds what was corrected'",
        "concat_ws(' ', column_name, expected_value)"
    ) }}
    from {{ ref('int_correction_problems') }}

),

ties as (

    select {{ problem(
        "'warning'", "'preference_tie'", 'report_id', 'observation_id',
        "'preferred: ' || preferred_observation_id", "'one preferred statement'", 'obs_value'
    ) }}
    from {{ ref('int_statement_relations') }}
    where ties_with_preferred

),

duplicates as (

    select {{ problem(
        "'error'", "'same_text_as_another_report'", 'report_id', 'null', 'file_name',
        "'one report a text'", 'text_sha256'
    ) }}
    from {{ ref('int_reports') }}
    where text_sha256 is not null
    qualify count(*) over (partition by text_sha256) > 1

),

areas as (

    select {{ problem(
        "'warning'", "'unlisted_area'", 'null', 'null', "'sub_areas.csv'",
        "'a line of the reference list'", 'ref_area'
    ) }}
    from {{ ref('int_areas') }}
    where area_kind = 'unlisted_part'

),

ratings as (

    select {{ problem(
        "'error'", "'ratings_' || agreement", 'report_id', 'null',
        "'recommendation ' || recommendation", "'the same rating in body and summary'",
        "concat_ws(' | ', rating_body, rating_summary)"
    ) }}
    from {{ ref('int_assessments') }}
    where agreement = 'conflict'

),

unknown_ratings as (

    select {{ problem(
        "'error'", "'unknown_rating'", 'assessments.report_id', 'null',
        "'recommendation ' || assessments.recommendation", "'a rating of the scale'",
        'assessments.rating'
    ) }}
    from {{ ref('int_assessments') }} as assessments
    left join {{ ref('rating_scales') }} as scales
        on assessments.rating = scales.rating
    where scales.rating is null

),

final as (

    select * from rejected
    union all
    select * from corrections
    union all
    select * from ties
    union all
    select * from duplicates
    union all
    select * from areas
    union all
    select * from ratings
    union all
    select * from unknown_ratings

)

select * from final
