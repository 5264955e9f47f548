{{ config(materialized='ephemeral') }}

with

instruments as (

    select * from {{ ref('stg_legal_instruments') }}

),

reports as (

    select * from {{ ref('stg_reports') }}
    where report_status = 'active'

),

final as (

    select
        instruments.*,
        reports.ref_area,
        reports.edition_year

    from instruments

    inner join reports
        on instruments.report_id = reports.report_id

)

select * from final
