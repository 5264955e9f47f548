{{ config(materialized='ephemeral') }}

with

sections as (

    select * from {{ ref('stg_sections') }}

)

select * from sections
