-- A failure means: a mart shows a value that no row of `fct_observations` backs, or whose
-- verified sentence cannot be quoted. Each value must lead to its sentence by one join.
select
    shown.mart,
    shown.observation_id,
    observations.verification
from {{ ref('mart_values') }} as shown
left join {{ ref('fct_observations') }} as observations
    on shown.observation_id = observations.observation_id
where
    observations.observation_id is null
    or (observations.verification = 'verified' and observations.quote is null)
