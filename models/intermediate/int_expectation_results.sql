{{ config(materialized='ephemeral') }}

with

expectation_results as (

    select * from {{ ref('stg_expectation_results') }}

)

select * from expectation_results
