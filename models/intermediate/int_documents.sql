{{ config(materialized='ephemeral') }}

with

documents as (

    select * from {{ ref('stg_documents') }}

)

select * from documents
