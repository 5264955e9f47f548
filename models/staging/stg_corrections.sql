with

source as (

    select * from {{ source('staging', 'corrections') }}

),

renamed as (

    select
        correction_id,
        observation_id,
        column_name,
        expected_value,
        corrected_value,
        reason,
        evidence,
        decided_on,
        state as correction_state

    from source

)

select * from renamed
