{#- The headline figures of a country and year: column, indicator, substance, unit, estimator. -#}
{% macro headlines() -%}
    {{ return([
        ('coca_cultivated_us_ha', 'cultivation_area', 'coca', ['HA'], 'US_GOV'),
        ('coca_cultivated_un_ha', 'cultivation_area', 'coca', ['HA'], 'UN'),
        ('coca_eradicated_ha', 'eradication_area', 'coca', ['HA'], none),
        ('poppy_cultivated_us_ha', 'cultivation_area', 'opium_poppy', ['HA'], 'US_GOV'),
        ('poppy_eradicated_ha', 'eradication_area', 'opium_poppy', ['HA'], none),
        ('cannabis_eradicated_ha', 'eradication_area', 'cannabis', ['HA'], none),
        ('pure_cocaine_potential_us_kg', 'production_potential', 'cocaine_pure', ['KG'], 'US_GOV'),
        ('cocaine_seized_kg', 'seizure_mass', 'cocaine', ['KG'], none),
        ('heroin_seized_kg', 'seizure_mass', 'heroin', ['KG'], none),
        ('cannabis_seized_kg', 'seizure_mass', 'cannabis', ['KG'], none),
        ('methamphetamine_seized_kg', 'seizure_mass', 'methamphetamine', ['KG'], none),
        ('precursors_seized_kg', 'seizure_mass', 'precursor_chemicals', ['KG'], none),
        ('counternarcotics_budget_usd', 'counternarcotics_budget', none, ['USD'], none),
        ('treatment_beds', 'treatment_beds', none, ['COUNT'], none),
        ('treatment_centers', 'treatment_centers', none, ['COUNT'], none),
    ]) }}
{%- endmacro %}

{% macro is_headline(headline) -%}
    {%- set name, indicator, substance, units, estimator = headline -%}
    (
            indicator = '{{ indicator }}'
            and unit_measure in ({{ quoted(units) }})
            {%- if substance %}
            and substance = '{{ substance }}'
            {%- endif %}
            {%- if estimator %}
            and series_estimator = '{{ estimator }}'
            {%- endif %}
        )
{%- endmacro %}
