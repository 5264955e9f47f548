-- Where each observation is shown, or why no mart shows it.
with

statements as (

    select * from {{ ref('int_statement_relations') }}

),

shown as (

    select
        observation_id,
        string_agg(distinct mart, ', ' order by mart) as shown_in

    from {{ ref('mart_values') }}

    group by observation_id

),

claims as (

    select distinct observation_id
    from {{ ref('claim_checks') }}

),

final as (

    select
        statements.observation_id,
        statements.report_id,
        statements.indicator,
        statements.kind,
        shown.shown_in,
        case
            when shown.shown_in is not null then 'shown'
            when statements.relation <> 'preferred' then 'supports_preferred'
            when claims.observation_id is not null then 'claim_checks'
            when statements.mart is null then 'indicator_has_no_mart'
            else 'unexplained'
        end as membership,
        case when statements.relation <> 'preferred' then statements.preferred_observation_id end
            as preferred_observation_id

    from statements

    left join shown
        on statements.observation_id = shown.observation_id

    left join claims
        on statements.observation_id = claims.observation_id

)

select * from final
