with

corrections as (

    select * from {{ ref('stg_corrections') }}

),

-- of several decisions on one column the latest stands
latest as (

    select
        *,
        row_number() over (
            partition by observation_id, column_name
            order by decided_on desc, correction_id desc
        ) as recency

    from corrections

    where correction_state = 'applied'

),

final as (

    select
        {% for column in correctable_columns() -%}
        max(case when column_name = '{{ column }}' then coalesce(corrected_value, '') end)
            as {{ column }},
        {% endfor -%}
        observation_id

    from latest

    where recency = 1

    group by observation_id

)

select * from final
