-- A failure means: a value is not its stated value times the factor of its unit, so a reader
-- who checks the sentence would find another number.
select
    observations.observation_id,
    observations.stated_value,
    observations.stated_unit,
    observations.obs_value,
    observations.unit_measure
from {{ ref('fct_observations') }} as observations
left join {{ ref('dim_units') }} as units
    on observations.stated_unit = units.unit_measure
where
    units.unit_measure is null
    or observations.unit_measure <> units.canonical_unit
    or abs(observations.obs_value - observations.stated_value * units.factor)
    > 1e-9 * greatest(1, abs(observations.obs_value))
    or abs(observations.obs_value_high - observations.stated_value_high * units.factor)
    > 1e-9 * greatest(1, abs(observations.obs_value_high))
