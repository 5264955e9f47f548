-- The levels that a stated change may be computed from: those of its own report, and the
-- preferred ones of the series' other editions.
with

statements as (

    select * from {{ ref('int_statements') }}

),

answers as (

    select observation_id from {{ ref('int_answers') }}
    where is_preferred_period

),

claims as (

    select
        *,
        cast(extract(year from period_start) as integer) as first_year
    from statements
    where kind = 'change'

),

levels as (

    select * from statements
    where kind = 'level'

),

preferred_levels as (

    select levels.*
    from levels
    inner join answers
        on levels.observation_id = answers.observation_id

),

own as (

    select
        {{ change_candidate('claims', 'levels') }},
        case when claims.sentence_index = levels.sentence_index then 1 else 2 end as remoteness

    from claims

    inner join levels
        on
            claims.report_id = levels.report_id
            and {{ same_subject('claims', 'levels') }}

),

other_editions as (

    select
        {{ change_candidate('claims', 'preferred_levels') }},
        3 as remoteness

    from claims

    inner join preferred_levels
        on
            claims.series = preferred_levels.series
            and {{ same_subject('claims', 'preferred_levels') }}

    where claims.report_id <> preferred_levels.report_id

),

together as (

    select * from own

    union all

    select * from other_editions

),

final as (

    select * from together
    where
        claim_estimator is null
        or level_estimator is null
        or claim_estimator = level_estimator

)

select * from final
