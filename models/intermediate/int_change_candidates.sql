-- The levels that a stated change may be computed from: those of its own report, and the
-- preferred ones of the series' other editions.
with

statements as (

    select * from {{ ref('int_statements') }}

),

answers as (

    select * from {{ ref('int_answers') }}

),

claims as (

    select
        *,
        cast(extract(year from period_start) as integer) as first_year
    from statements
    where kind = 'change'

),

levels as (

    select
        statements.*,
        answers.n_answers,
        answers.is_preferred_period and answers.observation_id = statements.observation_id
            as is_shown

    from statements

    inner join answers
        on statements.answer_id = answers.answer_id

    where
        statements.kind = 'level'
        and statements.obs_status <> 'target'

),

shown_levels as (

    select * from levels
    where is_shown

),

own as (

    select
        {{ change_candidate('claims', 'levels') }},
        case when claims.sentence_key = levels.sentence_key then 1 else 2 end as remoteness

    from claims

    inner join levels
        on
            claims.report_id = levels.report_id
            and {{ same_subject('claims', 'levels') }}

),

other_editions as (

    select
        {{ change_candidate('claims', 'shown_levels') }},
        3 as remoteness

    from claims

    inner join shown_levels
        on
            claims.series = shown_levels.series
            and {{ same_subject('claims', 'shown_levels') }}

    where claims.report_id <> shown_levels.report_id

),

together as (

    select * from own

    union all

    select * from other_editions

),

-- outside the claim's sentence a level serves only where its codes name one quantity
final as (

    select * from together
    where
        case
            when remoteness = 1
                then coalesce(claim_estimator = level_estimator, true)
            else
                coalesce(claim_estimator, '') = coalesce(level_estimator, '')
                and n_answers = 1
                and (identified_by_codes or (unit_kind = 'money' and claim_estimator is not null))
        end

)

select * from final
