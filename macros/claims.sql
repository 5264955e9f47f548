{#-
  Verdict on a stated percentage beside the computed one. `place` is the last digit's place of
  the stated figure (never more than one percentage point), `low` and `high` what the
  computation gives if the figures it starts from were themselves rounded.
-#}
{% macro claim_verdict(stated, computed, place, low, high, qualifier, number_text) -%}
    {%- set half = '0.5 * ' ~ place ~ ' + 1e-6' -%}
    case
        when {{ computed }} is null then 'not_checkable'
        when abs({{ stated }} - {{ computed }}) <= {{ half }} then 'confirmed'
        when
            {{ qualifier }} = 'at_least' and sign({{ stated }}) = sign({{ computed }})
            and abs({{ computed }}) >= abs({{ stated }}) - {{ half }}
            then 'confirmed'
        when
            {{ qualifier }} = 'at_most' and abs({{ computed }}) <= abs({{ stated }}) + {{ half }}
            then 'confirmed'
        when {{ stated }} between {{ low }} - {{ half }} and {{ high }} + {{ half }} then 'rounding'
        when
            ({{ qualifier }} = 'approximately' or {{ is_worded(number_text) }})
            and abs({{ stated }} - {{ computed }}) <= greatest(2, 0.1 * abs({{ stated }}))
            then 'rounding'
        else 'contradicted'
    end
{%- endmacro %}

{#- A number in words ("doubled", "a quarter") is a round one. -#}
{% macro is_worded(number_text) -%}
    {{ number_text }} = translate({{ number_text }}, '0123456789', '')
{%- endmacro %}

{#- The columns that every check of a claim gives. -#}
{% macro claim_columns() -%}
    observation_id,
        report_id,
        claim_type,
        indicator,
        substance,
        ref_area,
        time_period,
        series_estimator as estimator,
        stated,
        computed,
        unit_measure,
        verdict,
        reason,
        basis,
        evidence_ids
{%- endmacro %}

{#- Whether two statements speak of the same indicator, substance and area. -#}
{% macro same_subject(one, other) -%}
    {{ one }}.indicator = {{ other }}.indicator
            and coalesce({{ one }}.substance, '') = coalesce({{ other }}.substance, '')
            and coalesce({{ one }}.ref_area, '') = coalesce({{ other }}.ref_area, '')
{%- endmacro %}

{#- What a candidate level and the claim it may explain bring along. -#}
{% macro change_candidate(claim, level) -%}
    {{ claim }}.observation_id as claim_id,
        {{ claim }}.unit_measure as claim_unit,
        {{ claim }}.series_estimator as claim_estimator,
        {{ claim }}.time_period as claim_period,
        {{ claim }}.period_kind as claim_period_kind,
        {{ claim }}.year as claim_year,
        {{ claim }}.first_year as claim_first_year,
        {{ claim }}.indicator,
        {{ claim }}.identified_by_codes,
        {{ claim }}.unit_kind,
        {{ level }}.observation_id as level_id,
        {{ level }}.n_answers,
        {{ level }}.obs_value,
        {{ rounding_place(level ~ '.') }} as last_digit_place,
        {{ level }}.unit_measure,
        {{ level }}.series_estimator as level_estimator,
        {{ level }}.year,
        {{ level }}.time_period,
        {{ level }}.period_end - {{ level }}.period_start as n_days,
        abs({{ level }}.place - {{ claim }}.place) as distance
{%- endmacro %}

{#-
  Change in percent from one level to another. Each level's `_place` column tells how far it
  may have been rounded: `slack` -1 gives the least, 1 the greatest change that allows, 0 none.
-#}
{% macro pct_change(later, earlier, slack=0) -%}
    {%- if slack -%}
        {%- set later = later ~ ' + ' ~ 0.5 * slack ~ ' * ' ~ later ~ '_place' -%}
        {%- set earlier = earlier ~ ' - ' ~ 0.5 * slack ~ ' * ' ~ earlier ~ '_place' -%}
    {%- endif -%}
    100 * (({{ later }}) / nullif({{ earlier }}, 0) - 1)
{%- endmacro %}

{#- Whether two levels of one sentence belong to one series, whatever substance and area. -#}
{% macro same_sentence_series(one, other) -%}
    {{ one }}.report_id = {{ other }}.report_id
            and {{ one }}.sentence_key = {{ other }}.sentence_key
            and {{ one }}.indicator = {{ other }}.indicator
            and {{ one }}.time_period = {{ other }}.time_period
            and {{ one }}.unit_measure = {{ other }}.unit_measure
            and {{ one }}.observation_id <> {{ other }}.observation_id
{%- endmacro %}

{#- The share in percent if part and whole were rounded as far as their last digits allow. -#}
{% macro share_bound(part, whole, slack) -%}
    100 * ({{ part }}.obs_value + {{ slack }} * {{ rounding_place(part ~ '.') }})
        / nullif({{ whole }}.obs_value - {{ slack }} * {{ rounding_place(whole ~ '.') }}, 0)
{%- endmacro %}

{#- How coarsely a level may be rounded: its last digit's place, a twentieth of it at most. -#}
{% macro rounding_place(prefix='') -%}
    least({{ prefix }}last_digit_place, 0.05 * abs({{ prefix }}obs_value))
{%- endmacro %}
