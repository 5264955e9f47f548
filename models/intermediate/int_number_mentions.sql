-- A mention that a rule took for a fact counts as one only while that fact stands.
with

mentions as (

    select * from {{ ref('stg_number_mentions') }}

),

observations as (

    select observation_id from {{ ref('int_observations') }}

),

final as (

    select
        mentions.*,
        observations.observation_id is not null as stands_as_fact

    from mentions

    left join observations
        on mentions.observation_id = observations.observation_id

)

select * from final
