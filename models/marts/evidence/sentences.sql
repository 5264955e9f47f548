with

sentences as (

    select * from {{ ref('int_sentences') }}

),

final as (

    select
        report_id,
        sentence_index,
        section_id,
        sentence_number,
        paragraph_index,
        sentence_start,
        sentence_end,
        page,
        anchor,
        occurrence,
        sentence_text

    from sentences

)

select * from final
