with

substances as (

    select * from {{ ref('substances') }}

),

final as (

    select
        substances.substance,
        substances.name,
        substances."group" as substance_group,
        substances.parent as parent_substance,
        concat_ws(
            '/', great_grandparents.parent, grandparents.parent, parents.parent,
            substances.parent, substances.substance
        ) as hierarchy

    from substances

    left join substances as parents
        on substances.parent = parents.substance

    left join substances as grandparents
        on parents.parent = grandparents.substance

    left join substances as great_grandparents
        on grandparents.parent = great_grandparents.substance

)

select * from final
