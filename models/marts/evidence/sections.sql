with

sections as (

    select * from {{ ref('int_sections') }}

),

final as (

    select
        report_id,
        section_id,
        ordinal,
        title,
        chapter,
        section_start,
        section_end

    from sections

)

select * from final
