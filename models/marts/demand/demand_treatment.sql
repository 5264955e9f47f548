with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context() }},
        {{ measures({
            'treatment_beds': ('treatment_beds', ['COUNT']),
            'treatment_centers': ('treatment_centers', ['COUNT']),
            'treatment_centers_registered': ('treatment_centers_registered', ['COUNT']),
            'persons_treated': ('treatment_admissions', ['PERSONS', 'COUNT']),
            'prisons': ('prisons', ['COUNT']),
            'prisons_with_treatment': ('prisons_with_treatment', ['COUNT']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'demand_treatment'
        and kind <> 'change'

)

select * from final
