{#- The marts whose rows are answers, each with the columns that name an observation. -#}
{% macro answer_marts() -%}
    {{ return({
        'supply_crops': ['observation_id', 'eradication_observation_id'],
        'supply_eradication': ['observation_id'],
        'supply_production': ['observation_id'],
        'supply_alternative_development': ['observation_id'],
        'demand_use': ['observation_id'],
        'demand_treatment': ['observation_id'],
        'demand_prevention': ['observation_id'],
        'demand_deaths': ['observation_id'],
        'demand_budgets': ['observation_id'],
        'control_seizures': ['observation_id'],
        'control_precursors': ['observation_id'],
        'control_laboratories': ['observation_id'],
        'control_enforcement': ['observation_id'],
        'control_assets': ['observation_id'],
        'control_trafficking': ['observation_id'],
        'governance_budgets': ['observation_id'],
        'governance_capacity': ['observation_id'],
        'governance_corruption': ['observation_id'],
        'governance_cooperation': ['observation_id'],
        'governance_mem_tally': ['observation_id'],
    }) }}
{%- endmacro %}
