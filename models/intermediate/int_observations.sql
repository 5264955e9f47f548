with

coded as (

    select * from {{ ref('int_observations_coded') }}

),

final as (

    select
        * exclude (reject_reason),
        cast(extract(year from period_end) as integer) as year,
        {{ period_kind('time_period', 'period_start', 'period_end') }} as period_kind,
        section || '/' || sentence_number as sentence_key,
        1000 * sentence_number + number_word as place,
        {{ last_digit_place('stated_value') }} * unit_factor as last_digit_place

    from coded

    where reject_reason is null

)

select * from final
