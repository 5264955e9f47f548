{#-
  The place of a number's last digit that is not zero: 10000 for 170,000, 0.1 for 24.3.
  Half of it is how far rounding may have moved the number. 0 for zero.
-#}
{% macro last_digit_place(number) -%}
    case
        when {{ number }} = 0 then 0
        {%- for exponent in range(9, -8, -1) %}
        when {{ number }} % {{ '%.8f' % (10.0 ** exponent) }} = 0 then 1e{{ exponent }}
        {%- endfor %}
        else 1e-8
    end
{%- endmacro %}

{#- How a qualifier ranks where statements compete: exact before rounded. -#}
{% macro qualifier_rank(qualifier) -%}
    case {{ qualifier }}
        when 'exact' then 1
        when 'approximately' then 2
        when 'at_least' then 3
        when 'at_most' then 4
        else 5
    end
{%- endmacro %}
