{{ config(materialized='ephemeral') }}

with

sentences as (

    select * from {{ ref('stg_sentences') }}

)

select * from sentences
