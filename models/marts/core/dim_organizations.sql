-- Who counts and estimates: the listed, each national government, and codes not yet listed.
with

organizations as (

    select * from {{ ref('organizations') }}

),

countries as (

    select * from {{ ref('areas') }}

),

seen as (

    select distinct estimator as organization
    from {{ ref('int_observations') }}
    where estimator is not null

),

unlisted as (

    select
        seen.organization,
        coalesce('Government of ' || countries.name, seen.organization) as name,
        countries.ref_area as country,
        case when countries.ref_area is null then 'unlisted' else 'government' end
            as organization_kind

    from seen

    left join organizations
        on seen.organization = organizations.organization

    left join countries
        on seen.organization = countries.ref_area || '_GOV'

    where organizations.organization is null

),

final as (

    select
        organization,
        name,
        country,
        organization_kind
    from organizations

    union all

    select * from unlisted

)

select * from final
