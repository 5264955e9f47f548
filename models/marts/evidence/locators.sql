with

observations as (

    select * from {{ ref('int_observations') }}

),

final as (

    select
        observation_id,
        report_id,
        section,
        sentence_number,
        sentence_index,
        anchor,
        occurrence,
        number_word,
        number_text,
        review,
        note

    from observations

)

select * from final
