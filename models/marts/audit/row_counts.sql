with

counts as (

    select * from {{ ref('int_row_counts') }}

),

published as (

    select count(*) as n_published from {{ ref('fct_observations') }}

),

final as (

    select
        counts.n_staged,
        counts.n_superseded,
        counts.n_coded,
        counts.n_rejected,
        counts.n_accepted,
        counts.n_statements,
        published.n_published,
        counts.n_staged - counts.n_superseded - counts.n_rejected - published.n_published
            as n_unaccounted

    from counts

    cross join published

)

select * from final
