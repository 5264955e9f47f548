{#-
  Dates and kind of a period in the codebook's words: `2012`, `2013-07`,
  `2017-01/2017-10`, `2015/2016`. A period that cannot be read gives null.
-#}
{% macro period_start(time_period) -%}
    {%- set first = "split_part(" ~ time_period ~ ", '/', 1)" -%}
    case length({{ first }})
        when 4 then try_cast({{ first }} || '-01-01' as date)
        when 7 then try_cast({{ first }} || '-01' as date)
        when 10 then try_cast({{ first }} as date)
    end
{%- endmacro %}

{% macro period_end(time_period) -%}
    {%- set last = "coalesce(nullif(split_part(" ~ time_period ~ ", '/', 2), ''), " ~ time_period ~ ")" -%}
    case length({{ last }})
        when 4 then try_cast({{ last }} || '-12-31' as date)
        when 7 then last_day(try_cast({{ last }} || '-01' as date))
        when 10 then try_cast({{ last }} as date)
    end
{%- endmacro %}

{#- A year said as months (`2017-01/2017-12`) is a year to date, not the whole of it. -#}
{% macro period_kind(time_period, period_start, period_end) -%}
    case
        when extract(year from {{ period_start }}) <> extract(year from {{ period_end }}) then 'years'
        when length({{ time_period }}) = 4 then 'year'
        else 'part_year'
    end
{%- endmacro %}
