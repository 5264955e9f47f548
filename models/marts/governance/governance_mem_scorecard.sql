with

assessments as (

    select * from {{ ref('int_assessments') }}

),

recommendations as (

    select * from {{ ref('recommendations') }}

),

ratings as (

    select * from {{ ref('rating_scales') }}

),

findings as (

    select
        report_id,
        recommendation,
        count(*) filter (where polarity = 'strength') as n_strengths,
        count(*) filter (where polarity = 'shortcoming') as n_shortcomings,
        string_agg(distinct topic, ', ' order by topic) filter (where polarity = 'shortcoming')
            as shortcoming_topics

    from {{ ref('int_findings') }}

    group by all

),

joined as (

    select
        assessments.*,
        recommendations.topic,
        ratings.rank as rating_rank,
        coalesce(findings.n_strengths, 0) as n_strengths,
        coalesce(findings.n_shortcomings, 0) as n_shortcomings,
        findings.shortcoming_topics

    from assessments

    left join recommendations
        on
            assessments.round = recommendations.round
            and assessments.recommendation = recommendations.recommendation

    left join ratings
        on assessments.rating = ratings.rating

    left join findings
        on
            assessments.report_id = findings.report_id
            and assessments.recommendation = findings.recommendation

),

-- numbers change between rounds: the topic carries over
with_movement as (

    select
        *,
        lag(round) over by_topic as previous_round,
        lag(rating) over by_topic as previous_rating,
        rating_rank - lag(rating_rank) over by_topic as movement

    from joined

    window by_topic as (
        partition by ref_area, coalesce(topic, report_id || recommendation) order by round
    )

),

final as (

    select
        report_id,
        ref_area,
        round,
        year,
        recommendation,
        chapter,
        topic,
        rating,
        cast(rating_rank as integer) as rating_rank,
        rating_body,
        rating_summary,
        agreement,
        cast(previous_round as integer) as previous_round,
        previous_rating,
        cast(movement as integer) as movement,
        cast(n_strengths as integer) as n_strengths,
        cast(n_shortcomings as integer) as n_shortcomings,
        shortcoming_topics,
        verification

    from with_movement

)

select * from final
