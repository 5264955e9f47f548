{{ config(materialized='ephemeral') }}

with

issues as (

    select * from {{ ref('stg_issues') }}

)

select * from issues
