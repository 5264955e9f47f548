with

observations as (

    select * from {{ ref('stg_observations') }}

),

corrections as (

    select * from {{ ref('int_corrections') }}

),

-- where ledger and extraction both hold a number, the ledger's row stands
ranked as (

    select
        *,
        row_number() over (
            partition by observation_id
            order by case origin when 'ledger' then 1 else 2 end
        ) as precedence

    from observations

),

final as (

    select
        ranked.observation_id,
        ranked.report_id,
        {% for column in correctable_columns() -%}
        {{ corrected(column) }},
        {% endfor -%}
        ranked.section,
        ranked.sentence_number,
        ranked.sentence_index,
        ranked.anchor,
        ranked.occurrence,
        ranked.number_word,
        ranked.number_text,
        ranked.number_start,
        ranked.number_end,
        ranked.quote,
        ranked.quote_start,
        ranked.quote_end,
        ranked.page,
        case when corrections.observation_id is null then ranked.origin else 'corrected' end
            as origin,
        ranked.verification,
        ranked.review,
        ranked.rule_id,
        ranked.extractor_version,
        ranked.note

    from ranked

    left join corrections
        on ranked.observation_id = corrections.observation_id

    where ranked.precedence = 1

)

select * from final
