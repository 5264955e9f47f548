with

answers as (

    select * from {{ ref('int_answers') }}

),

final as (

    select
        {{ answer_context(substance=false) }},
        {{ measures({
            'agency_personnel': ('agency_personnel', ['PERSONS', 'COUNT']),
            'personnel_trained': ('personnel_trained', ['PERSONS', 'COUNT']),
            'training_events': ('training_events', ['COUNT']),
            'judicial_districts': ('judicial_districts', ['COUNT']),
            'judicial_districts_reformed': ('judicial_districts_reformed', ['COUNT']),
            'studies_completed': ('studies_completed', ['COUNT']),
            'priority_studies': ('priority_studies', ['COUNT']),
            'priority_studies_available': ('priority_studies_available', ['COUNT']),
            'priority_information': ('priority_information', ['COUNT']),
            'priority_information_available': ('priority_information_available', ['COUNT']),
        }) }},
        {{ answer_evidence() }}

    from answers

    where
        mart = 'governance_capacity'
        and kind <> 'change'

)

select * from final
