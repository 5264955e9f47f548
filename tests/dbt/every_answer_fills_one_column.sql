-- A failure means: a row of a mart holds its value in no column, or in two.
{% set marts = answer_marts().keys() | reject('equalto', 'governance_mem_tally') | list -%}
{% for mart in marts -%}
{%- set nodes = graph.nodes.values() | selectattr('name', 'equalto', mart) | list -%}
{%- set columns = nodes[0].columns.keys() | list if nodes else [] -%}
select
    '{{ mart }}' as mart,
    observation_id
from {{ ref(mart) }}
where (
    0
{%- set ns = namespace(open=false) -%}
{%- for column in columns -%}
    {%- if ns.open %}
    + case when {{ column }} is null then 0 else 1 end
    {%- endif -%}
    {%- if column == 'indicator' -%}{%- set ns.open = true -%}{%- endif -%}
    {%- if column == 'value_in_other_unit' -%}{%- set ns.open = false -%}{%- endif -%}
{%- endfor %}
) <> 1
{{ 'union all' if not loop.last }}
{% endfor %}
