-- Every day that a metric may be asked for.
with

days as (

    select cast(day_number as date) as day
    from generate_series(timestamp '1990-01-01', timestamp '2035-12-31', interval 1 day)
        as days_of_the_spine (day_number)

),

final as (

    select day from days

)

select * from final
